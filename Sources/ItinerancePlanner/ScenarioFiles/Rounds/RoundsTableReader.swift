import FileAccess
import Foundation
import GeoModel
import PlanningModel
import TabularData

/// Reads rounds from a table with one line for each opening (`docs/plan.md`), and makes a plan of them with the data of a
/// scenario: ways, breaks, needs and costs are worked out.
package struct RoundsTableReader {
    /// In the order in which they are written; the last two may be left out.
    package static let columns = [
        "service", "semaine", "jour", "vehicule", "equipe", "lieu", "ouverture_debut", "ouverture_fin", "trajet_depart",
        "retour_depart",
    ]

    private struct Line {
        var line: Int
        var service: String
        var week: Int
        var weekday: Weekday
        var team: Team
        var venue: String
        var opening: Interval
        /// When the drive to the venue starts, and the drive back to the depot.
        var leave: Minutes?
        var back: Minutes?
    }

    /// The days that one line may share with another.
    private struct DayKey: Hashable {
        var service: String
        var week: Int
        var weekday: Weekday
        var van: String
        var crew: String
    }

    private let scenario: Scenario
    private let travel: Travel
    private let places: [String: Place]
    private let file: String
    // Identifiers that a line may name.
    private let services: [String]
    private let venues: [String]
    private let vans: [String]
    private let crews: [String]
    private var findings = Findings()

    /// - Throws: `InputFailure` with all that is wrong with the table.
    package static func read(_ path: String, with loaded: LoadedScenario) throws -> Plan {
        let rows = try TableRows(URL(fileURLWithPath: path), named: path)
        var reader = RoundsTableReader(loaded.scenario, file: path)
        let lines = try reader.lines(rows)
        try reader.findings.throwIfErrors()
        let rounds = reader.rounds(lines)
        try reader.findings.throwIfErrors()
        let source = SourceFile(name: URL(fileURLWithPath: path).lastPathComponent, sha256: rows.survey.sha256)
        return Plan(
            rounds: rounds, scenario: loaded.scenario, fingerprint: try PlanFile.fingerprint(loaded.scenario),
            sources: loaded.sources + [source])
    }

    private init(_ scenario: Scenario, file: String) {
        self.scenario = scenario
        self.file = file
        services = scenario.services.map(\.id)
        venues = scenario.territory.venues.map(\.id)
        let teams = scenario.services.flatMap(\.teams)
        vans = Set(teams.map(\.van)).sorted()
        crews = Set(teams.map(\.crew)).sorted()
        travel = scenario.travel
        places = Dictionary(
            (scenario.territory.venues + scenario.territory.depots).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    // MARK: Lines

    private mutating func lines(_ rows: TableRows) throws -> [Line] {
        guard let header = try rows.header(with: Array(Self.columns.prefix(8)), &findings) else { return [] }
        let names = header.names
        var lines: [Line] = []
        var seen: [String: Int] = [:]
        try rows.each(below: header.line) { row in
            guard row.cells.count == names.count else {
                findings.add(
                    .table(.cellCount(found: row.cells.count, expected: names.count)), file: file, line: row.line)
                return
            }
            let cells = Dictionary(
                zip(names, row.cells.map(RawRow.trimmed)), uniquingKeysWith: { first, _ in first })
            guard let line = line(cells, row.line) else { return }
            let key = "\(line.service) \(line.week) \(line.weekday.key) \(line.team.van) \(line.opening.start.count)"
            if let first = seen[key] {
                findings.add(.rounds(.twoOpenings(firstLine: first)), file: file, line: row.line)
                return
            }
            seen[key] = row.line
            lines.append(line)
        }
        if lines.isEmpty, !findings.hasErrors { findings.add(.table(.noRows), file: file, line: header.line) }
        return lines
    }

    /// `nil` with what is wrong in the findings.
    private mutating func line(_ cells: [String: String], _ number: Int) -> Line? {
        let before = findings.errorCount
        let service = known(cells, "service", services, number)
        let venue = known(cells, "lieu", venues, number)
        let van = known(cells, "vehicule", vans, number)
        let crew = known(cells, "equipe", crews, number)
        let week = week(cells, number)
        let weekday = weekday(cells, number)
        let start = clock(cells, "ouverture_debut", number, isNeeded: true)
        let end = clock(cells, "ouverture_fin", number, isNeeded: true)
        let leave = clock(cells, "trajet_depart", number, isNeeded: false)
        let back = clock(cells, "retour_depart", number, isNeeded: false)
        guard findings.errorCount == before, let service, let venue, let van, let crew, let week, let weekday,
            let start,
            let end
        else { return nil }
        guard start < end else {
            findings.add(.rounds(.endsBeforeItStarts), file: file, line: number, column: "ouverture_fin")
            return nil
        }
        let teams = scenario.services.first { $0.id == service }?.teams ?? []
        guard let team = teams.first(where: { $0.van == van && $0.crew == crew }) else {
            findings.add(.rounds(.noSuchTeam(van, crew, service)), file: file, line: number, column: "equipe")
            return nil
        }
        return Line(
            line: number, service: service, week: week, weekday: weekday, team: team, venue: venue,
            opening: Interval(start: start, end: end), leave: leave, back: back)
    }

    private mutating func known(_ cells: [String: String], _ column: String, _ known: [String], _ line: Int) -> String?
    {
        guard let text = needed(cells, column, line) else { return nil }
        if known.contains(text) { return text }
        findings.add(
            .scenario(
                .unknownReference(
                    text, .scenario, near: NearestNames.of(text, among: known))), file: file,
            line: line, column: column)
        return nil
    }

    private mutating func needed(_ cells: [String: String], _ column: String, _ line: Int) -> String? {
        guard let text = cells[column], !text.isEmpty else {
            findings.add(.cell(.empty), file: file, line: line, column: column)
            return nil
        }
        return text
    }

    private mutating func week(_ cells: [String: String], _ line: Int) -> Int? {
        guard let text = needed(cells, "semaine", line) else { return nil }
        let weeks = 1...scenario.parameters.cycleWeeks
        if let week = Int(text), weeks.contains(week) { return week }
        findings.add(.rounds(.weekOutOfCycle(text, weeks)), file: file, line: line, column: "semaine")
        return nil
    }

    private mutating func weekday(_ cells: [String: String], _ line: Int) -> Weekday? {
        guard let text = needed(cells, "jour", line) else { return nil }
        if let weekday = Weekday(key: NearestNames.folded(text)) { return weekday }
        findings.add(
            .cell(.notAllowed(text, Weekday.allCases.map(\.key))), file: file, line: line, column: "jour")
        return nil
    }

    /// A spreadsheet may add seconds to a time.
    private mutating func clock(_ cells: [String: String], _ column: String, _ line: Int, isNeeded: Bool) -> Minutes? {
        let text = isNeeded ? needed(cells, column, line) : cells[column].flatMap { $0.isEmpty ? nil : $0 }
        guard let text else { return nil }
        let plain = text.count { $0 == ":" } == 2 && text.hasSuffix(":00") ? String(text.dropLast(3)) : text
        if let time = ParameterEntry.minutes(plain) { return time }
        findings.add(.cell(.parameter(text, .notATime)), file: file, line: line, column: column)
        return nil
    }

    // MARK: Days

    private mutating func rounds(_ lines: [Line]) -> [String: [DayRound]] {
        let days = Dictionary(grouping: lines) {
            DayKey(service: $0.service, week: $0.week, weekday: $0.weekday, van: $0.team.van, crew: $0.team.crew)
        }
        var rounds: [String: [DayRound]] = [:]
        for (key, own) in days.sorted(by: { $0.value[0].line < $1.value[0].line }) {
            guard let day = day(key, own.sorted { ($0.opening.start, $0.line) < ($1.opening.start, $1.line) }) else {
                continue
            }
            rounds[key.service, default: []].append(day)
        }
        return rounds
    }

    /// `nil` where there is no way between two places.
    private mutating func day(_ key: DayKey, _ lines: [Line]) -> DayRound? {
        var day = DayRound(
            week: key.week, weekday: key.weekday, van: key.van, crew: key.crew, legs: [], visits: [], breaks: [])
        var leaves: [Minutes?] = []
        for line in lines {
            if let last = day.visits.last, last.venue == line.venue {
                day.visits[day.visits.count - 1].openings.append(line.opening)
            } else {
                leaves.append(line.leave)
                day.visits.append(
                    Visit(venue: line.venue, arrival: .zero, openings: [line.opening], departure: .zero))
            }
        }
        let parameters = scenario.parameters
        let halves = DayHalves(day, split: parameters.halfDaySplit)
        for index in day.visits.indices {
            let isShort = halves.tour(of: day.visits[index].venue) != nil
            let openings = day.visits[index].openings
            day.visits[index].arrival = openings[0].start - (isShort ? parameters.shortStopSetUp : parameters.setUp)
            day.visits[index].departure =
                openings[openings.count - 1].end + (isShort ? parameters.shortStopPackUp : parameters.packUp)
        }
        var here = lines[0].team.depot
        for (visit, leave) in zip(day.visits, leaves) {
            guard let leg = leg(from: here, to: visit.venue, lines[0].line) else { return nil }
            let start = leave ?? visit.arrival - leg.duration.roundedUpToMinutes
            day.legs.append(driven(here, visit.venue, leg, start))
            here = visit.venue
        }
        guard let leg = leg(from: here, to: lines[0].team.depot, lines[0].line) else { return nil }
        let back = lines.last?.back ?? day.visits[day.visits.count - 1].departure
        day.legs.append(driven(here, lines[0].team.depot, leg, back))
        day.breaks = day.idle
        return day
    }

    private mutating func leg(from: String, to: String, _ line: Int) -> Leg? {
        if let start = places[from], let end = places[to], let leg = travel.leg(from: start, to: end) { return leg }
        findings.add(.rounds(.noWay(from, to)), file: file, line: line)
        return nil
    }

    private func driven(_ from: String, _ to: String, _ leg: Leg, _ departure: Minutes) -> DrivenLeg {
        DrivenLeg(
            from: from, to: to, departure: departure, arrival: departure + leg.duration.roundedUpToMinutes,
            distance: leg.distance)
    }
}
