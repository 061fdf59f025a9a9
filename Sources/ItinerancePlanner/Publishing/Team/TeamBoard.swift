import Foundation
import FrenchText
import GeoModel
import PlanAnalysis
import PlanStore
import PlanningModel
import TabularData

/// One dated week of every van and service, as a table: a row each, a column a day. Names are those of `planning.mustache`.
package struct TeamBoard: Sendable {
    package struct Column: Sendable {
        package var weekday: String
        package var date: String
        /// Holiday of the day; empty where there is none.
        package var closure: [String]
        /// School holidays during which work goes on.
        package var holiday: [String]

        package init(weekday: String, date: String, closure: [String], holiday: [String]) {
            self.weekday = weekday
            self.date = date
            self.closure = closure
            self.holiday = holiday
        }
    }

    package struct Entry: Sendable {
        package var hours: String
        package var words: String
        /// Sessions at that opening, and why it falls.
        package var notes: [String]
        /// `annule`, or empty.
        package var state: String

        package init(hours: String, words: String, notes: [String], state: String) {
            self.hours = hours
            self.words = words
            self.notes = notes
            self.state = state
        }
    }

    package struct Cell: Sendable {
        package var entries: [Entry]

        package init(entries: [Entry]) {
            self.entries = entries
        }
    }

    package struct Row: Sendable {
        package var label: String
        package var detail: String
        package var cells: [Cell]

        package init(label: String, detail: String, cells: [Cell]) {
            self.label = label
            self.detail = detail
            self.cells = cells
        }
    }

    package var heading: String
    package var dates: String
    package var columns: [Column]
    package var rows: [Row]
}

/// All that a team does in a period, by who does it and when.
package struct TeamWeeks: Sendable {
    /// Van, listening service, fixed centre.
    private enum Owner: Hashable {
        case van(String)
        case shift(String)
    }

    private struct Slot: Hashable {
        var owner: Owner
        var date: CivilDate
    }

    private let publication: Publication
    private let book: PlaceIndex
    private let entries: [Slot: [(start: Minutes, entry: TeamBoard.Entry)]]
    private let owners: [Owner]

    package init(_ publication: Publication) {
        self.publication = publication
        let dated = publication.dated
        let names = publication.names
        let book = PlaceIndex(publication.scenario)
        var entries: [Slot: [(start: Minutes, entry: TeamBoard.Entry)]] = [:]
        func add(
            _ owner: Owner, _ date: CivilDate, _ hours: Interval, _ words: String, _ notes: [String],
            _ state: DatedPlan.State
        ) {
            let reason = PublicationWords.reason(state)
            // Why a whole day falls is said once, over its column.
            let isDayHeld = dated.state(on: date).isHeld
            entries[Slot(owner: owner, date: date), default: []].append(
                (
                    hours.start,
                    TeamBoard.Entry(
                        hours: ReportWords.span(hours), words: words,
                        notes: reason.map { [isDayHeld ? TeamWords.cancelled($0) : TeamWords.cancelled] } ?? notes,
                        state: reason == nil ? "" : "annule")
                ))
        }
        let sessions = Dictionary(grouping: dated.sessions) { "\($0.date.dayNumber)/\($0.service)/\($0.session.venue)" }
        for opening in dated.openings {
            let held = (sessions["\(opening.date.dayNumber)/\(opening.service)/\(opening.visit.venue)"] ?? []).filter {
                opening.hours.start <= $0.session.hours.start && $0.session.hours.end <= opening.hours.end
            }
            add(
                .van(opening.day.van), opening.date, opening.hours, book.name(opening.visit.venue),
                held.map { "\(names.sessionName($0.session.kind)), \(ReportWords.span($0.session.hours))" },
                opening.state)
        }
        for outing in dated.outings {
            add(
                .van(outing.outing.van), outing.date, outing.outing.visit, book.name(outing.outing.prison),
                [TeamWords.outing(outing.outing)], outing.state)
        }
        for shift in dated.shifts {
            add(
                .shift(shift.shift.service), shift.date, shift.shift.hours, TeamWords.staff(shift.shift.staff), [],
                shift.state)
        }
        let scenario = publication.scenario
        let seen = Set(entries.keys.map(\.owner))
        owners =
            (scenario.vans.map(\.id).sorted { $0.compare($1, options: .numeric) == .orderedAscending }.map(Owner.van)
            + scenario.centres.map { .shift($0.id) }
            + scenario.listening.map { .shift($0.id) }).filter(seen.contains)
        self.entries = entries
        self.book = book
    }

    package var rowCount: Int { owners.count }

    /// Mondays of the weeks that the period touches.
    package var mondays: [CivilDate] {
        stride(
            from: publication.period.lowerBound.monday.dayNumber, through: publication.period.upperBound.dayNumber,
            by: 7
        )
        .map(CivilDate.init(dayNumber:))
    }

    private var weekdays: [Weekday] {
        let used = Set(entries.keys.map(\.date.weekday))
        return Weekday.allCases.filter { used.contains($0) || publication.scenario.parameters.weekdays.contains($0) }
    }

    package func board(_ monday: CivilDate) -> TeamBoard {
        let dates = weekdays.map { monday.adding(days: $0.rawValue) }
        return TeamBoard(
            heading: publication.dated.week(of: monday).map(TeamWords.week) ?? "",
            dates: ReportDates.range(dates.first ?? monday, dates.last ?? monday),
            columns: dates.map { date in
                TeamBoard.Column(
                    weekday: date.weekday.key, date: ReportDates.dayMonth(date),
                    closure: TeamWords.closure(publication.dated.state(on: date)).map { [$0] } ?? [],
                    holiday: publication.dated.state(on: date).isHeld
                        ? publication.scenario.calendar.schoolHoliday(on: date).map { [$0] } ?? [] : [])
            },
            rows: owners.map { owner in
                TeamBoard.Row(
                    label: label(owner), detail: detail(owner),
                    cells: dates.map { date in
                        let found = entries[Slot(owner: owner, date: date)] ?? []
                        return TeamBoard.Cell(entries: found.sorted { $0.start < $1.start }.map(\.entry))
                    })
            })
    }

    private func label(_ owner: Owner) -> String {
        switch owner {
        case .van(let id): publication.names.vanName(id)
        case .shift(let id): publication.names.serviceName(id)
        }
    }

    /// The crews of a van; the place of a centre, the way of listening.
    private func detail(_ owner: Owner) -> String {
        let scenario = publication.scenario
        switch owner {
        case .van(let id):
            let teams = (scenario.services.flatMap(\.teams) + scenario.prisonRelays.map(\.team)).filter { $0.van == id }
            return Set(teams.map(\.crew)).sorted().joined(separator: ", ")
        case .shift(let id):
            if let centre = scenario.centres.first(where: { $0.id == id }) { return book.name(centre.venue) }
            return scenario.listening.first { $0.id == id }.map(FixedTimesWords.channel(of:)) ?? ""
        }
    }

    /// `Exemple fictif : …` of everything shown.
    package var fictional: [String] {
        let scenario = publication.scenario
        let vans = Set(owners.compactMap { if case .van(let id) = $0 { id } else { nil } })
        let stops = Set(publication.plan.services.flatMap { $0.days.flatMap { $0.visits.map(\.venue) } })
        return StandingNotes([
            (.van, scenario.vans.filter { vans.contains($0.id) }.map { ($0.name, $0.standing) }),
            (.person, scenario.staff.map { ($0.id, $0.standing) }),
            (.stop, scenario.territory.venues.filter { stops.contains($0.id) }.map { ($0.name, $0.standing) }),
            (.fixedPlace, scenario.centres.map { ($0.name, $0.standing) }),
            (.listening, scenario.listening.map { ($0.name, $0.standing) }),
            (.relay, scenario.prisonRelays.map { ($0.name, $0.standing) }),
        ]).sentences
    }
}
