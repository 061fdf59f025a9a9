import GeoModel
import PlanningModel

/// The dates of each element of the cycle, those on which it takes place and those on which it falls with the reason.
package struct DatedElements: Sendable {
    package struct Dates: Sendable {
        package var held: [CivilDate] = []
        package var dropped: [(date: CivilDate, state: DatedPlan.State)] = []

        /// Without the dates on which somebody is away.
        package func without(_ away: (CivilDate) -> Bool) -> Dates {
            var dates = self
            dates.held = held.filter { !away($0) }
            dates.dropped = (dropped + held.filter(away).map { ($0, .falls(.noAccueillant)) }).sorted {
                $0.date < $1.date
            }
            return dates
        }

        package init(held: [CivilDate] = [], dropped: [(date: CivilDate, state: DatedPlan.State)] = []) {
            self.held = held
            self.dropped = dropped
        }
    }

    private struct Key: Hashable {
        var kind: String
        var service: String
        /// Of the cycle, or the Monday of a week that has a plan of its own.
        var week: String
        var weekday: Weekday
        var van: String
        var place: String
        var start: Minutes
    }

    private var dates: [Key: Dates] = [:]

    package init(_ dated: DatedPlan) {
        for opening in dated.allOpenings {
            let round = DatedPlan.Round(service: opening.service, day: opening.day, monday: opening.monday)
            add(opening.date, opening.state, Self.key(opening.hours, at: opening.visit.venue, on: round))
        }
        for day in dated.days { add(day.date, day.state, Self.key(day.round)) }
        for shift in dated.shifts { add(shift.date, shift.state, Self.key(shift.shift)) }
        for outing in dated.outings { add(outing.date, outing.state, Self.key(outing.outing)) }
    }

    private mutating func add(_ date: CivilDate, _ state: DatedPlan.State, _ key: Key) {
        if state.isHeld {
            dates[key, default: Dates()].held.append(date)
        } else {
            dates[key, default: Dates()].dropped.append((date, state))
        }
    }

    private static func key(_ opening: Interval, at venue: String, on round: DatedPlan.Round) -> Key {
        Key(
            kind: "opening", service: round.service, week: round.weekName, weekday: round.day.weekday,
            van: round.day.van, place: venue, start: opening.start)
    }

    private static func key(_ round: DatedPlan.Round) -> Key {
        Key(
            kind: "day", service: round.service, week: round.weekName, weekday: round.day.weekday, van: round.day.van,
            place: "", start: round.day.departure)
    }

    private static func key(_ shift: Shift) -> Key {
        Key(
            kind: "shift", service: shift.service, week: String(shift.week), weekday: shift.weekday,
            van: shift.staff.joined(separator: " "), place: "", start: shift.hours.start)
    }

    private static func key(_ outing: PrisonOuting) -> Key {
        Key(
            kind: "outing", service: outing.service, week: String(outing.week), weekday: outing.weekday,
            van: outing.van,
            place: outing.prison, start: outing.visit.start)
    }

    package func of(_ opening: Interval, at venue: String, on round: DatedPlan.Round) -> Dates {
        dates[Self.key(opening, at: venue, on: round)] ?? Dates()
    }

    package func of(_ round: DatedPlan.Round) -> Dates { dates[Self.key(round)] ?? Dates() }
    package func of(_ shift: Shift) -> Dates { dates[Self.key(shift)] ?? Dates() }
    package func of(_ outing: PrisonOuting) -> Dates { dates[Self.key(outing)] ?? Dates() }
}
