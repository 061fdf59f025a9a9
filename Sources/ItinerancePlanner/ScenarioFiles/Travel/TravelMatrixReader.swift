import FileAccess
import Foundation
import GeoModel
import TabularData

/// Reads a table of ways, `de;vers;minutes;km`, one row each way.
package struct TravelMatrixReader {
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

    package init(_ territory: Territory) {
        known = Set(territory.communes.map(\.code) + (territory.venues + territory.depots).map(\.id))
    }

    /// `nil` with errors in `findings`.
    package mutating func read(_ rows: TableRows, _ findings: inout Findings) throws -> TravelMatrix? {
        let file = rows.survey.name
        EncodingNotice.add(rows.survey, &findings)
        guard let ways = try ways(rows, &findings) else { return nil }
        guard var matrix = TravelMatrix(nodes: Set(ways.flatMap { [$0.from, $0.to] })) else {
            findings.add(.travel(.tooManyNodes), file: file)
            return nil
        }
        var odd: [Way] = []
        for way in ways {
            if let before = matrix[way.from, way.to] {
                if before != way.leg {
                    let first = lines[TravelPair(from: way.from, to: way.to)] ?? 0
                    findings.add(
                        .travel(.otherFigures(way.from, way.to, firstLine: first)), file: file, line: way.line,
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
                .travel(.oddSpeed(way.from, way.to, way.leg)), file: file, line: way.line, column: "minutes",
                level: .warning)
        }
        if odd.count > Self.shownAtMost {
            findings.add(
                .travel(.moreOddSpeeds(odd.count - Self.shownAtMost)), file: file, level: .warning)
        }
        return findings.hasErrors(in: file) ? nil : matrix
    }

    private static let columns: [(name: String, kind: CellKind)] = [
        ("de", .text), ("vers", .text), ("minutes", .number(0...Double(TravelMatrix.largestDuration.count) / 60)),
        ("km", .number(0...TravelMatrix.largestDistance.kilometres)),
    ]

    private func ways(_ rows: TableRows, _ findings: inout Findings) throws -> [Way]? {
        let file = rows.survey.name
        guard let header = try rows.header(with: Self.columns.map(\.name), &findings) else { return nil }
        let names = header.names
        let found = Self.columns.compactMap { names.firstIndex(of: $0.name) }
        var unknown: [String: Int] = [:]
        var ways: [Way] = []
        try rows.each(below: header.line) { row in
            guard row.cells.count == names.count else {
                findings.add(
                    .table(.cellCount(found: row.cells.count, expected: names.count)), file: file, line: row.line)
                return
            }
            let cells = zip(Self.columns, found).map { column, index -> Cell? in
                switch CellReading.read(row.cells[index], as: column.kind) {
                case .value(let cell): return cell
                case .unknown, .withheld:
                    findings.add(.cell(.empty), file: file, line: row.line, column: column.name)
                case .fault(let fault): findings.add(.cell(fault), file: file, line: row.line, column: column.name)
                }
                return nil
            }
            if let way = way(cells, row.line, file, &unknown, &findings) { ways.append(way) }
        }
        if unknown.count > Self.shownAtMost {
            findings.add(.travel(.moreUnknownNodes(unknown.count - Self.shownAtMost)), file: file)
        }
        return ways
    }

    private func way(
        _ cells: [Cell?], _ line: Int, _ file: String, _ unknown: inout [String: Int], _ findings: inout Findings
    ) -> Way? {
        var ends: [String] = []
        for (column, cell) in zip(["de", "vers"], cells) {
            guard case .text(let id) = cell else { continue }
            if known.contains(id) {
                ends.append(id)
                continue
            }
            unknown[id, default: 0] += 1
            guard unknown[id] == 1, unknown.count <= Self.shownAtMost else { continue }
            findings.add(
                .travel(.unknownNode(id, near: NearestNames.of(id, among: known.sorted()))), file: file, line: line,
                column: column)
        }
        guard ends.count == 2, case .number(let minutes) = cells[2], case .number(let kilometres) = cells[3] else {
            return nil
        }
        if ends[0] == ends[1] {
            if minutes != 0 || kilometres != 0 {
                findings.add(
                    .travel(.toItself(ends[0])), file: file, line: line, column: minutes != 0 ? "minutes" : "km")
            }
            return nil
        }
        let leg = Leg(
            distance: Metres(Int((kilometres * 1000).rounded())), duration: Seconds(Int((minutes * 60).rounded())))
        return Way(line: line, from: ends[0], to: ends[1], leg: leg)
    }

    private static func isPlausible(_ leg: Leg) -> Bool {
        guard leg.distance > plausibleFrom else { return true }
        return leg.duration > .zero && plausibleSpeeds.contains(leg.kilometresPerHour)
    }
}

extension Leg {
    /// Infinite for a way that takes no time.
    package var kilometresPerHour: Double { distance.kilometres / (Double(duration.count) / 3600) }
}
