import Foundation
import Testing

/// Kills programs that write at instants drawn by a seed.
struct KillTrial {
    private enum Victim: CaseIterable {
        case plan, replan, importer
        case newRegister, newTerritory
    }

    private let fixture: RegisterFixture
    private let runner: CommandRunner
    private var random: SplitMix
    private var lengths: [Victim: Double] = [:]
    private(set) var killed = 0

    init(seed: UInt64) throws {
        fixture = try RegisterFixture.withTerritory()
        runner = fixture.runner
        random = SplitMix(state: seed)
        #expect(try runner.plan().code == 0)
    }

    func remove() { runner.remove() }

    private func arguments(_ victim: Victim, _ number: Int) throws -> [String] {
        switch victim {
        case .plan: return ["planifier", "essai.yaml", "--sortie", "plan", "--remplacer", "--auteur", "essai"]
        case .replan:
            return [
                "replanifier", "territoire.gpkg@1", "--evenement", "lieu-ferme=\(try fixture.firstStop("depart"))",
                "--sortie", "suite", "--remplacer", "--duree", "30",
            ]
        case .importer:
            return ["importer", try schools(number), "--type", "equipements", "--vers", "territoire.gpkg"]
        case .newRegister:
            return [
                "planifier", "essai.yaml", "--sortie", "neuf", "--remplacer", "--registre", "neuf-\(number).gpkg",
            ]
        case .newTerritory:
            return ["importer", "communes.csv", "epci.csv", "lieux.csv", "--vers", "pays-\(number).gpkg"]
        }
    }

    /// A file of schools that no other draw brings.
    private func schools(_ number: Int) throws -> String {
        let rows = (1...6000).map { "ecole;e\(number)-\($0);École d'essai \($0);59012" }.joined(separator: "\n")
        try runner.write("ecoles-\(number).csv", "type;id;nom;code_insee\n" + rows + "\n")
        return "ecoles-\(number).csv"
    }

    private func schoolCount(_ number: Int) throws -> Int {
        let text = try fixture.tool([
            "python3", "-c",
            "import sqlite3;print(sqlite3.connect('territoire.gpkg').execute(\"SELECT count(*) FROM equipements WHERE id LIKE 'e\(number)-%'\").fetchone()[0])",
        ])
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
    }

    /// Seconds that a whole run takes.
    private mutating func length(_ victim: Victim) throws -> Double {
        if let known = lengths[victim] { return known }
        let start = ContinuousClock.now
        let result = try runner.run(try arguments(victim, 10_000 + lengths.count))
        #expect(result.code == 0, "\(victim): \(result.error)")
        let length = (ContinuousClock.now - start) / .seconds(1)
        lengths[victim] = length
        return length
    }

    /// Every third draw waits for a write to begin, the others are anywhere in the run. Runs that end before their instant, on a
    /// machine that is faster now than when it was timed, are judged too, and do not count.
    mutating func run(kills: Int) throws {
        #expect(try runner.run(["restaurer", "territoire.gpkg", "1", "--sortie", "depart"]).code == 0)
        for number in 0..<4 * kills where killed < kills {
            let victim = Victim.allCases[number % Victim.allCases.count]
            let length = try length(victim)
            let command = try arguments(victim, number)
            let store = store(victim, number)
            let before = victim == .newRegister || victim == .newTerritory ? nil : try fixture.recount(store)
            let journal = runner.folder.appendingPathComponent(store + "-journal").path
            let atWrite = number % 3 == 2
            let patience = atWrite ? 3 * length : Double.random(in: 0...length, using: &random)
            let later = UInt32.random(in: 0...8000, using: &random)
            let start = ContinuousClock.now
            // A store is tried early in a run: the write that counts comes later.
            let isWriting: () -> Bool = {
                guard ContinuousClock.now - start > .seconds(0.2 * length),
                    FileManager.default.fileExists(atPath: journal)
                else { return false }
                usleep(later)
                return true
            }
            if try fixture.cutDown(command, after: patience, when: atWrite ? isWriting : nil) { killed += 1 }
            try judge(victim, number, store, before, command)
        }
    }

    private func store(_ victim: Victim, _ number: Int) -> String {
        switch victim {
        case .plan, .replan, .importer: "territoire.gpkg"
        case .newRegister: "neuf-\(number).gpkg"
        case .newTerritory: "pays-\(number).gpkg"
        }
    }

    private mutating func judge(
        _ victim: Victim, _ number: Int, _ store: String, _ before: RegisterFixture.Recount?, _ command: [String]
    ) throws {
        let exists = FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent(store).path)
        #expect(exists || before == nil, "\(victim) \(number)")
        if exists {
            // The program itself opens it first in every other draw, Python in the others.
            if number % 2 == 0 { #expect(try runner.run(["historique", store]).code == 0, "\(victim) \(number)") }
            let after = try fixture.recount(store)
            #expect(after.integrity == "ok" && after.faults == [], "\(victim) \(number): \(after.faults)")
            if let before {
                let kept = after.versions.prefix(before.versions.count)
                #expect(kept.map(\.fichiers) == before.versions.map(\.fichiers), "\(victim) \(number)")
                #expect(after.versions.count - before.versions.count <= 1)
                if victim == .importer { #expect([0, 6000].contains(try schoolCount(number))) }
            }
            if after.versions.isEmpty == false {
                #expect(try runner.run(["verifier", "\(store)@derniere"]).code == 0, "\(victim) \(number)")
            }
        }
        // Nothing that was left behind stands in the way of the next run, which clears it.
        let start = ContinuousClock.now
        let again = try runner.run(command)
        lengths[victim] = (ContinuousClock.now - start) / .seconds(1)
        #expect(again.code == 0, "\(victim) \(number): \(again.error)")
        let last = try fixture.recount(store)
        #expect(last.integrity == "ok" && last.faults == [], "\(victim) \(number)")
        if victim == .importer { #expect(try schoolCount(number) == 6000) }
        let left = try FileManager.default.contentsOfDirectory(atPath: runner.folder.path).filter {
            $0.hasSuffix("-journal") || $0.hasSuffix(".partiel")
        }
        #expect(left == [], "\(victim) \(number)")
    }
}

@Suite("Register of plans, killed")
struct RegisterKillTests {
    @Test(
        "Killed at 5 instants of plan, replan and import: the store opens, what was kept is whole, the next run works")
    func five() throws {
        var trial = try KillTrial(seed: 20_261_127)
        defer { trial.remove() }
        try trial.run(kills: 5)
        #expect(trial.killed == 5)
    }
}

@Suite(
    "Register of plans, killed, Long",
    .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil))
struct RegisterKillLongTests {
    @Test("Long: the same at 50 instants that the seed draws")
    func fifty() throws {
        let seed = ProcessInfo.processInfo.environment["ITINERANCE_SEED"].flatMap(UInt64.init) ?? 1
        var trial = try KillTrial(seed: seed)
        defer { trial.remove() }
        try trial.run(kills: 50)
        #expect(trial.killed == 50)
    }
}
