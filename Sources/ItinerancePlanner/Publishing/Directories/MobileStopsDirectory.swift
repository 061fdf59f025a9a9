import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import TabularData

/// Stops in the columns of the open schema of mobile library stops, the only one made for rounds.
///
/// Source: LibrariesHacked/schema-librarydata, `mobile-library-stops.json`. Its post codes are British: see the folder's
/// read-me.
package struct MobileStopsDirectory: Sendable {
    package static let columns = [
        "organisation", "mobile", "route", "community", "stop", "address", "postcode", "geox", "geoy", "day", "type",
        "arrival", "departure", "frequency", "start", "end", "exceptions", "timetable",
    ]

    private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private struct Key: Hashable {
        var van: String
        var weekday: Weekday
        var hours: Interval
    }

    /// Dates of one opening that comes back after as many weeks as `interval`.
    private struct Series {
        var interval: Int
        var held: [CivilDate]
        var dropped: [CivilDate]
    }

    private let rounds: PublishedRounds

    package init(_ rounds: PublishedRounds) { self.rounds = rounds }

    package var text: String {
        CSVText(.program, Self.columns, rounds.stops.filter { !$0.isFixed }.flatMap(rows)).text
    }

    private func rows(_ stop: PublishedRounds.Stop) -> [[CSVText.Cell]] {
        var weeks: [Key: [(week: Int, dates: DatedElements.Dates)]] = [:]
        var others: [(Key, Series)] = []
        for round in rounds.publication.dated.rounds where round.service == stop.service {
            let day = round.day
            for opening in day.visits.filter({ $0.venue == stop.place.id }).flatMap(\.openings) {
                let dates = rounds.elements.of(opening, at: stop.place.id, on: round)
                let received = rounds.reception.of(
                    opening, service: stop.service, week: day.week, day.weekday, venue: stop.place.id)
                for hours in received {
                    let key = Key(van: day.van, weekday: day.weekday, hours: hours)
                    if round.monday == nil {
                        weeks[key, default: []].append((day.week, dates))
                    } else {
                        others.append((key, once(dates)))
                    }
                }
            }
        }
        let sorted = weeks.sorted {
            ($0.key.weekday.rawValue, $0.key.hours.start, $0.key.van)
                < ($1.key.weekday.rawValue, $1.key.hours.start, $1.key.van)
        }
        return sorted.flatMap { key, weeks in series(weeks).compactMap { row(stop, key, $0) } }
            + others.compactMap { row(stop, $0, $1) }
    }

    /// In one week that has a plan of its own.
    private func once(_ dates: DatedElements.Dates) -> Series {
        Series(
            interval: rounds.scenario.parameters.cycleWeeks, held: dates.held, dropped: dates.dropped.map(\.date))
    }

    /// One series where the weeks are evenly spaced round the cycle, else one for each week.
    private func series(_ weeks: [(week: Int, dates: DatedElements.Dates)]) -> [Series] {
        let cycle = rounds.scenario.parameters.cycleWeeks
        let numbers = weeks.map(\.week).sorted()
        let gaps = zip(numbers, numbers.dropFirst() + [(numbers.first ?? 0) + cycle]).map { $1 - $0 }
        if Set(gaps).count == 1, let gap = gaps.first {
            return [
                Series(
                    interval: gap, held: weeks.flatMap(\.dates.held).sorted(),
                    dropped: weeks.flatMap { $0.dates.dropped.map(\.date) }.sorted())
            ]
        }
        return weeks.map { once($0.dates) }
    }

    /// `nil` where it never takes place.
    private func row(_ stop: PublishedRounds.Stop, _ key: Key, _ series: Series) -> [CSVText.Cell]? {
        guard let first = series.held.first else { return nil }
        let facts = rounds.places.facts(stop.place.id)
        let office = rounds.publication.office
        let standing = PlaceIndex.standing([stop.place.standing] + stop.standings)
        let texts = [
            office.name, rounds.names.vanName(key.van), stop.serviceName,
            rounds.names.communeName(stop.place.commune), DirectoryWords.name(stop.place.name, "", standing),
            facts?.address ?? "", facts?.postcode ?? "",
        ].map(CSVText.Cell.text)
        return texts + [
            .figure(DataNumber.fixed(stop.place.position.longitude, .decimal(6))),
            .figure(DataNumber.fixed(stop.place.position.latitude, .decimal(6))),
            .text(Self.days[key.weekday.rawValue]), .text("Public"),
            .figure(DataClock.text(key.hours.start)), .figure(DataClock.text(key.hours.end)),
            .text("FREQ=WEEKLY;INTERVAL=\(series.interval)"), .figure(first.iso),
            .figure(rounds.publication.calendarPeriod.upperBound.iso),
            .text(series.dropped.filter { $0 > first }.map(\.iso).joined(separator: ",")), .text(office.site),
        ]
    }
}
