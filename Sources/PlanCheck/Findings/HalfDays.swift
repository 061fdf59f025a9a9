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

    /// Whether a round has a visit whose venue is open (R38); without one it does not go out.
    func isOpen(on day: DayRound) -> Bool { !day.visits.allSatisfy { isClosed($0, on: day) } }

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
    public func heldHalfDays(of view: ServiceView, inWeek week: Int) -> [(weekday: Weekday, half: HalfDay)] {
        let days = view.days(inWeek: week).compactMap { day -> DayRound? in
            guard bar(of: day) == nil else { return nil }
            var held = day
            for index in held.visits.indices {
                held.visits[index].openings.removeAll { bar(of: $0, at: day.visits[index].venue, on: day) != nil }
            }
            return held
        }
        return view.halfDays(of: days, parameters)
    }

    /// The same of a fixed centre.
    public func heldHalfDays(of centre: FixedCentre, inWeek week: Int) -> [(weekday: Weekday, half: HalfDay)] {
        halfDays(of: centre, inWeek: week).filter { bar(of: centre, inWeek: week, $0.weekday) == nil }
    }

    /// Why a half-day that the cycle counts is not held at its date: what bars a round of it, else one of its openings.
    public func bar(of view: ServiceView, inWeek week: Int, _ weekday: Weekday, _ half: HalfDay) -> DateBar? {
        let days = view.days(inWeek: week).filter {
            $0.weekday == weekday && view.receives(on: $0, half, parameters)
        }
        for day in days {
            if let bar = bar(of: day) { return bar }
            let halves = DayHalves(day, split: parameters.halfDaySplit)
            for visit in day.visits {
                for opening in visit.openings where halves.half(of: opening) == half {
                    if let bar = bar(of: opening, at: visit.venue, on: day) { return bar }
                }
            }
        }
        return nil
    }

    /// The same of a fixed centre.
    public func bar(of centre: FixedCentre, inWeek week: Int, _ weekday: Weekday) -> DateBar? {
        let date = scenario.date(week: week, weekday)
        return serving.day(date) ?? absence(of: centre.crew, van: nil, on: date)
    }

    private func bar(of day: DayRound) -> DateBar? {
        let date = scenario.date(week: day.week, day.weekday)
        return serving.day(date) ?? absence(of: day.crew, van: day.van, on: date)
    }

    private func bar(of opening: Interval, at venue: String, on day: DayRound) -> DateBar? {
        serving.venue(venue, opening, on: scenario.date(week: day.week, day.weekday))
    }

    /// What those who are there cannot do though the whole crew could.
    private func absence(of crew: String, van: String?, on date: CivilDate) -> DateBar? {
        guard scenario.absences.contains(where: { $0.from <= date && date <= $0.until }) else { return nil }
        let whole = scenario.staff.filter { $0.crew == crew }
        guard whole.hasAccueillant, van == nil || whole.mayDrive(van.flatMap { vans[$0] }) else { return nil }
        return serving.crew(crew, van: van, on: date)
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
