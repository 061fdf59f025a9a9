import Foundation
import Testing

/// The commands of the user's guide, run as they stand there.
@Suite("Guide")
struct GuideTests {
    @Test("Every command of the page on data and needs works, in the order of the page")
    func dataAndNeeds() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let files = FileManager.default
        for name in ["data/nord", "docs/guide"] {
            let target = runner.folder.appendingPathComponent("projet/" + name)
            try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: CommandRunner.root.appendingPathComponent(name), to: target)
        }
        let page = try runner.read("projet/docs/guide/donnees-et-besoins.md")
        let blocks = page.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let commands = blocks.flatMap { $0.split(separator: "\n").map(String.init) }
        #expect(commands.count >= 6 && commands.allSatisfy { $0.hasPrefix("itinerance ") })
        try runner.write("guide.sh", "set -eu\ncd projet\n" + commands.joined(separator: "\n") + "\n")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["guide.sh"]
        process.currentDirectoryURL = runner.folder
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] =
            CommandRunner.program.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin")
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(error)")
        #expect(try runner.read("projet/besoins/besoins-lr-avesnois.svg").contains("<svg"))
        #expect(try runner.read("projet/besoins/besoins.html").contains("Avesnes-sur-Helpe"))
        #expect(try runner.read("projet/couverture/couverture.csv").contains("Fourmies"))
    }
}
