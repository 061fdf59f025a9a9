import FileAccess
import Foundation
import Optimizer
import PlanningModel
import TabularData

/// Reads how a search went from `recherche.csv` beside a plan.
package enum SearchTraceReader {
    /// Seconds and points beyond which a figure is no figure.
    private static let limit = 1e9

    /// What lies beside a plan, or is kept with it.
    ///
    /// - Throws: `InputFailure` with all that is wrong with the file.
    package static func read(besidePlan path: String) throws -> SearchTrace? {
        guard let reference = PlanReference(path) else {
            return try read(folder: URL(fileURLWithPath: path).deletingLastPathComponent())
        }
        guard let kept = try reference.file(PlanFolder.search, named: path) else { return nil }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance.\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            try kept.data.write(to: PlanFolder.search.url(in: folder))
        } catch {
            throw OutputFault.unwritable(folder.path)
        }
        return try read(folder: folder)
    }

    /// `nil` where the folder has no such file.
    ///
    /// - Throws: `InputFailure` with all that is wrong with the file.
    package static func read(folder: URL) throws -> SearchTrace? {
        let url = PlanFolder.search.url(in: folder)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let name = folder.relativePath == "." ? PlanFolder.search.text : "\(folder.relativePath)/\(PlanFolder.search)"
        let rows = try TableRows(url, named: name)
        var findings = Findings()
        guard let header = try rows.header(with: SearchTrace.columns, &findings) else {
            try findings.throwIfErrors()
            return nil
        }
        let places = SearchTrace.columns.map { header.names.firstIndex(of: $0) ?? 0 }
        var steps: [SolveProgress] = []
        try rows.each(below: header.line) { row in
            guard row.cells.count == header.names.count else {
                findings.add(
                    .table(.cellCount(found: row.cells.count, expected: header.names.count)), file: name,
                    line: row.line)
                return
            }
            var figures: [Double?] = []
            for (column, place) in zip(SearchTrace.columns, places) {
                let cell = row.cells[place].trimmingCharacters(in: .whitespaces)
                let figure = FrenchDecimal.value(cell).flatMap { abs($0) <= limit ? $0 : nil }
                // There is neither a value nor a gap before the first plan.
                if figure == nil, !(cell.isEmpty && ["valeur", "ecart"].contains(column)) {
                    findings.add(.cell(.notANumber(cell)), file: name, line: row.line, column: column)
                }
                figures.append(figure)
            }
            guard let seconds = figures[0], let bound = figures[2], let columns = figures[4], let nodes = figures[5]
            else { return }
            if seconds < steps.last?.seconds ?? 0 {
                findings.add(.plan(.timeRunsBackwards), file: name, line: row.line, column: SearchTrace.columns[0])
            }
            steps.append(
                SolveProgress(
                    seconds: seconds, value: figures[1], bound: bound, gap: figures[3], columns: Int(columns),
                    nodes: Int(nodes)))
        }
        try findings.throwIfErrors()
        return SearchTrace(steps: steps)
    }
}
