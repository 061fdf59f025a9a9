import Foundation

/// The rows of a table file, whatever its format: CSV, XLSX or GeoJSON of points.
struct TableRows {
    let survey: FileSurvey
    private let isWorkbook: Bool
    private let isJSON: Bool
    private let sheet: Int

    /// - Parameter sheet: of a workbook, from 1.
    /// - Throws: `InputFailure`.
    init(_ url: URL, named name: String, sheet: Int = 1) throws {
        self.sheet = sheet
        let head = (try? FileHandle(forReadingFrom: url))?.readData(ofLength: 512) ?? Data()
        isWorkbook = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw InputFailure(findings: [Finding(file: name, message: ErrorWords.oldWorkbook)])
        }
        let first = head.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }.first
        isJSON = first == 0x7B || first == 0x5B || ["geojson", "json"].contains(url.pathExtension.lowercased())
        survey = try FileSurvey(url, named: name, isText: !isWorkbook)
    }

    var isGeoJSON: Bool { isJSON }

    /// - Throws: `InputFailure`, and what `body` throws.
    func each(_ body: (RawRow) throws -> Void) throws {
        if isWorkbook {
            let table = try WorkbookRows.table(of: survey, sheet: sheet)
            defer { try? FileManager.default.removeItem(at: table) }
            var inner = try FileSurvey(table, named: survey.name, isText: true)
            inner.name = survey.name
            try CSVRows(survey: inner).each(body)
        } else if isJSON {
            try GeoJSONFile(survey).points().forEach(body)
        } else {
            try CSVRows(survey: survey).each(body)
        }
    }

    /// The names of the columns: the first row that is neither blank nor a comment.
    func header() throws -> (line: Int, names: [String])? {
        struct Enough: Error {}
        var header: (line: Int, names: [String])?
        do {
            try each { row in
                guard !row.isBlank, !row.isComment else { return }
                header = (row.line, row.cells.map(CellReading.trimmed))
                throw Enough()
            }
        } catch is Enough {}
        return header
    }
}
