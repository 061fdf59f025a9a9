import FileAccess
import Foundation
import PlanningModel
import TabularData

/// Reads tables of what happened, one row for each opening of a plan or day of a van at its depot.
package struct RealisedReader {
    private let scenario: Scenario
    private var findings = Findings()
    private var sources: [SourceFile] = []

    package static let needed = ["date", "lieu", "etat"]
    package static let columns = [
        "date", "service", "lieu", "debut_prevu", "etat", "debut", "fin", "arrivee", "depart", "parents", "enfants",
        "motif",
    ]

    /// - Throws: `InputFailure` with all that is wrong with the tables.
    package static func read(
        _ paths: [String], of scenario: Scenario
    ) throws -> (lines: [RealisedLine], sources: [SourceFile], warnings: [Finding]) {
        var reader = RealisedReader(scenario: scenario)
        var lines: [RealisedLine] = []
        for path in paths {
            do { lines += try reader.lines(path) } catch let failure as InputFailure { reader.findings.add(failure) }
        }
        try reader.findings.throwIfErrors()
        return (lines, reader.sources, reader.findings.warnings)
    }

    private init(scenario: Scenario) { self.scenario = scenario }

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
                zip(header.names, row.cells.map(RawRow.trimmed)), uniquingKeysWith: { first, _ in first })
            var cells = RealisedCells(texts, file: path, line: row.line)
            if let line = cells.line(of: scenario) { lines.append(line) }
            findings.add(InputFailure(findings: cells.findings.all))
        }
        if lines.isEmpty, !findings.hasErrors { findings.add(.table(.noRows), file: path, line: header.line) }
        sources.append(SourceFile(name: URL(fileURLWithPath: path).lastPathComponent, sha256: rows.survey.sha256))
        return lines
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
