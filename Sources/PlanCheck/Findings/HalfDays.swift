import GeoModel
import PlanningModel

extension PlanView.ServiceView {
    /// Distinct half-days of a week in which some one team receives parents long enough: two teams out at once make one.
    /// Sessions for professionals are no reception (à confirmer), nor is a visit while its venue is closed (R38).
    public func halfDays(inWeek week: Int, _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        halfDays(of: days(inWeek: week).map(withoutClosedVisits), parameters)
    }

    /// The same of some days of one week.
    func halfDays(of days: [DayRound], _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                days.contains { $0.weekday == weekday && receives(on: $0, half, parameters) }
            }.map { (weekday, $0) }
        }
    }

    private func withoutClosedVisits(_ day: DayRound) -> DayRound {
        guard !closedVisits.isEmpty else { return day }
        var open = day
        open.visits.removeAll { isClosed($0, on: day) }
        return open
    }

    /// Whether parents are received long enough in one half of a day for it to count as a half-day.
    public func receives(on day: DayRound, _ half: HalfDay, _ parameters: Parameters) -> Bool {
        receptionMinutes(on: day, half, parameters) >= parameters.halfDayMinimum
    }

    /// Minutes of one half of a day open to parents: openings held in it, less what meetings of professionals take of them. What
    /// an opening of the other half reaches over noon adds nothing here.
    public func receptionMinutes(on day: DayRound, _ half: HalfDay, _ parameters: Parameters) -> Minutes {
        let closed = Set(service.programme.filter(\.isForProfessionals).map(\.id))
        let meetings = plan.sessions.filter {
            closed.contains($0.kind) && $0.week == day.week && $0.weekday == day.weekday
        }
        let split = parameters.halfDaySplit
        let halves = DayHalves(day, split: split)
        return day.visits.reduce(.zero) { open, visit in
            let taken = meetings.filter { $0.venue == visit.venue }
            return visit.openings.reduce(open) { open, opening in
                guard halves.half(of: opening) == half else { return open }
                let part = opening.part(in: half, split: split)
                return taken.reduce(open + max(.zero, part.length)) { $0 - part.shared(with: $1.hours) }
            }
        }
    }
}

extension PlanView {
    /// Half-days that a week of the cycle holds at its own dates: without holidays, closed places, and days on which those who
    /// are there may not receive or drive though the whole crew may.
    public func heldHalfDays(of view: ServiceView, inWeek week: Int) -> Int {
        let days = view.days(inWeek: week).compactMap { day -> DayRound? in
            let date = scenario.date(week: week, day.weekday)
            guard serving.day(date) == nil, !isMissing(day.crew, van: day.van, on: date) else { return nil }
            var held = day
            for index in held.visits.indices {
                held.visits[index].openings.removeAll {
                    serving.venue(day.visits[index].venue, $0, on: date) != nil
                }
            }
            return held
        }
        return view.halfDays(of: days, parameters).count
    }

    /// The same of a fixed centre.
    public func heldHalfDays(of centre: FixedCentre, inWeek week: Int) -> Int {
        halfDays(of: centre, inWeek: week).count { half in
            let date = scenario.date(week: week, half.weekday)
            return serving.day(date) == nil && !isMissing(centre.crew, van: nil, on: date)
        }
    }

    private func isMissing(_ crew: String, van: String?, on date: CivilDate) -> Bool {
        guard scenario.absences.contains(where: { $0.from <= date && date <= $0.until }) else { return false }
        let whole = scenario.staff.filter { $0.crew == crew }
        guard whole.hasAccueillant, van == nil || whole.mayDrive(van.flatMap { vans[$0] }) else { return false }
        return serving.crew(crew, van: van, on: date) != nil
    }

    /// Half-days of a week in which a fixed centre is open long enough; none on a date on which its venue is closed (R38).
    public func halfDays(of centre: FixedCentre, inWeek week: Int) -> [(weekday: Weekday, half: HalfDay)] {
        let shifts = plan.shifts.filter { shift in
            shift.service == centre.id && shift.week == week
                && serving.closedVisit(at: centre.venue, on: scenario.date(week: week, shift.weekday)) == nil
        }
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                shifts.filter { $0.weekday == weekday }.reduce(Minutes.zero) {
                    $0 + $1.hours.minutes(in: half, split: parameters.halfDaySplit)
                } >= parameters.halfDayMinimum
            }.map { (weekday, $0) }
        }
    }
}
