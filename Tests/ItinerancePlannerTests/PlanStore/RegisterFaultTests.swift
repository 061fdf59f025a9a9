import Foundation
import Testing

/// Disks, rights, other programs and other versions: what was kept stays whole, and what happened is told.
@Suite("Register of plans, when something fails")
struct RegisterFaultTests {
    /// Does something with a small disk under a name that no test counts as left behind.
    private func onDisk(_ fixture: RegisterFixture, kilobytes: Int, _ body: (URL) throws -> Void) throws {
        let place = fixture.runner.folder.appendingPathComponent("disque.yaml")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        try fixture.tool(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", place.path])
        defer { _ = try? fixture.tool(["umount", place.path]) }
        try body(place)
    }

    @Test("A full disk under the store costs no plan: it is in its folder, and is kept once there is room")
    func fullStore() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try onDisk(fixture, kilobytes: 20_000) { place in
            try fixture.plan(store: "disque.yaml/plans.gpkg")
            let before = try fixture.recount("disque.yaml/plans.gpkg")
            // All but some 60 kB are taken.
            let filler = place.appendingPathComponent("plein").path
            try fixture.tool(["sh", "-c", "dd if=/dev/zero of=\(filler) bs=1k 2>/dev/null; truncate -s -60k \(filler)"])
            try runner.edit("essai.yaml", "min_visites: 4", "min_visites: 2")
            let result = try runner.run([
                "planifier", "essai.yaml", "--sortie", "suite", "--registre", "disque.yaml/plans.gpkg",
            ])
            #expect(result.code == 74)
            #expect(result.error.contains("plus de place sur le disque"), "\(result.error)")
            #expect(
                result.error.contains("itinerance conserver suite/plan.json --registre disque.yaml/plans.gpkg"))
            #expect(try runner.run(["verifier", "suite/plan.json"]).code == 0)
            let after = try fixture.recount("disque.yaml/plans.gpkg")
            #expect(after.integrity == "ok" && after.faults == [])
            #expect(after.versions.map(\.planHash) == before.versions.map(\.planHash))
            try FileManager.default.removeItem(atPath: filler)
            #expect(
                try runner.run(["conserver", "suite/plan.json", "--registre", "disque.yaml/plans.gpkg"]).code == 0)
            let later = try fixture.recount("disque.yaml/plans.gpkg")
            #expect(try later.faults == [] && later.versions.last?.planHash == fixture.sha256("suite/plan.json"))
            #expect(later.versions.map(\.parent) == [nil, 1])
        }
    }

    @Test("A full disk under the folder costs no plan: it is in the store, and the way back is told")
    func fullFolder() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try onDisk(fixture, kilobytes: 64) { place in
            let result = try runner.run([
                "planifier", "essai.yaml", "--sortie", "disque.yaml/plan", "--registre", "plans.gpkg",
            ])
            #expect(result.code == 74)
            #expect(result.error.contains("itinerance restaurer plans.gpkg 1 --sortie DOSSIER"), "\(result.error)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
        }
        #expect(try runner.run(["restaurer", "plans.gpkg", "1", "--sortie", "plan"]).code == 0)
        #expect(try fixture.recount().versions.first?.planHash == fixture.sha256("plan/plan.json"))
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
    }

    @Test("A store on a disk that can only be read is told before the search; it can still be read")
    func readOnlyDisk() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try onDisk(fixture, kilobytes: 20_000) { place in
            try fixture.plan(store: "disque.yaml/plans.gpkg")
            try fixture.tool(["mount", "-o", "remount,ro", place.path])
            let plan = ["planifier", "essai.yaml", "--sortie", "suite"]
            let refused = try runner.run(plan + ["--registre", "disque.yaml/plans.gpkg"])
            #expect(refused.code == 74)
            #expect(
                refused.error
                    == """
                    disque.yaml/plans.gpkg : ce fichier ne se laisse que lire (droits, ou disque en lecture seule). Rien n'y a été écrit.
                    Aucun plan n'a été cherché. Choisissez un autre fichier avec --registre, ou --sans-registre pour un plan qui n'est pas gardé.

                    """)
            #expect(try runner.leftovers() == ["plan"])
            let missing = try runner.run(plan + ["--registre", "disque.yaml/autres.gpkg"])
            #expect(missing.code == 74 && missing.error.contains("écriture impossible"))
            #expect(try runner.run(["historique", "disque.yaml/plans.gpkg"]).output.contains("Version 1 : Essai"))
            #expect(try runner.run(["verifier", "disque.yaml/plans.gpkg@1"]).code == 0)
            let lock = try runner.run(["verrouiller", "disque.yaml/plans.gpkg", "--auteur", "direction"])
            #expect(lock.code == 74 && lock.error.contains("ne se laisse que lire"))
            #expect(try runner.run(plan + ["--sans-registre"]).code == 0)
        }
    }

    @Test("A territory that belongs to another user is told before the search")
    func otherUser() throws {
        let fixture = try RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let copy = runner.folder.appendingPathComponent("programme.yaml")
        try FileManager.default.copyItem(at: CommandRunner.program, to: copy)
        try fixture.tool(["chmod", "755", runner.folder.path, copy.path])
        let result = try fixture.tool([
            "sh", "-c",
            "setpriv --reuid=65534 --regid=65534 --clear-groups ./programme.yaml planifier essai.yaml --sortie /tmp/non-\(UUID()) 2>&1; echo fin $?",
        ])
        #expect(result.hasPrefix("territoire.gpkg : ce fichier ne se laisse que lire"), "\(result)")
        #expect(result.hasSuffix("fin 74\n"))
    }

    @Test("A store of a newer program is refused by every command, untouched")
    func newer() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        try fixture.sql("UPDATE itinerance_version SET version = 9")
        let before = try runner.data("plans.gpkg")
        for arguments in [
            ["historique", "plans.gpkg"], ["restaurer", "plans.gpkg", "1", "--sortie", "autre"],
            ["verifier", "plans.gpkg@1"], ["diff", "plans.gpkg@1", "plan/plan.json"],
            ["conserver", "plan/plan.json", "--registre", "plans.gpkg"],
            ["verrouiller", "plans.gpkg", "--auteur", "direction"],
            ["planifier", "essai.yaml", "--sortie", "autre", "--registre", "plans.gpkg"],
        ] {
            let result = try runner.run(arguments)
            #expect(result.code == 2, "\(arguments)")
            #expect(result.error.contains("version 9, plus récent que ce programme (version 4)"), "\(result.error)")
        }
        #expect(try runner.data("plans.gpkg") == before)
        #expect(try runner.leftovers() == ["plan", "plans.gpkg"])
    }

    @Test("A store of version 3 has no versions when read, and is brought up to date when a plan is kept")
    func older() throws {
        let fixture = try RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.makeOlder("territoire.gpkg")
        let before = try runner.data("territoire.gpkg")
        let empty = try runner.run(["historique", "territoire.gpkg"])
        #expect(empty.code == 0 && empty.output.contains("Aucun plan n'est gardé"))
        #expect(try runner.run(["verifier", "territoire.gpkg@1"]).error.contains("aucun plan n'est gardé"))
        #expect(try runner.plan(["--sans-registre"]).code == 0)
        #expect(try runner.data("territoire.gpkg") == before)
        #expect(try runner.plan(["--remplacer"]).code == 0)
        let recount = try fixture.recount("territoire.gpkg")
        #expect(recount.store == 4 && recount.integrity == "ok" && recount.faults == [])
        #expect(try recount.versions.map(\.planHash) == [fixture.sha256("plan/plan.json")])
    }

    @Test("A kept plan that was damaged is refused by its sum, others are read, and keeping it anew mends it")
    func damaged() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        let venue = try fixture.firstStop()
        let suite = ["replanifier", "plans.gpkg@1", "--evenement", "lieu-ferme=\(venue)", "--sortie", "suite"]
        #expect(try runner.run(suite).code == 0)
        let hash = try fixture.sha256("plan/plan.json")
        try fixture.sql(
            "UPDATE contenus SET octets = CAST(replace(CAST(octets AS TEXT), 'Essai', 'Essay') AS BLOB) WHERE sha256 = '\(hash)'"
        )
        for arguments in [["restaurer", "plans.gpkg", "1", "--sortie", "retour"], ["verifier", "plans.gpkg@1"]] {
            let result = try runner.run(arguments)
            #expect(result.code == 2)
            #expect(result.error.contains("version 1 abîmée : plan.json"), "\(result.error)")
        }
        #expect(try runner.leftovers() == ["plan", "plans.gpkg", "suite"])
        #expect(try runner.run(["verifier", "plans.gpkg@2"]).code == 0)
        #expect(try runner.run(["conserver", "plan/plan.json", "--registre", "plans.gpkg"]).code == 0)
        #expect(try runner.run(["verifier", "plans.gpkg@1"]).code == 0)
        #expect(try fixture.recount().faults == [])
    }

    @Test(
        "Six planners at once: six versions, whole, each after one that was there; whoever came second is told",
        arguments: ["neuf", "ancien"])
    func together(_ kind: String) throws {
        let fixture = try kind == "neuf" ? RegisterFixture() : RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let store = kind == "neuf" ? "plans.gpkg" : "territoire.gpkg"
        if kind == "ancien" { try fixture.makeOlder(store) }
        let register = kind == "neuf" ? ["--registre", store] : []
        let planners = try (1...6).map { number in
            let file = runner.folder.appendingPathComponent("erreur-\(number).yaml")
            try Data().write(to: file)
            let process = Process()
            process.executableURL = CommandRunner.program
            process.arguments =
                ["planifier", "essai.yaml", "--sortie", "plan-\(number)", "--graine", "\(number)", "--coeurs", "1"]
                + ["--auteur", "role-\(number)"] + register
            process.currentDirectoryURL = runner.folder
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: file)
            try process.run()
            return process
        }
        for planner in planners {
            planner.waitUntilExit()
            #expect(planner.terminationStatus == 0)
        }
        let recount = try fixture.recount(store)
        #expect(recount.integrity == "ok" && recount.faults == [] && recount.store == 4)
        #expect(recount.versions.map(\.numero) == Array(1...6))
        #expect(Set(recount.versions.compactMap(\.auteur)) == Set((1...6).map { "role-\($0)" }))
        for version in recount.versions {
            let author = try #require(version.auteur)
            let number = author.dropFirst("role-".count)
            #expect(try version.planHash == fixture.sha256("plan-\(number)/plan.json"))
            if let parent = version.parent { #expect(parent < version.numero) }
            let before = recount.versions.filter { $0.parent == version.parent && $0.numero < version.numero }
            let told = try runner.read("erreur-\(number).yaml")
            for other in before { #expect(told.contains("\(other.numero) (\(other.auteur ?? "")"), "\(told)") }
            if before.isEmpty == false { #expect(told.contains("@\(version.numero)\n")) }
        }
        #expect(try runner.leftovers() == (1...6).map { "plan-\($0)" } + [store])
    }

    @Test("A program that died in the middle of a write: the next one brings the last whole state back")
    func unfinished() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let script = """
            import os, sqlite3, sys
            c = sqlite3.connect(sys.argv[1], isolation_level=None)
            c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')
            c.execute('UPDATE contenus SET octets = zeroblob(length(octets))')
            c.execute('DELETE FROM versions_fichiers')
            os._exit(0)
            """
        try onDisk(fixture, kilobytes: 20_000) { place in
            let store = "disque.yaml/plans.gpkg"
            try fixture.plan(store: store)
            let before = try runner.data(store)
            try fixture.tool(["python3", "-c", script, store])
            #expect(try runner.data(store) != before, "the store is half written")
            #expect(FileManager.default.fileExists(atPath: place.appendingPathComponent("plans.gpkg-journal").path))
            try fixture.tool(["mount", "-o", "remount,ro", place.path])
            let blocked = try runner.run(["historique", store])
            #expect(blocked.code == 74)
            #expect(blocked.error.contains("s'est arrêté au milieu d'une écriture"), "\(blocked.error)")
            try fixture.tool(["mount", "-o", "remount,rw", place.path])
            let result = try runner.run(["historique", store])
            #expect(result.code == 0, "\(result.error)")
            #expect(result.output.contains("Version 1 : Essai"))
            #expect(try runner.data(store) == before)
            try fixture.tool(["python3", "-c", script, store])
            try fixture.plan("suite", store: store)
            let recount = try fixture.recount(store)
            #expect(recount.integrity == "ok" && recount.faults == [] && recount.versions.count == 2)
        }
    }

    @Test("A lock stops other roles from writing at once, never from reading, and ends by itself")
    func locked() throws {
        let fixture = try RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let lock = ["verrouiller", "territoire.gpkg", "--auteur"]
        let taken = try runner.run(lock + ["coordination"])
        #expect(taken.code == 0, "\(taken.error)")
        #expect(taken.output.contains("réservé par « coordination » depuis le"))
        try runner.write("laep.csv", "nom;code_insee\nLAEP d'Anor;59012\n")
        let imports = ["importer", "laep.csv", "--type", "laep", "--vers", "territoire.gpkg"]
        let before = try runner.data("territoire.gpkg")
        for arguments in [
            ["planifier", "essai.yaml", "--sortie", "plan"], imports, imports + ["--auteur", "direction"],
            ["planifier", "essai.yaml", "--sortie", "plan", "--auteur", "direction"], lock + ["direction"],
            lock + ["direction", "--liberer"],
        ] {
            let result = try runner.run(arguments)
            #expect(result.code == 74, "\(arguments)")
            #expect(result.error.contains("réservé par « coordination » depuis le"), "\(result.error)")
        }
        #expect(try runner.data("territoire.gpkg") == before)
        #expect(try runner.leftovers() == ["territoire.gpkg"])
        #expect(try runner.run(["historique", "territoire.gpkg"]).output.contains("réservé par « coordination »"))
        #expect(try runner.run(imports + ["--auteur", "coordination"]).code == 0)
        #expect(try runner.plan(["--auteur", "coordination"]).code == 0)
        // As if its day had passed.
        try fixture.sql("UPDATE verrous SET jusqu_a = '2026-01-01'", "territoire.gpkg")
        #expect(try runner.plan(["--remplacer", "--auteur", "direction"]).code == 0)
        #expect(try runner.run(lock + ["direction"]).code == 0)
        #expect(try runner.run(lock + ["coordination"]).code == 74)
        #expect(try runner.run(lock + ["direction", "--liberer"]).output.contains("libre"))
        #expect(try runner.run(lock + ["coordination"]).code == 0)
    }

    @Test("A program that writes for long is waited for, then told")
    func busy() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        let said = try fixture.tool([
            "sh", "-c",
            """
            python3 -c "import sqlite3,time;c=sqlite3.connect('plans.gpkg',isolation_level=None);c.execute('BEGIN IMMEDIATE');open('pret.yaml','w').close();time.sleep(300)" >/dev/null 2>&1 &
            holder=$!
            while [ ! -e pret.yaml ]; do sleep 0.1; done
            \(CommandRunner.program.path) planifier essai.yaml --sortie autre --registre plans.gpkg 2>&1; echo fin $?
            kill -9 $holder
            """,
        ])
        #expect(said.contains("un autre programme écrit dans ce fichier") && said.hasSuffix("fin 74\n"), "\(said)")
        #expect(try runner.leftovers() == ["plan", "plans.gpkg"])
    }
}
