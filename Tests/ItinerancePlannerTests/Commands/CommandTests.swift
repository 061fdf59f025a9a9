import Foundation
import Testing

@Suite("Commands")
struct CommandTests {
    private let outputs = ["horaires.csv", "horaires.html", "plan.json", "tournees.csv"]

    @Test("The same input and seed give the same bytes")
    func sameBytes() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        #expect(try runner.run(["planifier", "essai.yaml", "--sortie", "encore"]).code == 0)
        for name in outputs { #expect(try runner.read("plan/\(name)") == runner.read("encore/\(name)")) }
    }

    @Test("A folder that exists is kept unless asked; other files in it are kept always")
    func existingFolder() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        try runner.write("plan/notes.txt", "à garder")
        try runner.write("plan/plan.json", "ancien")
        let refused = try runner.plan()
        #expect(refused.code == 74)
        #expect(
            refused.error
                == "plan : le dossier existe déjà et n'a pas été touché. Ajoutez --remplacer, ou choisissez un autre dossier.\n"
        )
        #expect(try runner.read("plan/plan.json") == "ancien")
        #expect(try runner.plan(["--remplacer"]).code == 0)
        #expect(try runner.read("plan/plan.json") != "ancien")
        #expect(try runner.read("plan/notes.txt") == "à garder")
        #expect(try runner.leftovers() == ["plan"])
    }

    @Test("A place that cannot be written is told before any work")
    func unwritable() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let copy = runner.folder.appendingPathComponent("programme.yaml")
        try FileManager.default.copyItem(at: CommandRunner.program, to: copy)
        chmod(runner.folder.path, 0o755)
        chmod(copy.path, 0o755)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy.path, "planifier", "essai.yaml",
            "--sortie", "plan",
        ]
        process.currentDirectoryURL = runner.folder
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(
            error
                == "plan : écriture impossible. Vérifiez les droits et la place sur le disque. Rien n'a été écrit.\n")
        #expect(process.terminationStatus == 74)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("A full disk is told, and nothing half-written stays")
    func fullDisk() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let small = runner.folder.appendingPathComponent("petit.yaml")
        try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
        let mount = Process()
        mount.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        mount.arguments = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.path]
        try mount.run()
        mount.waitUntilExit()
        try #require(mount.terminationStatus == 0, "the test mounts a small disk, and needs root for it")
        defer { unmount(small.path) }
        let result = try runner.run(["planifier", "essai.yaml", "--sortie", "petit.yaml/plan"])
        #expect(result.code == 74)
        #expect(
            result.error
                == "petit.yaml/plan : écriture impossible. Vérifiez les droits et la place sur le disque. Rien n'a été écrit.\n"
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: small.path).isEmpty)
    }

    private func unmount(_ path: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["umount", path]
        try? process.run()
        process.waitUntilExit()
    }

    @Test("A time limit too short for any plan ends with its own code")
    func tooShort() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit("essai.yaml", "\n      - \"200043404\"", "\n      - \"200068500\"\n      - \"200042190\"")
        let result = try runner.plan(["--duree", "0,000001"])
        #expect(result.code == 5)
        #expect(result.error == "pas de plan du service « lr » dans le temps donné. Augmentez --duree.\n")
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("Ctrl-C keeps the best plan so far, with its bound, and the plan passes the check")
    func interrupt() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit(
            "essai.yaml", "    epci:\n      - \"200043404\"", "    departement: oui")
        try runner.edit("essai.yaml", "min_visites: 4", "min_visites: 2")
        let result = try runner.run(
            ["planifier", "essai.yaml", "--sortie", "plan", "--duree", "600"], interruptAfter: 15)
        #expect(result.code == 0)
        #expect(result.error.isEmpty, "no progress line in a pipe")
        let data = try Data(contentsOf: runner.folder.appendingPathComponent("plan/plan.json"))
        let plan = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(plan["arret"] as? String == "interruption")
        let value = try #require(plan["valeur"] as? Double)
        let bound = try #require(plan["borne"] as? Double)
        #expect(bound >= value && value > 0)
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
    }

    @Test("A plan with one altered time, distance or credit fails, and the place is named")
    func alteredPlan() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
        let strict = try runner.run(["verifier", "plan/plan.json", "--strict"])
        #expect(strict.code == 3 && strict.error.contains("ne peut pas être dit conforme"))
        let text = try runner.read("plan/plan.json")
        for key in ["\"arrivee\"", "\"metres\"", "\"millipoints\"", "\"debut\"", "\"valeur_millipoints\""] {
            let range = try #require(text.range(of: key + " : "))
            let digits = text[range.upperBound...].prefix { $0.isNumber }
            let number = try #require(Int(digits))
            var altered = text
            altered.replaceSubrange(digits.startIndex..<digits.endIndex, with: String(number + 1))
            try runner.write("altered.yaml", altered)
            let result = try runner.run(["verifier", "altered.yaml"])
            #expect(result.code == 3, "\(key)")
            #expect(result.error == "Le plan n'est pas valide.\n")
        }
    }

    /// Files that are no plan, with what is said of each.
    static let notPlans = [
        ("", "fichier vide. Un en-tête et au moins une ligne sont attendus."),
        ("{\"format\": \"itinerance-plan\", ", "ce n'est pas du JSON valide. Le fichier est-il complet ?"),
        ("{\"a\": 1}", "clé « format » absente. Le fichier est-il complet ?"),
        (
            "{\"format\": \"autre\", \"version\": 1}",
            "format « autre » ; un fichier plan.json écrit par itinerance est attendu."
        ),
        (
            "{\"format\": \"itinerance-plan\", \"version\": 8}",
            "version 8 du format ; cette version d'itinerance lit la version 7. Mettez le programme à jour."
        ),
        (
            "{\"format\": \"itinerance-plan\", \"version\": 6}",
            "version 6 du format ; cette version d'itinerance lit la version 7. Refaites le plan avec « itinerance planifier »."
        ),
    ]

    @Test("A file that is no plan gets a message and code 2", arguments: notPlans)
    func notAPlan(_ text: String, _ message: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("faux.yaml", text)
        let result = try runner.run(["verifier", "faux.yaml"])
        #expect(result.error == "faux.yaml : \(message)\n")
        #expect(result.code == 2)
    }

    @Test("Figures no plan can hold are refused, not computed with", arguments: ["9000000000000000000", "1e300"])
    func hugeFigures(_ figure: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let text = try runner.read("plan/plan.json")
        for key in ["\"metres\"", "\"valeur\"", "\"population\"", "\"semaine\""] {
            let range = try #require(text.range(of: key + " : "))
            let digits = text[range.upperBound...].prefix { $0.isNumber || $0 == "." }
            var altered = text
            altered.replaceSubrange(digits.startIndex..<digits.endIndex, with: figure)
            try runner.write("altered.yaml", altered)
            #expect(try runner.run(["verifier", "altered.yaml"]).code == 2, "\(key)")
        }
    }

    @Test("Success, failure and the check speak JSON when asked")
    func json() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let made = try runner.plan(["--json"])
        #expect(made.code == 0)
        for text in [
            made.output, try runner.plan(["--json"]).output,
            try runner.run(["verifier", "plan/plan.json", "--json"]).output,
        ] {
            #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
        }
    }

    @Test(
        "Help is French and shows an example",
        arguments: [["--help"], ["planifier", "--help"], ["verifier", "--help"]])
    func help(_ arguments: [String]) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(arguments)
        #expect(result.code == 0)
        #expect(result.output.contains("UTILISATION :"))
        #expect(result.output.contains("itinerance planifier") || result.output.contains("itinerance verifier"))
        for word in ["USAGE", "OVERVIEW", "SUBCOMMANDS", "Show ", "default:"] { #expect(!result.output.contains(word)) }
    }

    @Test(
        "A command badly written ends with 64",
        arguments: [
            ["planifier"], ["planifer", "x"], ["planifier", "essai.yaml", "--sortie", "plan", "--duree", "-1"],
            ["planifier", "essai.yaml", "--sortie", "plan", "--ecart", "beaucoup"], ["planifier", "--inconnu"],
        ])
    func usage(_ arguments: [String]) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(arguments)
        #expect(result.code == 64)
        #expect(!result.error.isEmpty)
        #expect(try runner.leftovers().isEmpty)
    }
}
