import FileAccess
import Foundation
import PlanStore
import PlanningModel
import TabularData

/// Reads a folder of CSV files in the project's own schema (`data/README.md`).
package struct TerritoryReader {
    private let folder: URL
    private let folderName: String
    private var context = ReadingContext()
    private var sources: [SourceFile] = []

    package init(folder: URL, named name: String) {
        self.folder = folder
        folderName = name
    }

    /// - Throws: `InputFailure` where there is no folder; all else goes to `findings`.
    package mutating func read(_ findings: inout Findings) throws -> TerritoryContents {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw InputFailure(.file(.dataFolderMissing), file: folderName)
        }
        for change in CodeChanges.builtIn { context.note(change) }
        var records: [TableKind: [Record]] = [:]
        for kind in TableKind.allCases {
            let url = folder.appendingPathComponent(kind.fileName)
            guard kind.isNeeded || FileManager.default.fileExists(atPath: url.path) else { continue }
            let shown = folderName == "." ? kind.fileName : folderName + "/" + kind.fileName
            do {
                records[kind] = try read(kind, url, shown, &findings)
            } catch let failure as InputFailure {
                findings.add(failure)
            }
        }
        let contours = ContoursReader.read(folder: folder, named: folderName, &findings)
        return TerritoryAssembly(records).contents(contours: contours, sources: sources)
    }

    private mutating func read(
        _ kind: TableKind, _ url: URL, _ shown: String, _ findings: inout Findings
    ) throws -> [Record] {
        let rows = try TableRows(url, named: shown)
        sources.append(SourceFile(name: kind.fileName, sha256: rows.survey.sha256))
        EncodingNotice.add(rows.survey, &findings)
        guard let header = try rows.header() else {
            findings.add(.table(.noRows), file: shown, line: 1)
            return []
        }
        let mapping = HeaderMapping(kind, names: header.names)
        guard TableReader.checkHeader(mapping, file: shown, line: header.line, isPartial: false, &findings) else {
            return []
        }
        var reader = TableReader(mapping, file: shown, options: TableReader.Options())
        var records: [Record] = []
        var rowCount = 0
        let errors = findings.errorCount
        context.isMissingCommunes = findings.hasErrors(in: TableKind.communes.fileName)
        try rows.each(below: header.line) { row in
            rowCount += 1
            records += reader.read(row, context, &findings)
        }
        if rowCount == 0, kind.isNeeded { findings.add(.table(.noRows), file: shown, line: 1) }
        if findings.errorCount == errors { reader.finish(&findings) }
        for record in records { self.context.note(record) }
        return records
    }
}

/// Says in which encoding a file was read, where it is not UTF-8.
package enum EncodingNotice {
    package static func add(_ survey: FileSurvey, _ findings: inout Findings) {
        guard survey.encoding != .utf8 else { return }
        findings.add(.file(.readAs(survey.encoding)), file: survey.name, level: .warning)
    }
}
