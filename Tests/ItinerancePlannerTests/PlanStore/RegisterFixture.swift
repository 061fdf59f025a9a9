import Foundation
import Testing

/// A folder with a scenario whose plans are kept, and readers that share nothing with the program.
struct RegisterFixture {
    let runner: CommandRunner

    init() throws { runner = try CommandRunner() }

    /// A territory in a store, read by the scenario.
    static func withTerritory() throws -> RegisterFixture {
        let fixture = try RegisterFixture()
        let runner = fixture.runner
        let files = [
            "epci", "communes", "equipements", "lieux", "depots", "vehicules", "personnel", "jours_feries",
            "vacances_zone_b", "partenaires", "etablissements_penitentiaires",
        ].map { $0 + ".csv" }
        let result = try runner.run(["importer"] + files + ["--vers", "territoire.gpkg"])
        #expect(result.code == 0, "\(result.error)")
        try runner.edit("essai.yaml", "donnees: .", "donnees: territoire.gpkg")
        return fixture
    }

    /// Plans with a register.
    @discardableResult
    func plan(
        _ folder: String = "plan", _ extra: [String] = [], store: String = "plans.gpkg"
    ) throws -> CommandRunner.Result {
        let result = try runner.run(["planifier", "essai.yaml", "--sortie", folder, "--registre", store] + extra)
        #expect(result.code == 0, "\(result.error)")
        return result
    }

    struct Version: Decodable {
        var numero: Int
        var parent: Int?
        var auteur: String?
        var note: String?
        var programme: String
        var scenario: String
        var firstMonday: String
        var options: String
        var keptAt: String
        var valeur: Double
        var fichiers: [String: String]
        var entrees: [[String]]

        var planHash: String? { fichiers["plan.json"] }

        enum CodingKeys: String, CodingKey {
            case numero, parent, auteur, note, programme, scenario, options, valeur, fichiers, entrees
            case firstMonday = "premier_lundi"
            case keptAt = "garde_le"
        }
    }

    struct Recount: Decodable {
        var integrity: String
        var store: Int
        var versions: [Version]
        var faults: [String]
        var tables: [String: String]
    }

    /// What Python's sqlite3 and hashlib find in a store.
    func recount(_ store: String = "plans.gpkg") throws -> Recount {
        let script = CommandRunner.root.appendingPathComponent("Tests/Fixtures/register_recount.py")
        let said = try tool(["python3", script.path, store])
        return try JSONDecoder().decode(Recount.self, from: Data(said.utf8))
    }

    /// Runs some SQL with Python.
    func sql(_ text: String, _ store: String = "plans.gpkg") throws {
        _ = try tool([
            "python3", "-c",
            "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);c.executescript(sys.argv[2]);c.commit()",
            store, text,
        ])
    }

    /// Makes a store what version 3 of the program left.
    func makeOlder(_ store: String) throws {
        try sql(
            """
            DROP TABLE versions_fichiers; DROP TABLE versions_entrees; DROP TABLE contenus; DROP TABLE versions;
            DROP TABLE verrous;
            DELETE FROM gpkg_contents WHERE table_name IN
                ('versions', 'versions_fichiers', 'versions_entrees', 'contenus', 'verrous');
            DELETE FROM itinerance_version WHERE version > 3; DELETE FROM grdb_migrations WHERE identifier = '4';
            """, store)
    }

    @discardableResult
    func tool(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = runner.folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments.prefix(2))")
        return String(decoding: data, as: UTF8.self)
    }

    /// As `sha256sum` tells it.
    func sha256(_ file: String) throws -> String { String(try tool(["sha256sum", file]).prefix(64)) }

    func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// A venue of the plan in a folder.
    func firstStop(_ folder: String = "plan") throws -> String {
        let services = try #require(
            try object(try runner.read("\(folder)/plan.json"))["services"] as? [[String: Any]])
        let days = services.flatMap { $0["journees"] as? [[String: Any]] ?? [] }
        return try #require(
            days.flatMap { ($0["visites"] as? [[String: Any]] ?? []).compactMap { $0["lieu"] as? String } }.min())
    }

    /// Runs the program and kills it.
    ///
    /// - Parameters:
    ///   - seconds: after which it is killed.
    ///   - isReady: where given, it is killed at once when this is true, at the latest after `seconds`.
    /// - Returns: false where it had ended before.
    func cutDown(_ arguments: [String], after seconds: Double, when isReady: (() -> Bool)? = nil) throws -> Bool {
        let process = Process()
        process.executableURL = CommandRunner.program
        process.arguments = arguments
        process.currentDirectoryURL = runner.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let end = ContinuousClock.now + .seconds(seconds)
        while process.isRunning, ContinuousClock.now < end, isReady?() != true { usleep(300) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
