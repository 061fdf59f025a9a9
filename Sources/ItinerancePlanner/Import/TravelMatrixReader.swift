import Foundation
import GeoModel
import RoundPlan
import Yams

extension ScenarioReader {
    /// Reads the matrix that the key `trajets` names, and keeps of it what the services need.
    ///
    /// - Returns: the file read; `nil` without the key, or with findings.
    mutating func travelMatrix(_ root: Node.Mapping, into scenario: inout Scenario) throws -> SourceFile? {
        guard root[Node("trajets")] != nil, let path = requiredScalar(root, "trajets", in: nil) else { return nil }
        let file = URL(fileURLWithPath: path, relativeTo: url.deletingLastPathComponent())
        let input = try InputFile(file, named: shown(path))
        var reader = TravelMatrixReader(scenario.territory)
        guard let matrix = reader.read(input, &findings) else { return nil }
        scenario.travelMatrix = matrix
        let holes = scenario.travelHoles()
        if !holes.isEmpty { findings.add(TravelWords.holes(holes), file: input.name) }
        let aside = placesWithoutNode(scenario)
        if !aside.isEmpty { findings.add(TravelWords.atCentre(aside), file: input.name, level: .warning) }
        scenario.travelMatrix = matrix.restricted(to: scenario.travelBlocks(scenario.travel))
        return SourceFile(name: file.lastPathComponent, sha256: input.source.sha256)
    }

    /// Venues and depots of the services that lie apart from their commune's centre, whose node stands for them.
    private func placesWithoutNode(_ scenario: Scenario) -> [String] {
        let centres = Dictionary(
            scenario.territory.communes.map { ($0.code, $0.centre) }, uniquingKeysWith: { first, _ in first })
        let places = scenario.services.flatMap { service in
            scenario.venues(of: service) + [scenario.depot(of: service)].compactMap { $0 }
        }
        let travel = scenario.travel
        return Set(places.filter { travel.node(of: $0) != $0.id && centres[$0.commune] != $0.position }.map(\.id))
            .sorted()
    }
}

/// Reads a table of ways, `de;vers;minutes;km`, one row each way.
struct TravelMatrixReader {
    private struct Way {
        var line: Int
        var from: String
        var to: String
        var leg: Leg
    }

    /// Identifiers a row may name: communes, venues, depots.
    private let known: Set<String>
    /// Line of the first row of each pair.
    private var lines: [TravelPair: Int] = [:]

    /// Findings of one kind said one by one; more are counted.
    private static let shownAtMost = 10
    /// Speeds of a van on a real road, km/h, on ways long enough for rounding not to matter.
    private static let plausibleSpeeds = 3.0...130.0
    private static let plausibleFrom = Metres(2000)

    init(_ territory: Territory) {
        known = Set(territory.communes.map(\.code) + (territory.venues + territory.depots).map(\.id))
    }

    /// `nil` with errors in `findings`.
    mutating func read(_ input: InputFile, _ findings: inout Findings) -> TravelMatrix? {
        guard let table = CSVTable(input, required: ["de", "vers", "minutes", "km"], &findings) else { return nil }
        let ways = ways(table, &findings)
        guard var matrix = TravelMatrix(nodes: Set(ways.flatMap { [$0.from, $0.to] })) else {
            findings.add(TravelWords.tooManyNodes, file: table.file)
            return nil
        }
        var odd: [Way] = []
        for way in ways {
            if let before = matrix[way.from, way.to] {
                if before != way.leg {
                    let first = lines[TravelPair(from: way.from, to: way.to)] ?? 0
                    findings.add(
                        TravelWords.otherFigures(way.from, way.to, firstLine: first), file: table.file, line: way.line,
                        column: before.duration == way.leg.duration ? "km" : "minutes")
                }
                continue
            }
            matrix.set(way.leg, from: way.from, to: way.to)
            lines[TravelPair(from: way.from, to: way.to)] = way.line
            if !Self.isPlausible(way.leg) { odd.append(way) }
        }
        for way in odd.prefix(Self.shownAtMost) {
            findings.add(
                TravelWords.oddSpeed(way.from, way.to, way.leg), file: table.file, line: way.line, column: "minutes",
                level: .warning)
        }
        if odd.count > Self.shownAtMost {
            findings.add(
                TravelWords.moreOddSpeeds(odd.count - Self.shownAtMost), file: table.file, level: .warning)
        }
        return findings.hasErrors(in: table.file) ? nil : matrix
    }

    private func ways(_ table: CSVTable, _ findings: inout Findings) -> [Way] {
        var unknown: [String: Int] = [:]
        func isKnown(_ id: String, _ row: CSVTable.Row, _ column: String, _ findings: inout Findings) -> Bool {
            if known.contains(id) { return true }
            unknown[id, default: 0] += 1
            guard unknown[id] == 1, unknown.count <= Self.shownAtMost else { return false }
            findings.add(
                TravelWords.unknownNode(id, near: NearestNames.of(id, among: known.sorted())), file: table.file,
                line: row.line, column: column)
            return false
        }
        let minutes = 0.0...Double(TravelMatrix.largestDuration.count) / 60
        let kilometres = 0.0...TravelMatrix.largestDistance.kilometres
        var ways: [Way] = []
        ways.reserveCapacity(table.rows.count)
        for row in table.rows {
            guard let from = table.required(row, "de", &findings), let to = table.required(row, "vers", &findings)
            else { continue }
            let areKnown = [isKnown(from, row, "de", &findings), isKnown(to, row, "vers", &findings)]
            guard let duration = table.requiredNumber(row, "minutes", in: minutes, &findings),
                let distance = table.requiredNumber(row, "km", in: kilometres, &findings), !areKnown.contains(false)
            else { continue }
            if from == to {
                if duration != 0 || distance != 0 {
                    findings.add(
                        TravelWords.toItself(from), file: table.file, line: row.line,
                        column: duration != 0 ? "minutes" : "km")
                }
                continue
            }
            let leg = Leg(
                distance: Metres(Int((distance * 1000).rounded())), duration: Seconds(Int((duration * 60).rounded())))
            ways.append(Way(line: row.line, from: from, to: to, leg: leg))
        }
        if unknown.count > Self.shownAtMost {
            findings.add(TravelWords.moreUnknownNodes(unknown.count - Self.shownAtMost), file: table.file)
        }
        return ways
    }

    private static func isPlausible(_ leg: Leg) -> Bool {
        guard leg.distance > plausibleFrom else { return true }
        return leg.duration > .zero && plausibleSpeeds.contains(leg.kilometresPerHour)
    }
}

extension Leg {
    /// Infinite for a way that takes no time.
    var kilometresPerHour: Double { distance.kilometres / (Double(duration.count) / 3600) }
}
