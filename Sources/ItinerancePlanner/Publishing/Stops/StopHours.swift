import GeoModel
import PlanAnalysis
import PlanningModel
import TabularData

/// When a stop is open, in the notation of OpenStreetMap's `opening_hours`.
///
/// What comes every week is a rule within its dates; anything rarer is a list of dates, never a parity of weeks, which
/// breaks after a year of 53 weeks such as 2026. Every date that falls is written `off`, so that a reader without a
/// calendar of holidays sees the same. There is no `PH off`: each rule ends with its dates, and `PH` would close a day that
/// is worked here, such as Whit Monday as a journée de solidarité.
///
/// Source: OpenStreetMap wiki, Key:opening_hours/specification.
package struct StopHours: Sendable {
    package let text: String

    /// A service at a venue.
    package struct Key: Hashable, Sendable {
        package var service: String
        package var venue: String

        package init(service: String, venue: String) {
            self.service = service
            self.venue = venue
        }
    }

    /// Of every service at every place where it receives families: rounds and fixed centres.
    package static func all(
        _ publication: Publication, _ elements: DatedElements, _ reception: ReceptionHours
    ) -> [Key: StopHours] {
        var stops: [Key: Dates] = [:]
        for round in publication.dated.rounds {
            for visit in round.day.visits {
                for opening in visit.openings {
                    let dates = elements.of(opening, at: visit.venue, on: round)
                    let left = reception.of(
                        opening, service: round.service, week: round.day.week, round.day.weekday, venue: visit.venue)
                    for hours in left {
                        stops[Key(service: round.service, venue: visit.venue), default: Dates()].add(hours, dates)
                    }
                }
            }
        }
        let venues = Dictionary(
            publication.scenario.centres.map { ($0.id, $0.venue) }, uniquingKeysWith: { first, _ in first })
        for shift in publication.plan.shifts {
            guard let venue = venues[shift.service] else { continue }
            stops[Key(service: shift.service, venue: venue), default: Dates()]
                .add(shift.hours, elements.of(shift))
        }
        return stops.mapValues { StopHours(planned: $0.planned, held: $0.held) }
    }

    private struct Dates {
        var planned: [CivilDate: [Interval]] = [:]
        var held: [CivilDate: [Interval]] = [:]

        mutating func add(_ hours: Interval, _ dates: DatedElements.Dates) {
            for date in dates.held {
                planned[date, default: []].append(hours)
                held[date, default: []].append(hours)
            }
            for (date, _) in dates.dropped { planned[date, default: []].append(hours) }
        }
    }

    /// - Parameter planned: hours by date, those that fall with them.
    package init(planned: [CivilDate: [Interval]], held: [CivilDate: [Interval]]) {
        var rules: [String] = []
        for weekday in Weekday.allCases {
            let dates = planned.keys.filter { $0.weekday == weekday }.sorted()
            guard let first = dates.first, let last = dates.last else { continue }
            let spans = dates.map { Self.spans(planned[$0] ?? []) }
            let everyWeek =
                dates.count > 1 && zip(dates, dates.dropFirst()).allSatisfy { $1.dayNumber - $0.dayNumber == 7 }
            if everyWeek, Set(spans).count == 1 {
                rules.append("\(Self.date(first))-\(Self.date(last)) \(Self.words[weekday.rawValue]) \(spans[0])")
                rules += Self.exceptions(dates, usual: spans[0], held)
            } else {
                rules += Self.listed(dates.filter { held[$0] != nil }, held)
            }
        }
        text = rules.joined(separator: "; ")
    }

    private static let words = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Dates of a weekly rule on which less is open than usual, or nothing.
    private static func exceptions(
        _ dates: [CivilDate], usual: String, _ held: [CivilDate: [Interval]]
    ) -> [String] {
        let closed = dates.filter { held[$0] == nil }
        let partly = dates.filter { date in held[date].map { spans($0) != usual } ?? false }
        return (closed.isEmpty ? [] : [list(closed) + " off"]) + listed(partly, held)
    }

    /// Dates with their hours, those of the same hours together.
    private static func listed(_ dates: [CivilDate], _ held: [CivilDate: [Interval]]) -> [String] {
        Dictionary(grouping: dates) { spans(held[$0] ?? []) }.sorted { ($0.value[0], $0.key) < ($1.value[0], $1.key) }
            .map { "\(list($0.value)) \($0.key)" }
    }

    private static func list(_ dates: [CivilDate]) -> String { dates.map(date).joined(separator: ",") }

    private static func date(_ date: CivilDate) -> String {
        "\(date.year) \(months[date.month - 1]) " + (date.day < 10 ? "0\(date.day)" : String(date.day))
    }

    /// `09:00-12:00,14:00-17:00`; what touches or overlaps is one stretch.
    private static func spans(_ hours: [Interval]) -> String {
        var stretches: [Interval] = []
        for hour in hours.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = stretches.last, hour.start <= last.end {
                stretches[stretches.count - 1].end = max(last.end, hour.end)
            } else {
                stretches.append(hour)
            }
        }
        return stretches.map { "\(DataClock.text($0.start))-\(DataClock.text($0.end))" }
            .joined(separator: ",")
    }
}
