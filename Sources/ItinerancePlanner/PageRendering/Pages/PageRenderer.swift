import Foundation
import Optimizer
import Synchronization

/// Makes a page into a tagged PDF with WeasyPrint, where it is installed.
///
/// Source: WeasyPrint's documentation, `--pdf-variant pdf/ua-1` (experimental: the file is tagged, conformance is not claimed).
package struct PageRenderer: Sendable {
    private let program: String
    private let stop: StopFlag

    /// `nil` where WeasyPrint is not on the path.
    ///
    /// - Parameter stop: ends WeasyPrint, which a Ctrl-C does not reach, and leaves no file of it.
    package init?(stop: StopFlag = StopFlag()) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        guard let folder = folders.first(where: { access($0 + "/weasyprint", X_OK) == 0 }) else { return nil }
        program = folder + "/weasyprint"
        self.stop = stop
    }

    /// Several pages, four at once at most: WeasyPrint works on one core, and takes up to 200 MB.
    ///
    /// - Throws: `RenderingFault` of the first page, in their order, for which WeasyPrint ends with an error or is stopped.
    package func pdfs(_ pages: [String]) throws -> [Data] {
        let workers = min(4, pages.count, ProcessInfo.processInfo.activeProcessorCount)
        let results = Mutex<[Int: Result<Data, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for index in stride(from: worker, to: pages.count, by: workers) {
                let result = Result { try pdf(pages[index]) }
                results.withLock { $0[index] = result }
            }
        }
        let prints = results.withLock { $0 }
        return try pages.indices.compactMap { try prints[$0]?.get() }
    }

    /// - Throws: `RenderingFault` where WeasyPrint ends with an error or is stopped.
    package func pdf(_ html: String) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("itinerance.\(UUID().uuidString)")
        let (page, output, log) = (
            folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.pdf"),
            folder.appendingPathComponent("journal")
        )
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try Data(html.utf8).write(to: page)
            _ = FileManager.default.createFile(atPath: log.path, contents: nil)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            try Data(FetchGuard.code.utf8).write(to: folder.appendingPathComponent(FetchGuard.fileName))
            process.environment = FetchGuard.environment(ProcessInfo.processInfo.environment, folder: folder.path)
            process.arguments = ["--pdf-variant", "pdf/ua-1", page.path, output.path]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: log)
            try process.run()
            while process.isRunning {
                // It inherits that SIGTERM is ignored while this program watches for it.
                if stop.isRaised { kill(process.processIdentifier, SIGKILL) }
                usleep(10_000)
            }
            guard !stop.isRaised else { throw RenderingFault.interrupted }
            guard process.terminationStatus == 0 else {
                let words = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
                throw RenderingFault.pdfFailed(log: words)
            }
            return try Data(contentsOf: output)
        } catch let fault as RenderingFault {
            throw fault
        } catch {
            throw RenderingFault.pdfFailed(log: "")
        }
    }
}
