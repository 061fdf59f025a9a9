import GeoModel
import RoundPlan

/// The dates of each element of the cycle, those on which it takes place and those on which it falls with the reason.
struct DatedElements: Sendable {
    struct Dates: Sendable {
        var held: [CivilDate] = []
        var dropped: [(date: CivilDate, state: DatedPlan.State)] = []

        /// Without the dates on which somebody is away.
        func without(_ away: (CivilDate) -> Bool) -> Dates {
            var dates = self
            dates.held = held.filter { !away($0) }
            dates.dropped = (dropped + held.filter(away).map { ($0, .nobodyThere) }).sorted { $0.date < $1.date }
            return dates
        }
    }

    private struct Key: Hashable {
        var kind: String
        var service: String
        var week: Int
        var weekday: Weekday
        var van: String
        var place: String
        var start: Minutes
    }

    private var dates: [Key: Dates] = [:]

    init(_ dated: DatedPlan) {
        for opening in dated.openings {
            add(
                opening.date, opening.state,
                Key(
                    kind: "opening", service: opening.service, week: opening.week, weekday: opening.day.weekday,
                    van: opening.day.van, place: opening.visit.venue, start: opening.hours.start))
        }
        for day in dated.days { add(day.date, day.state, Self.key(day.service, day.day)) }
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

    private static func key(_ service: String, _ day: DayRound) -> Key {
        Key(
            kind: "day", service: service, week: day.week, weekday: day.weekday, van: day.van, place: "",
            start: day.departure)
    }

    private static func key(_ shift: Shift) -> Key {
        Key(
            kind: "shift", service: shift.service, week: shift.week, weekday: shift.weekday,
            van: shift.staff.joined(separator: " "), place: "", start: shift.hours.start)
    }

    private static func key(_ outing: PrisonOuting) -> Key {
        Key(
            kind: "outing", service: outing.service, week: outing.week, weekday: outing.weekday, van: outing.van,
            place: outing.prison, start: outing.visit.start)
    }

    func of(_ opening: Interval, at venue: String, on day: DayRound, of service: String) -> Dates {
        dates[
            Key(
                kind: "opening", service: service, week: day.week, weekday: day.weekday, van: day.van, place: venue,
                start: opening.start)] ?? Dates()
    }

    func of(_ day: DayRound, of service: String) -> Dates { dates[Self.key(service, day)] ?? Dates() }
    func of(_ shift: Shift) -> Dates { dates[Self.key(shift)] ?? Dates() }
    func of(_ outing: PrisonOuting) -> Dates { dates[Self.key(outing)] ?? Dates() }
}
