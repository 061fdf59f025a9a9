import Foundation
import Testing

@Suite("The command exporter-modele")
struct ExportCommandTests {
    /// Reads a file with HiGHS and prints the optimum, or why it cannot.
    private static let highs = """
        import sys
        try:
            import highspy
        except ImportError:
            print("absent"); sys.exit()
        h = highspy.Highs()
        h.setOptionValue("output_flag", False)
        h.setOptionValue("mip_rel_gap", 0.0)
        h.readModel(sys.argv[1])
        h.run()
        print(h.getModelStatus() == highspy.HighsModelStatus.kOptimal, h.getInfo().objective_function_value)
        """

    /// `ITINERANCE_PYTHON` names a Python that has highspy.
    private static let python = ProcessInfo.processInfo.environment["ITINERANCE_PYTHON"] ?? "python3"

    private func optimum(_ file: String, in runner: CommandRunner) throws -> Double? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [Self.python, "-c", Self.highs, file]
        process.currentDirectoryURL = runner.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // HiGHS may greet before.
        let words = (text.split(whereSeparator: \.isNewline).last ?? "").split(separator: " ")
        if words == ["absent"] {
            print("highspy is not installed: the file is not read by HiGHS (ITINERANCE_PYTHON names another Python)")
            return nil
        }
        #expect(words.first == "True", "\(text)")
        return words.last.flatMap { Double($0) }
    }

    @Test("HiGHS reads both files and finds the value of the plan")
    func highs() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let plan = try JSONSerialization.jsonObject(with: Data(runner.read("plan/plan.json").utf8)) as? [String: Any]
        let value = try #require(plan?["valeur"] as? Double)
        let result = try runner.run(["exporter-modele", "essai.yaml", "--mps", "m.mps", "--lp", "m.lp"])
        #expect(result.code == 0, "\(result.error)")
        #expect(try runner.leftovers() == ["m.lp", "m.mps", "plan"])
        if let found = try optimum("m.mps", in: runner) { #expect(abs(found + value) < 0.0005) }
        if let found = try optimum("m.lp", in: runner) { #expect(abs(found - value) < 0.0005) }
    }

    @Test("A file that exists is kept unless asked; a wrong command writes nothing")
    func refusals() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("m.mps", "ancien")
        let command = ["export-model", "essai.yaml", "--mps", "m.mps"]
        #expect(try runner.run(command).code == 74)
        #expect(try runner.read("m.mps") == "ancien")
        #expect(try runner.run(["exporter-modele", "essai.yaml"]).code == 64)
        let unknown = try runner.run(command + ["--remplacer", "--service", "autre"])
        #expect(unknown.code == 2)
        #expect(unknown.error == "service « autre » inconnu. Connus : lr.\n")
        #expect(try runner.read("m.mps") == "ancien")
        #expect(try runner.run(command + ["--remplacer"]).code == 0)
        #expect(try runner.read("m.mps") != "ancien")
        let nowhere = try runner.run(["exporter-modele", "essai.yaml", "--lp", "absent/m.lp"])
        #expect(nowhere.code == 74)
        #expect(
            nowhere.error
                == "absent/m.lp : écriture impossible. Vérifiez les droits et la place sur le disque. Rien n'a été écrit.\n"
        )
    }

    @Test("A full disk is told, and nothing half-written stays")
    func fullDisk() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let small = runner.folder.appendingPathComponent("petit.yaml")
        try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
        func call(_ arguments: [String]) throws -> Int32 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = arguments
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
        try #require(
            try call(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small.path]) == 0,
            "the test mounts a small disk, and needs root for it")
        defer { _ = try? call(["umount", small.path]) }
        let result = try runner.run(["exporter-modele", "essai.yaml", "--mps", "petit.yaml/m.mps"])
        #expect(result.code == 74)
        #expect(
            result.error
                == "petit.yaml/m.mps : écriture impossible. Vérifiez les droits et la place sur le disque. Rien n'a été écrit.\n"
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: small.path).isEmpty)
    }
}
