import Foundation
import Testing

@Suite("Checkers of memory on the shim")
struct SanitizeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let canRun = ["/usr/bin/gcc", "/usr/bin/clang"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "The C driver, which runs every function of the shim and each way GLPK gives up, has no fault of memory and no race",
        .enabled(if: canRun))
    func driver() throws {
        let process = Process()
        process.executableURL = Self.root.appendingPathComponent("scripts/sanitize")
        process.arguments = ["--driver"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains("all as expected"))
    }
}
