import Foundation
import Testing

/// The store as its users and other programs see it.
@Suite("Store")
struct StoreTests {
    private static let files = [
        "epci.csv", "communes.csv", "equipements.csv", "lieux.csv", "depots.csv", "vehicules.csv", "personnel.csv",
        "jours_feries.csv", "vacances_zone_b.csv", "partenaires.csv", "etablissements_penitentiaires.csv",
    ]

    /// A runner whose scenario reads the store.
    private func imported() throws -> CommandRunner {
        let runner = try CommandRunner()
        let contours = CommandRunner.root.appendingPathComponent("data/nord/contours.geojson")
        let result = try runner.run(["importer"] + Self.files + [contours.path, "--vers", "territoire.gpkg"])
        #expect(result.code == 0, "\(result.error)")
        return runner
    }

    private func bytes(_ runner: CommandRunner) throws -> Data {
        try Data(contentsOf: runner.folder.appendingPathComponent("territoire.gpkg"))
    }

    private func tool(_ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test("ogrinfo opens every layer without a warning, with its system of coordinates")
    func opensElsewhere() throws {
        let runner = try imported()
        defer { runner.remove() }
        let all = try tool(["ogrinfo", "-so", "-al", "territoire.gpkg"], in: runner.folder)
        #expect(!all.contains("Warning") && !all.contains("ERROR"))
        for (layer, geometry, count) in [
            ("communes", "Multi Polygon", 647), ("lieux", "Point", 647), ("equipements", "Point", 10),
            ("depots", "Point", 10), ("arrets", "Point", 0),
        ] {
            let part = try tool(["ogrinfo", "-so", "territoire.gpkg", layer], in: runner.folder)
            #expect(part.contains("Geometry: \(geometry)\nFeature Count: \(count)\n"))
            #expect(part.contains("ID[\"EPSG\",4326]]"))
        }
        let anor = try tool(
            ["ogrinfo", "-q", "territoire.gpkg", "lieux", "-where", "id = 'lieu-59012'"], in: runner.folder)
        #expect(anor.contains("POINT (4.12159 49.99652)") || anor.contains("POINT (4.11557 49.99271)"))
    }

    @Test("A folder and the store made from it give the same plan")
    func sameAsFolder() throws {
        let runner = try imported()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        try runner.edit("essai.yaml", "donnees: .", "donnees: territoire.gpkg")
        #expect(try runner.run(["planifier", "essai.yaml", "--sortie", "autre"]).code == 0)
        func part(_ path: String, _ key: String) throws -> NSObject {
            let data = try Data(contentsOf: runner.folder.appendingPathComponent(path))
            let plan = try #require(JSONSerialization.jsonObject(with: data) as? NSDictionary)
            return try #require(plan[key] as? NSObject)
        }
        for key in ["services", "donnees", "empreinte"] {
            #expect(try part("plan/plan.json", key) == part("autre/plan.json", key))
        }
    }

    @Test("A second import of the same files changes not a byte")
    func secondImport() throws {
        let runner = try imported()
        defer { runner.remove() }
        let before = try bytes(runner)
        let again = try runner.run(["importer"] + Self.files + ["--vers", "territoire.gpkg"])
        #expect(again.code == 0)
        #expect(try bytes(runner) == before)
        #expect(
            again.output.split(separator: "\n").dropLast().allSatisfy { $0.hasSuffix("lignes lues, rien de nouveau") })
    }

    @Test("An import with an error changes nothing; a new store does not appear")
    func allOrNothing() throws {
        let runner = try imported()
        defer { runner.remove() }
        let before = try bytes(runner)
        try runner.write("laep.csv", "nom;code_insee\nLAEP d'Anor;59012\nLAEP d'ailleurs;59999\n")
        let result = try runner.run(["importer", "laep.csv", "--type", "laep", "--vers", "territoire.gpkg"])
        #expect(result.code == 2)
        #expect(result.error.contains("laep.csv, ligne 3, colonne code_insee : commune « 59999 » inconnue."))
        #expect(try bytes(runner) == before)
        let fresh = try runner.run(["importer", "laep.csv", "--type", "laep", "--vers", "neuf.gpkg"])
        #expect(fresh.code == 2)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: runner.folder.path).filter { $0.contains("neuf") } == []
        )
    }

    @Test("Names of columns given once are remembered")
    func learnedColumns() throws {
        let runner = try imported()
        defer { runner.remove() }
        try runner.write("salles.csv", "Réf;Salle;INSEE;Lat;Lon\ns1;Salle d'essai;59012;49,9927;4,1156\n")
        let unmapped = try runner.run(["importer", "salles.csv", "--type", "lieux", "--vers", "territoire.gpkg"])
        #expect(unmapped.code == 2)
        let mapped = try runner.run([
            "importer", "salles.csv", "--type", "lieux", "--vers", "territoire.gpkg", "--colonnes",
            "id=Réf,nom=Salle",
        ])
        #expect(mapped.code == 0, "\(mapped.error)")
        try runner.write("salles2.csv", "Réf;Salle;INSEE;Lat;Lon\ns2;Autre salle d'essai;59012;49,9927;4,1156\n")
        let again = try runner.run(["importer", "salles2.csv", "--type", "lieux", "--vers", "territoire.gpkg"])
        #expect(again.code == 0, "\(again.error)")
        #expect(again.output.contains("1 lignes lues, 1 ajoutées"))
    }

    @Test("A file that is no store is told, not opened", arguments: ["texte", "gpkg", "version"])
    func noStore(_ what: String) throws {
        let runner = try imported()
        defer { runner.remove() }
        let path = runner.folder.appendingPathComponent("territoire.gpkg").path
        switch what {
        case "texte": try runner.write("territoire.gpkg", String(repeating: "pas une base ", count: 100))
        case "gpkg":
            try FileManager.default.removeItem(atPath: path)
            _ = try tool(["ogr2ogr", "-f", "GPKG", path, "depots.csv"], in: runner.folder)
        default:
            _ = try tool(
                [
                    "python3", "-c",
                    "import sqlite3;c=sqlite3.connect('territoire.gpkg');c.execute('UPDATE itinerance_version SET version=9');c.commit()",
                ], in: runner.folder)
        }
        try runner.edit("essai.yaml", "donnees: .", "donnees: territoire.gpkg")
        let result = try runner.plan()
        #expect(result.code == 2)
        let expected = ["texte": "ce n'est pas une base lisible", "gpkg": "pas un territoire écrit par itinerance"]
        #expect(result.error.contains(expected[what] ?? "territoire de version 9, plus récent"))
    }

    @Test("Killed at any moment, an import leaves the last whole store", arguments: [0.02, 0.05, 0.1, 0.2])
    func killed(_ seconds: Double) throws {
        let runner = try imported()
        defer { runner.remove() }
        let all = "SELECT count(*), sum(length(nom)) FROM equipements"
        func count() throws -> String {
            try tool(
                [
                    "python3", "-c",
                    "import sqlite3;print(sqlite3.connect('territoire.gpkg').execute('\(all)').fetchone())",
                ],
                in: runner.folder)
        }
        let before = try count()
        let rows = (1...60_000).map { "ecole;e\($0);École d'essai \($0);59012" }.joined(separator: "\n")
        try runner.write("ecoles.csv", "type;id;nom;code_insee\n" + rows + "\n")
        _ = try tool(
            [
                "sh", "-c",
                "timeout -s KILL \(seconds) \(CommandRunner.program.path) importer ecoles.csv --type equipements --vers territoire.gpkg >/dev/null 2>&1; true",
            ], in: runner.folder)
        #expect(try count() == before)
        #expect(
            try runner.run(["importer", "ecoles.csv", "--type", "equipements", "--vers", "territoire.gpkg"]).code == 0)
        #expect(try count() != before)
    }

    @Test("A workbook is read with its codes and dates")
    func workbook() throws {
        let runner = try imported()
        defer { runner.remove() }
        _ = try tool(
            [
                "/usr/bin/python3", "-c",
                """
                import openpyxl, datetime
                b = openpyxl.Workbook(); s = b.active
                s.append(["nom", "code_insee", "date"]); s.append(["Centre d'essai", 59012, datetime.date(2025, 4, 1)])
                b.save("centres.xlsx")
                """,
            ], in: runner.folder)
        let result = try runner.run([
            "importer", "centres.xlsx", "--type", "centre_social", "--vers", "territoire.gpkg",
        ])
        #expect(result.code == 0, "\(result.error)")
        let row = try tool(
            ["ogrinfo", "-q", "territoire.gpkg", "equipements", "-where", "type = 'centre_social'"], in: runner.folder)
        #expect(row.contains("code_insee (String) = 59012") && row.contains("millesime (String) = 2025-04-01"))
    }

    @Test("Whatever Python's csv module writes comes through, cell by cell", arguments: 1...12)
    func randomTables(_ seed: Int) throws {
        let script = CommandRunner.root.appendingPathComponent("Tests/Fixtures/csv_properties.py")
        let said = try tool(
            ["/usr/bin/python3", script.path, CommandRunner.program.path, String(seed)],
            in: FileManager.default.temporaryDirectory)
        #expect(said == "")
    }

    @Test("Every column of every table has its words in the template")
    func templates() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let kinds = try runner.run(["modele"]).output.split(separator: "\n").compactMap {
            $0.split(separator: " ").first
        }
        #expect(kinds.count == 19)
        for kind in kinds {
            let text = try runner.run(["modele", String(kind)]).output
            let lines = text.split(separator: "\n").map(String.init)
            let header = try #require(lines.last).split(separator: ";").map(String.init)
            for column in header {
                let comment = lines.first { $0.hasPrefix("# \(column) : ") }
                #expect(comment != nil && comment?.hasPrefix("# \(column) : \(column) [") == false, "\(kind) \(column)")
            }
        }
    }
}
