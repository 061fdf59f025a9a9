import Foundation
import Testing

/// The commands of the user's guide, run as they stand there.
@Suite("Guide")
struct GuideTests {
    /// A copy of the project's data and guide, and the commands of one page run in it in their order.
    private func follow(_ page: String, in runner: CommandRunner, least: Int) throws {
        let files = FileManager.default
        for name in ["data/nord", "docs/guide"] {
            let target = runner.folder.appendingPathComponent("projet/" + name)
            try files.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(at: CommandRunner.root.appendingPathComponent(name), to: target)
        }
        let text = try runner.read("projet/docs/guide/" + page)
        let blocks = text.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let commands = blocks.flatMap { $0.split(separator: "\n").map(String.init) }
        #expect(commands.count >= least)
        #expect(commands.allSatisfy { $0.hasPrefix("itinerance ") || $0.hasPrefix("cp ") })
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
    }

    @Test("Every command of the page on data and needs works, in the order of the page")
    func dataAndNeeds() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try follow("donnees-et-besoins.md", in: runner, least: 6)
        #expect(try runner.read("projet/besoins/besoins-lr-avesnois.svg").contains("<svg"))
        #expect(try runner.read("projet/besoins/besoins.html").contains("Avesnes-sur-Helpe"))
        #expect(try runner.read("projet/couverture/couverture.csv").contains("Fourmies"))
    }

    @Test(
        "The tutorial works from the first plan to the report: the promise is kept, the week of the breakdown is told")
    func tutorial() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try follow("tutoriel.md", in: runner, least: 9)
        // The promise: Trélon on Tuesday mornings in the plan that follows.
        let rounds = try runner.read("projet/plans/promesse/tournees.csv").split(separator: "\n")
        let trelon = rounds.filter { $0.contains(";lieu-59601;") }
        #expect(!trelon.isEmpty && trelon.allSatisfy { $0.contains(";mardi;") })
        // The breakdown: no opening from Wednesday on in the first week, none on Monday and Tuesday of the second.
        func weekdays(_ monday: String) throws -> Set<String> {
            let lines = try runner.read("projet/plans/panne/semaine-\(monday)/tournees.csv").split(separator: "\n")
            let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]
            return Set(lines.dropFirst().flatMap { line in names.filter { line.contains(";\($0);") } })
        }
        #expect(try weekdays("2027-01-18").isSubset(of: ["lundi", "mardi"]))
        #expect(try weekdays("2027-01-25").isSubset(of: ["mercredi", "jeudi", "vendredi"]))
        #expect(try runner.data("projet/plans/panne/plan.json") == runner.data("projet/plans/promesse/plan.json"))
        #expect(try runner.read("projet/plans/panne/annonces.txt").contains("Ensuite tout reprend"))
        #expect(try runner.read("projet/comparaisons/comite/comparaison.html").contains("mon-service"))
        #expect(try runner.files(in: "projet/publications/comite").contains { $0.hasSuffix("rapport.html") })
        // The promise is lifted: the scenario is again what it was.
        #expect(
            try runner.data("projet/data/nord/mon-service.yaml")
                == Data(contentsOf: CommandRunner.root.appendingPathComponent("data/nord/avesnois.yaml")))
    }
}
