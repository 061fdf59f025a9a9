import FileAccess
import Foundation

/// A sheet of an XLSX workbook, turned into CSV by `xlsx2csv`. The CSV has no name: nothing of it stays, however the program ends.
package final class WorkbookSheet {
    private let file: FileHandle

    /// Bytes of the sheet as text: a small workbook can hold very much.
    private static let sizeLimit = 200_000_000
    private static let blockSize = 1 << 20
    /// Kilobytes that `xlsx2csv` may take.
    private static let memoryLimit = 2_000_000

    /// - Parameter sheet: number of the sheet, from 1.
    /// - Throws: `InputFailure` where the tool is missing or refuses the workbook, or the sheet is too large.
    package init(_ survey: FileSurvey, number sheet: Int) throws {
        func fail(_ fault: FileFault) -> InputFailure { InputFailure(.file(fault), file: survey.name) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "ulimit -v \(Self.memoryLimit); exec xlsx2csv \"$@\"", "sh", "--sheet", String(sheet), "--dateformat",
            "%Y-%m-%d", "--floatformat", "%.10g", survey.url.path,
        ]
        process.standardInput = FileHandle.nullDevice
        let (table, errors) = (Pipe(), Pipe())
        process.standardOutput = table
        process.standardError = errors
        guard let file = Self.unnamedFile() else { throw fail(.unreadable) }
        do { try process.run() } catch { throw fail(.workbookToolMissing) }
        var size = 0
        // The tool writes into a pipe, so that it ends when this program does.
        while let block = try? table.fileHandleForReading.read(upToCount: Self.blockSize), !block.isEmpty {
            size += block.count
            guard size <= Self.sizeLimit, (try? file.write(contentsOf: block)) != nil else { break }
        }
        if size > Self.sizeLimit { kill(process.processIdentifier, SIGKILL) }
        try? table.fileHandleForReading.close()
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard size <= Self.sizeLimit else { throw fail(.workbookTooLarge(limit: Self.sizeLimit)) }
        if process.terminationStatus == 127 { throw fail(.workbookToolMissing) }
        guard process.terminationStatus == 0, size > 0 else {
            // What the tool says of it, and not the names of its own lines.
            let isMissing = complaint.split(separator: "\n").last?.hasPrefix("Sheet") ?? false
            throw fail(isMissing ? .workbookSheet(sheet) : .workbookUnreadable)
        }
        self.file = file
    }

    /// Where the CSV can be read while this is there.
    package var table: URL { URL(fileURLWithPath: "/proc/self/fd/\(file.fileDescriptor)") }

    private static func unnamedFile() -> FileHandle? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance-\(UUID().uuidString).csv")
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(url.path)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
