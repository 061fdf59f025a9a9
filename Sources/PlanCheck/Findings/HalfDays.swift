import GeoModel
import PlanningModel

extension PlanView.ServiceView {
    /// Distinct half-days of a week in which some one team receives parents long enough: two teams out at once make one.
    /// Sessions for professionals are no reception (à confirmer).
    public func halfDays(inWeek week: Int, _ parameters: Parameters) -> [(weekday: Weekday, half: HalfDay)] {
        let days = days(inWeek: week)
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                days.contains { $0.weekday == weekday && receives(on: $0, half, parameters) }
            }.map { (weekday, $0) }
        }
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
    /// Half-days of a week in which a fixed centre is open long enough.
    public func halfDays(of centre: FixedCentre, inWeek week: Int) -> [(weekday: Weekday, half: HalfDay)] {
        let shifts = plan.shifts.filter { $0.service == centre.id && $0.week == week }
        return Weekday.allCases.flatMap { weekday in
            HalfDay.allCases.filter { half in
                shifts.filter { $0.weekday == weekday }.reduce(Minutes.zero) {
                    $0 + $1.hours.minutes(in: half, split: parameters.halfDaySplit)
                } >= parameters.halfDayMinimum
            }.map { (weekday, $0) }
        }
    }
}
