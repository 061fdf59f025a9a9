import FileAccess
import Foundation
import GeoModel
import PlanningModel
import TabularData
import Yams

/// Durations learned from what happened, for the next cycle: used only where a scenario names their file, each of them told.
extension ScenarioReader {
    /// Observations that make a duration count where the scenario says nothing: our choice, à confirmer.
    package static let observationsDefault = 5
    private static let learnedColumns = ["de", "vers", "observations", "minutes_medianes"]
    /// No way of a round takes longer.
    private static let longestMinutes = 360.0

    /// - Returns: the file read; `nil` without the key, or with findings.
    package mutating func learnedLegs(_ root: Node.Mapping, into scenario: inout Scenario) throws -> SourceFile? {
        guard let node = root[Node("durees_apprises")], let (path, least) = learnedFile(node, root) else { return nil }
        let file = URL(fileURLWithPath: path, relativeTo: url.deletingLastPathComponent())
        let rows = try TableRows(file, named: shown(path))
        EncodingNotice.add(rows.survey, &findings)
        guard let header = try rows.header(with: Self.learnedColumns, &findings) else { return nil }
        let indices = Self.learnedColumns.compactMap { header.names.firstIndex(of: $0) }
        var reading = LearnedReading(scenario, least: least, file: rows.survey.name)
        try rows.each(below: header.line) { row in
            guard row.cells.count == header.names.count else {
                findings.add(
                    .table(.cellCount(found: row.cells.count, expected: header.names.count)), file: rows.survey.name,
                    line: row.line)
                return
            }
            let kinds: [CellKind] = [.text, .text, .count, .number(0...Self.longestMinutes)]
            let cells = zip(Self.learnedColumns, kinds).enumerated().map { place, column -> Cell? in
                switch CellReading.read(row.cells[indices[place]], as: column.1) {
                case .value(let cell): return cell
                case .unknown, .withheld:
                    findings.add(.cell(.empty), file: rows.survey.name, line: row.line, column: column.0)
                case .fault(let fault):
                    findings.add(.cell(fault), file: rows.survey.name, line: row.line, column: column.0)
                }
                return nil
            }
            guard case .text(let from) = cells[0], case .text(let to) = cells[1],
                case .number(let observations) = cells[2], case .number(let minutes) = cells[3]
            else { return }
            reading.add(from, to, Int(observations), minutes, row.line, &findings)
        }
        scenario.learnedLegs = reading.legs.isEmpty ? nil : reading.legs.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        return SourceFile(name: file.lastPathComponent, sha256: rows.survey.sha256)
    }

    private mutating func learnedFile(_ node: Node, _ root: Node.Mapping) -> (path: String, least: Int)? {
        guard let mapping = node.mapping else {
            return requiredScalar(root, "durees_apprises", in: nil).map { ($0, Self.observationsDefault) }
        }
        checkKeys(mapping, ["fichier", "observations_min"])
        guard let path = requiredScalar(mapping, "fichier", in: node) else { return nil }
        guard let text = scalar(mapping, "observations_min") else { return (path, Self.observationsDefault) }
        guard let least = Int(text), (1...1000).contains(least) else {
            report(.learned(.badLeast(text)), at: mapping[Node("observations_min")], key: "observations_min")
            return nil
        }
        return (path, least)
    }
}

/// Rows of learned durations, held against a scenario.
private struct LearnedReading {
    private(set) var legs: [LearnedLeg] = []
    private let places: [String: Place]
    private let travel: Travel
    private let least: Int
    private let file: String
    private var lines: [TravelPair: Int] = [:]

    init(_ scenario: Scenario, least: Int, file: String) {
        let own = scenario.services.flatMap { service in
            scenario.venues(of: service) + service.teams.compactMap(scenario.depot)
        }
        places = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        travel = scenario.travel
        self.least = least
        self.file = file
    }

    mutating func add(
        _ from: String, _ to: String, _ observations: Int, _ minutes: Double, _ line: Int, _ findings: inout Findings
    ) {
        if let first = lines[TravelPair(from: from, to: to)] {
            findings.add(.learned(.twice(first)), file: file, line: line, column: "de")
            return
        }
        lines[TravelPair(from: from, to: to)] = line
        func warn(_ fault: InputFault, _ column: String) {
            findings.add(fault, file: file, line: line, column: column, level: .warning)
        }
        guard let start = places[from], let end = places[to], from != to else {
            warn(.learned(.notInScenario(places[from] == nil ? from : to)), places[from] == nil ? "de" : "vers")
            return
        }
        guard observations >= least else {
            warn(.learned(.tooFew(from, to, observations, least)), "observations")
            return
        }
        guard let planned = travel.leg(from: start, to: end)?.duration.roundedUpToMinutes else { return }
        let learned = Seconds(Int((minutes * 60).rounded(.up)))
        guard learned.roundedUpToMinutes != planned else { return }
        legs.append(LearnedLeg(from: from, to: to, duration: learned, observations: observations))
        warn(
            .learned(.used(from, to, planned, learned.roundedUpToMinutes, observations)), "minutes_medianes")
    }
}
