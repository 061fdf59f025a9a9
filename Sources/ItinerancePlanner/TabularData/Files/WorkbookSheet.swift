import FileAccess
import Foundation

/// A sheet of an XLSX workbook, turned into CSV by `xlsx2csv`; the CSV goes when its owner does.
package final class WorkbookSheet {
    package let table: URL

    /// - Parameter sheet: number of the sheet, from 1.
    /// - Throws: `InputFailure` where the tool is missing or refuses the workbook.
    package init(_ survey: FileSurvey, number sheet: Int) throws {
        func fail(_ fault: InputFault) -> InputFailure {
            InputFailure(fault, file: survey.name)
        }
        let target = FileManager.default.temporaryDirectory.appendingPathComponent(
            "itinerance-\(UUID().uuidString).csv")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "xlsx2csv", "--sheet", String(sheet), "--dateformat", "%Y-%m-%d", "--floatformat", "%.10g",
            survey.url.path, target.path,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch { throw fail(.file(.workbookToolMissing)) }
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == 127 { throw fail(.file(.workbookToolMissing)) }
        let size = (try? FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int) ?? 0
        guard process.terminationStatus == 0, size > 0 else {
            try? FileManager.default.removeItem(at: target)
            throw fail(
                complaint.localizedCaseInsensitiveContains("sheet")
                    ? .file(.workbookSheet(sheet)) : .file(.workbookUnreadable))
        }
        table = target
    }

    deinit { try? FileManager.default.removeItem(at: table) }
}
