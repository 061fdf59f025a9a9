import FileAccess
import Foundation

/// The rows of a table file, whatever its format: CSV, XLSX or GeoJSON of points.
package struct TableRows {
    package let survey: FileSurvey
    private let isJSON: Bool
    /// A workbook's sheet as CSV, made once.
    private let sheet: WorkbookSheet?

    /// - Parameter sheet: of a workbook, from 1.
    /// - Throws: `InputFailure`.
    package init(_ url: URL, named name: String, sheet: Int = 1) throws {
        let head = (try? FileBytes.open(url).handle.read(upToCount: 512)) ?? Data()
        let isWorkbook = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw InputFailure(.file(.oldWorkbook), file: name)
        }
        let first = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }.first
        isJSON = first == 0x7B || first == 0x5B || ["geojson", "json"].contains(url.pathExtension.lowercased())
        survey = try FileSurvey(url, named: name, isText: !isWorkbook)
        self.sheet = isWorkbook ? try WorkbookSheet(survey, number: sheet) : nil
    }

    package var isGeoJSON: Bool { isJSON }

    /// - Throws: `InputFailure`, and what `body` throws.
    package func each(_ body: (RawRow) throws -> Void) throws {
        if let sheet {
            try CSVRows(survey: FileSurvey(sheet.table, named: survey.name, isText: true)).each(body)
        } else if isJSON {
            try GeoJSONFile(survey).points().forEach(body)
        } else {
            try CSVRows(survey: survey).each(body)
        }
    }

    /// The rows of data: below the header, neither blank nor a comment.
    package func each(below header: Int, _ body: (RawRow) throws -> Void) throws {
        try each { row in
            guard !row.isBlank, !row.isComment, row.line != header else { return }
            try body(row)
        }
    }

    /// The folded names of the columns where all of some are there; else `nil`, with what is missing in the findings.
    package func header(
        with needed: [String], _ findings: inout Findings
    ) throws -> (line: Int, names: [String])? {
        guard let header = try header() else {
            findings.add(.table(.noRows), file: survey.name, line: 1)
            return nil
        }
        let names = header.names.map(HeaderNames.folded)
        let missing = needed.filter { !names.contains($0) }
        for name in missing {
            findings.add(
                .table(.missingColumn(name, near: NearestNames.of(name, among: header.names))), file: survey.name,
                line: header.line, column: name)
        }
        return missing.isEmpty ? (header.line, names) : nil
    }

    /// The names of the columns: the first row that is neither blank nor a comment.
    package func header() throws -> (line: Int, names: [String])? {
        struct Enough: Error {}
        var header: (line: Int, names: [String])?
        do {
            try each { row in
                guard !row.isBlank, !row.isComment else { return }
                header = (row.line, row.cells.map(RawRow.trimmed))
                throw Enough()
            }
        } catch is Enough {}
        return header
    }
}
