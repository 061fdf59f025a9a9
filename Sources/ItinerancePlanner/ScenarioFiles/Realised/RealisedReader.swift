import Foundation
import GeoModel
import RoundPlan

/// Reads tables of what happened, one row for each opening, and holds each row against the openings of a plan.
package struct RealisedReader {
    private let plan: Plan
    private var findings = Findings()
    private var sources: [SourceFile] = []

    package static let needed = ["date", "lieu", "etat"]
    package static let columns = [
        "date", "service", "lieu", "debut_prevu", "etat", "debut", "fin", "arrivee", "depart", "parents", "enfants",
        "motif",
    ]

    /// - Parameter until: the last day that is told of; the last one of the tables where it is not given.
    /// - Throws: `InputFailure` with all that is wrong with the tables.
    package static func read(
        _ paths: [String], of plan: Plan, until: CivilDate?
    ) throws -> (realised: Realised, sources: [SourceFile], warnings: [Finding]) {
        var reader = RealisedReader(plan: plan)
        var lines: [RealisedLine] = []
        for path in paths {
            do { lines += try reader.lines(path) } catch let failure as InputFailure { reader.findings.add(failure) }
        }
        try reader.findings.throwIfErrors()
        let last = until ?? lines.map(\.date).max() ?? plan.scenario.firstMonday
        let late = lines.filter { $0.date > last }
        if let first = late.first {
            reader.findings.add(
                .realised(.linesAfter(late.count, last)), file: first.file, line: first.line, column: "date",
                level: .warning)
        }
        let realised = reader.matched(lines.filter { $0.date <= last }, until: last)
        try reader.findings.throwIfErrors()
        return (realised, reader.sources, reader.findings.warnings)
    }

    private init(plan: Plan) { self.plan = plan }

    // MARK: Rows

    private mutating func lines(_ path: String) throws -> [RealisedLine] {
        let rows = try TableRows(URL(fileURLWithPath: path), named: path)
        EncodingNotice.add(rows.survey, &findings)
        guard let header = try rows.header(with: Self.needed, &findings) else { return [] }
        for name in header.names where !Self.columns.contains(name) {
            findings.add(
                .realised(.unknownColumn(name, isPersonal: RealisedColumns.isPersonal(name), Self.columns)), file: path,
                line: header.line, column: name)
        }
        var seen: Set<String> = []
        for name in header.names where !seen.insert(name).inserted {
            findings.add(.table(.duplicateColumn(name)), file: path, line: header.line, column: name)
        }
        guard !findings.hasErrors(in: path) else { return [] }
        var lines: [RealisedLine] = []
        try rows.each(below: header.line) { row in
            guard row.cells.count == header.names.count else {
                findings.add(
                    .table(.cellCount(found: row.cells.count, expected: header.names.count)), file: path,
                    line: row.line)
                return
            }
            let texts = Dictionary(
                zip(header.names, row.cells.map(CellReading.trimmed)), uniquingKeysWith: { first, _ in first })
            var cells = RealisedCells(texts, file: path, line: row.line)
            if let line = cells.line(of: plan.scenario) { lines.append(line) }
            findings.add(InputFailure(findings: cells.findings.all))
        }
        if lines.isEmpty, !findings.hasErrors { findings.add(.table(.noRows), file: path, line: header.line) }
        sources.append(SourceFile(name: URL(fileURLWithPath: path).lastPathComponent, sha256: rows.survey.sha256))
        return lines
    }

    // MARK: Openings

    private struct Key: Hashable {
        var date: CivilDate
        var service: String
        var place: String
    }

    private mutating func matched(_ lines: [RealisedLine], until: CivilDate) -> Realised {
        let first = plan.scenario.firstMonday
        // Whole weeks: what is still to come in the last one is told apart.
        let sunday = max(first, until).adding(days: 6 - max(first, until).weekday.rawValue)
        let planned = DatedPlan(plan: plan, period: first...sunday).openings
        let byKey = Dictionary(grouping: planned.indices) {
            Key(date: planned[$0].date, service: planned[$0].service, place: planned[$0].visit.venue)
        }
        var told: [Int: RealisedLine] = [:]
        var depots: [Realised.DepotKey: RealisedLine] = [:]
        for line in lines {
            if line.state == nil {
                let key = Realised.DepotKey(date: line.date, service: line.service, depot: line.place)
                if let before = depots[key] { report(.realised(.twice(before.line, before.file)), line, "lieu") }
                depots[key] = line
                continue
            }
            let own = byKey[Key(date: line.date, service: line.service, place: line.place)] ?? []
            guard !own.isEmpty else {
                let days = planned.filter { $0.service == line.service && $0.visit.venue == line.place }.map(\.date)
                report(
                    .realised(.noOpening(line.place, line.date, near: Self.nearest(days, to: line.date))), line, "date")
                continue
            }
            let fitting = own.filter { line.planned == nil || planned[$0].hours.start == line.planned }
            guard fitting.count == 1 else {
                report(.realised(.whichOpening(line.planned, own.map { planned[$0].hours.start })), line, "debut_prevu")
                continue
            }
            if let before = told[fitting[0]] {
                report(.realised(.twice(before.line, before.file)), line, "lieu")
                continue
            }
            if let (fault, column) = Self.fault(line, planned[fitting[0]].hours) { report(fault, line, column) }
            told[fitting[0]] = line
        }
        return Realised(
            plan: plan, until: until,
            openings: planned.indices.map {
                Realised.Opening(planned: planned[$0], line: told[$0], isToCome: planned[$0].date > until)
            }, depots: depots)
    }

    private mutating func report(_ fault: InputFault, _ line: RealisedLine, _ column: String) {
        findings.add(fault, file: line.file, line: line.line, column: column)
    }

    private static func nearest(_ dates: [CivilDate], to date: CivilDate) -> [CivilDate] {
        func distance(_ other: CivilDate) -> Int { abs(other.dayNumber - date.dayNumber) }
        return Array(Set(dates).sorted { (distance($0), $0) < (distance($1), $1) }.prefix(2)).sorted()
    }

    /// What a row says that cannot be, once the hours of the plan are known.
    private static func fault(_ line: RealisedLine, _ hours: Interval) -> (InputFault, String)? {
        guard line.state != .cancelled else { return nil }
        let (start, end) = (line.start ?? hours.start, line.end ?? hours.end)
        if start >= end {
            return (.realised(.endsBeforeItStarts(start, end)), line.end == nil ? "debut" : "fin")
        }
        if line.state == .late, start <= hours.start { return (.realised(.notLate(start, hours.start)), "debut") }
        if let arrival = line.arrival, arrival > start {
            return (.realised(.arrivedAfter(arrival, start)), "arrivee")
        }
        if let departure = line.departure, departure < end {
            return (.realised(.leftBefore(departure, end)), "depart")
        }
        return nil
    }
}

/// Names of columns that only a person has.
package enum RealisedColumns {
    private static let words = [
        "nom", "prenom", "mail", "courriel", "email", "telephone", "tel", "portable", "mobile", "adresse", "naissance",
        "nir", "securite", "allocataire", "identite", "famille",
    ]

    /// - Parameter name: folded.
    package static func isPersonal(_ name: String) -> Bool {
        name.split(separator: "_").contains { part in words.contains { part == $0 || part == $0 + "s" } }
    }
}
