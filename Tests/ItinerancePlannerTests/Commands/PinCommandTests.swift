import Foundation
import Testing

/// `epingler` and `liberer`, as a user runs them.
@Suite("Commands on promises")
struct PinCommandTests {
    private static let by = ["--motif", "essai", "--auteur", "élu", "--date", "2027-01-02"]

    private func pin(
        _ runner: CommandRunner, _ arguments: [String], interruptWhen isReady: (() -> Bool)? = nil
    ) throws -> CommandRunner.Result {
        try runner.run(["epingler", "essai.yaml"] + arguments + Self.by, interruptWhen: isReady)
    }

    private static let wrong: [(arguments: [String], code: Int32, words: String)] = [
        (["--lieu", "lieu-59600", "--servi", "oui"], 2, "essai.yaml, ligne 15, colonne lieu : "),
        (["--lieu", "lieu-59275", "--servi", "oui"], 2, "hors du territoire du service"),
        (["--commune", "99999", "--servi", "oui"], 2, "colonne commune"),
        (["--lieu", "lieu-59601", "--jours", "mardy"], 2, "ligne 16, colonne jours : « mardy »"),
        (["--lieu", "lieu-59601", "--jours", "mardi,"], 2, "colonne jours"),
        (["--lieu", "lieu-59601", "--debut", "25:00"], 2, "colonne debut"),
        (["--lieu", "lieu-59601", "--debut", "9:00", "--demi-journee", "apres_midi"], 2, "colonne debut"),
        (["--lieu", "lieu-59601", "--servi", "peut-être"], 2, "colonne servi"),
        (["--lieu", "lieu-59601", "--servi", "non", "--jours", "mardi"], 2, "colonne jours"),
        (["--lieu", "lieu-59601", "--visites-min", "8", "--visites-max", "2"], 2, "visites_min (8) dépasse"),
        (["--lieu", "lieu-59601", "--visites-min", "3"], 2, "colonne visites_min"),
        (["--lieu", "lieu-59601", "--vehicule", "van-9"], 2, "colonne vehicule"),
        (["--lieu", "lieu-59601", "--equipe", "equipe-9"], 2, "colonne equipe"),
        (["--lieu", "lieu-59601", "--semaines", "5"], 2, "colonne semaines"),
        (["--lieu", "lieu-59601", "--ordre", "2"], 2, "colonne ordre"),
        (["--lieu", "lieu-59601"], 2, "cette épingle ne demande rien"),
        (["--lieu", "lieu-59601", "--servi", "oui", "--jusqu-au", "2026-12-31"], 2, "avant le début du cycle"),
        (["--lieu", "lieu-59601", "--servi", "oui", "--jusqu-au", "31/12/2027"], 2, "colonne jusqu_au"),
        (["--lieu", "lieu-59601", "--servi", "oui", "--service", "m1000j"], 2, "service « m1000j » inconnu"),
        (["--servi", "oui"], 64, "--lieu ou --commune"),
        (["--lieu", "lieu-59601", "--commune", "59601", "--servi", "oui"], 64, "--lieu ou --commune"),
        (["--lieu", "lieu-59601", "--servi", "oui", "--duree", "0"], 64, "--duree"),
        (["--lieu", "lieu-59601", "--servi", "oui", "--plan", "absent.json"], 2, "absent.json"),
    ]

    @Test("What the scenario could not hold is refused with its place, and nothing is written", arguments: wrong)
    func refused(_ item: (arguments: [String], code: Int32, words: String)) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try pin(runner, item.arguments)
        #expect(result.code == item.code, "\(item.arguments): \(result.error)")
        #expect(result.error.contains(item.words), "\(item.arguments): \(result.error)")
        #expect(try runner.read("essai.yaml") == CommandRunner.scenario)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test(
        "No promise without a reason and a role, and none with what only a person has",
        arguments: [
            ["--motif", " ", "--auteur", "élu"], ["--motif", "essai", "--auteur", ""], ["--motif", "essai"],
            ["--motif", "appeler le 03 27 00 00 00", "--auteur", "élu"],
            ["--motif", "essai", "--auteur", "mairie@exemple.fr"],
            ["--motif", "voir +33 3.27.00.00.00", "--auteur", "élu"],
        ])
    func persons(_ by: [String]) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(["epingler", "essai.yaml", "--lieu", "lieu-59601", "--servi", "oui"] + by)
        #expect(result.code == 64, "\(by): \(result.error)")
        #expect(try runner.read("essai.yaml") == CommandRunner.scenario)
    }

    private static let forms: [(name: String, text: String, code: Int32, words: String)] = [
        ("tabs", CommandRunner.scenario.replacing("    poids: 1", with: "\tpoids: 1"), 2, "ligne 13"),
        (
            "an alias",
            CommandRunner.scenario.replacing(
                "    poids: 1",
                with: """
                        epingles: &p
                          - lieu: lieu-59012
                            servi: oui
                      - id: m
                        type: M1000J
                        epci: ["200043404"]
                        equipages:
                          - {vehicule: van-2, equipe: equipe-2, depot: depot-maubeuge}
                        epingles: *p
                    """), 2, "ancre et alias"
        ),
        (
            "a service in braces",
            "donnees: .\npremier_lundi: 2027-01-04\nservices:\n  - {id: lr, type: LR, epci: [\"200043404\"], depot: "
                + "depot-fourmies, vehicule: van-1, equipe: equipe-1}\n", 2, "ligne 4"
        ),
        (
            "a key without a list", CommandRunner.scenario.replacing("    poids: 1", with: "    epingles:"), 2,
            "ligne 13, colonne epingles"
        ),
    ]

    @Test("A form of file that cannot be edited for certain is refused with its line, and stays", arguments: forms)
    func form(_ form: (name: String, text: String, code: Int32, words: String)) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("essai.yaml", form.text)
        for service in ["lr"] + (form.name == "an alias" ? ["m"] : []) {
            let result = try pin(
                runner, ["--sans-recherche", "--service", service, "--lieu", "lieu-59601", "--servi", "oui"])
            #expect(result.code == form.code && result.error.contains(form.words), "\(form.name): \(result.error)")
            #expect(try runner.read("essai.yaml") == form.text, "\(form.name)")
        }
    }

    @Test("Two promises that exclude each other are told with the line of the first")
    func pair() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try pin(runner, ["--sans-recherche", "--lieu", "lieu-59601", "--jours", "mardi"]).code == 0)
        let before = try runner.read("essai.yaml")
        let result = try pin(runner, ["--lieu", "lieu-59601", "--jours", "jeudi"])
        #expect(result.code == 2 && result.error.contains("contredit l'épingle de la ligne 15"), "\(result.error)")
        #expect(result.error.contains("Rien n'est écrit"))
        #expect(try runner.read("essai.yaml") == before)
    }

    @Test("Promises that no plan keeps together are told, nothing is written, but where it is wanted all the same")
    func conflict() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        for venue in ["lieu-59601", "lieu-59249"] {
            let result = try pin(
                runner, ["--lieu", venue, "--servi", "oui", "--jours", "mardi", "--debut", "9:00", "--duree", "60"])
            guard venue == "lieu-59249" else {
                #expect(result.code == 0, "\(result.error)")
                continue
            }
            #expect(result.code == 4, "\(result.error)")
            #expect(result.output.contains("Ces 3 demandes ne peuvent pas être tenues ensemble"), "\(result.output)")
            #expect(result.output.contains("Trélon, centre") && result.output.contains("Fourmies, centre"))
            #expect(try !runner.read("essai.yaml").contains("lieu-59249"))
            let written = try pin(
                runner, ["--lieu", venue, "--servi", "oui", "--jours", "mardi", "--debut", "9:00", "--malgre-tout"])
            #expect(written.code == 0, "\(written.error)")
            #expect(try runner.read("essai.yaml").contains("lieu-59249"))
        }
        // A promise beside the quarrel is told not to be part of it.
        let other = try pin(runner, ["--commune", "59012", "--visites-max", "4"])
        #expect(other.code == 4 && other.output.contains("n'est pas en cause"), "\(other.output)")
        let summary = try pin(runner, ["--commune", "59012", "--visites-max", "4", "--json"])
        let told = try #require(
            try JSONSerialization.jsonObject(with: Data(summary.output.utf8)) as? [String: Any])
        let conflict = try #require(told["conflit"] as? [String: Any])
        #expect((conflict["ensemble"] as? [[String: Any]])?.count == 3 && conflict["irreductible"] as? Bool == true)
        #expect(told["ecrite"] as? Bool == false && told["promesses_du_service"] as? String == "impossible")
        #expect(try !runner.read("essai.yaml").contains("visites_max"))
    }

    @Test("Whether a plan keeps the promise is told")
    func standing() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--duree", "5"]).code == 0)
        let plan = try #require(
            try JSONSerialization.jsonObject(with: runner.data("plan/plan.json")) as? [String: Any])
        let service = try #require((plan["services"] as? [[String: Any]])?.first)
        let days = try #require(service["journees"] as? [[String: Any]])
        let stops = Set(
            days.flatMap { $0["visites"] as? [[String: Any]] ?? [] }.compactMap { $0["lieu"] as? String })
        let stop = try #require(stops.sorted().first)
        let kept = try pin(
            runner, ["--sans-recherche", "--lieu", stop, "--servi", "oui", "--plan", "plan/plan.json"])
        #expect(kept.output.contains("plan/plan.json tient cette promesse."), "\(kept.output)")
        let weekday = try #require(
            days.first { day in
                (day["visites"] as? [[String: Any]] ?? []).contains { $0["lieu"] as? String == stop }
            }?["jour"] as? String)
        let moved = try pin(
            runner,
            ["--sans-recherche", "--lieu", stop, "--jours", weekday == "lundi" ? "mardi" : "lundi"] + [
                "--plan", "plan/plan.json",
            ])
        #expect(moved.code == 0 && moved.output.contains("ne tient pas cette promesse"), "\(moved.output)")
        #expect(moved.output.contains("ce jour n'est pas parmi ceux de l'épingle"))
    }

    /// The file aside that a command has made once it waits for its turn to write.
    private func hasFileAside(_ runner: CommandRunner) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: runner.folder.path).contains { $0.hasSuffix(".partiel") })
            ?? false
    }

    @Test("A file that somebody changes meanwhile keeps their work, and a killed command leaves it whole")
    func changedMeanwhile() throws {
        for isKilled in [false, true] {
            let runner = try CommandRunner()
            defer { runner.remove() }
            let target = runner.folder.appendingPathComponent("essai.yaml").path
            let held = open(target, O_RDONLY | O_CLOEXEC)
            #expect(flock(held, LOCK_EX) == 0)
            let process = Process()
            process.executableURL = CommandRunner.program
            process.arguments =
                ["epingler", "essai.yaml", "--sans-recherche", "--lieu", "lieu-59601", "--servi", "oui"] + Self.by
            process.currentDirectoryURL = runner.folder
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            while process.isRunning, !hasFileAside(runner) { usleep(1000) }
            let changed = CommandRunner.scenario + "\n# relu\n"
            if isKilled {
                kill(process.processIdentifier, SIGKILL)
            } else {
                let file = try #require(FileHandle(forWritingAtPath: target))
                try file.write(contentsOf: Data(changed.utf8))
                try file.close()
            }
            close(held)
            let error = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(try runner.read("essai.yaml") == (isKilled ? CommandRunner.scenario : changed))
            guard !isKilled else {
                // Nothing is locked any more.
                let again = try pin(runner, ["--sans-recherche", "--lieu", "lieu-59601", "--servi", "oui"])
                #expect(again.code == 0, "\(again.error)")
                continue
            }
            #expect(process.terminationStatus == 74 && error.contains("quelqu'un a changé ce fichier"), "\(error)")
            #expect(try runner.leftovers().isEmpty)
        }
    }

    @Test("A file that another program goes on holding is left as it is")
    func lock() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let held = open(runner.folder.appendingPathComponent("essai.yaml").path, O_RDONLY | O_CLOEXEC)
        defer { close(held) }
        #expect(flock(held, LOCK_EX) == 0)
        let result = try pin(runner, ["--sans-recherche", "--lieu", "lieu-59601", "--servi", "oui"])
        #expect(result.code == 74 && result.error.contains("un autre programme tient ce fichier"), "\(result.error)")
        #expect(try runner.read("essai.yaml") == CommandRunner.scenario)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("Ctrl-C writes nothing")
    func interrupted() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        // Proving that the floors cannot be kept, and what helps, takes many searches.
        let text = try String(
            contentsOf: CommandRunner.root.appendingPathComponent("data/nord/planchers-impossibles.yaml"),
            encoding: .utf8)
        try runner.write("essai.yaml", text)
        let began = Date()
        let result = try pin(runner, ["--lieu", "lieu-59601", "--servi", "oui", "--duree", "600"]) {
            Date().timeIntervalSince(began) > 2
        }
        // 2: before the search watches for it.
        #expect(result.code == 130 || result.code == SIGINT, "\(result.code) \(result.output) \(result.error)")
        #expect(try runner.read("essai.yaml") == text)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("A file or a folder without the right to write is refused before any work")
    func unwritable() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let copy = runner.folder.appendingPathComponent("programme.yaml")
        try FileManager.default.copyItem(at: CommandRunner.program, to: copy)
        chmod(runner.folder.path, 0o755)
        chmod(copy.path, 0o755)
        for (folder, file) in [(0o755, 0o666), (0o777, 0o644)] {
            chmod(runner.folder.path, mode_t(folder))
            chmod(runner.folder.appendingPathComponent("essai.yaml").path, mode_t(file))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy.path, "epingler", "essai.yaml"]
                + ["--lieu", "lieu-59601", "--servi", "oui"] + Self.by
            process.currentDirectoryURL = runner.folder
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let error = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 74, "\(error)")
            #expect(error.hasPrefix("essai.yaml : écriture impossible."), "\(error)")
            #expect(try runner.read("essai.yaml") == CommandRunner.scenario)
            #expect(try runner.leftovers().isEmpty)
        }
    }

    @Test("Nothing to release is an error that changes nothing; a field that no promise has is one of usage")
    func nothing() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let none = try runner.run(["liberer", "essai.yaml", "--lieu", "lieu-59601"])
        #expect(none.code == 2 && none.error.contains("aucune épingle sur « lieu-59601 »"))
        #expect(try runner.run(["liberer", "essai.yaml", "--lieu", "lieu-59601", "--champ", "motif"]).code == 64)
        #expect(try runner.read("essai.yaml") == CommandRunner.scenario)
    }
}
