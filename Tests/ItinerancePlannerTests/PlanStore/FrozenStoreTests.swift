import Foundation
import Testing

/// Stores that past versions of the program left are read as they are, brought up to date, and lose nothing.
@Suite("Frozen stores")
struct FrozenStoreTests {
    private static let planHash = "ec28ad3aa36c5923ee3f0a8d764a35bbbf300fcb69d0b3f0a46f3b8942a8dcbb"

    private func fixture(_ version: Int) throws -> RegisterFixture {
        let fixture = try RegisterFixture()
        try FileManager.default.copyItem(
            at: CommandRunner.root.appendingPathComponent("Tests/Fixtures/stores/version-\(version).gpkg"),
            to: fixture.runner.folder.appendingPathComponent("territoire.gpkg"))
        try fixture.runner.edit("essai.yaml", "donnees: .", "donnees: territoire.gpkg")
        return fixture
    }

    @Test("Reading a store of a past version changes not a byte of it", arguments: 1...4)
    func reading(_ version: Int) throws {
        let fixture = try fixture(version)
        defer { fixture.runner.remove() }
        let before = try fixture.runner.data("territoire.gpkg")
        let history = try fixture.runner.run(["historique", "territoire.gpkg"])
        #expect(history.code == 0, "\(history.error)")
        #expect(history.output.contains(version < 4 ? "Aucun plan n'est gardé" : "Version 1 : Essai"))
        #expect(try fixture.runner.run(["besoins", "essai.yaml", "--sortie", "besoins"]).code == 0)
        #expect(try fixture.runner.data("territoire.gpkg") == before)
    }

    @Test("A store of a past version keeps a new plan of its territory", arguments: 1...4)
    func keeping(_ version: Int) throws {
        let fixture = try fixture(version)
        defer { fixture.runner.remove() }
        let number = version < 4 ? 1 : 2
        let planned = try fixture.plan(store: "territoire.gpkg")
        #expect(planned.output.contains("Gardé dans territoire.gpkg : version \(number)"))
        let recount = try fixture.recount("territoire.gpkg")
        #expect(recount.integrity == "ok" && recount.faults == [] && recount.store == 4)
        #expect(recount.versions.count == number)
        #expect(try recount.versions.last?.planHash == fixture.sha256("plan/plan.json"))
    }

    @Test("The plan that a store of version 4 keeps comes back byte for byte")
    func keptPlan() throws {
        let fixture = try fixture(4)
        defer { fixture.runner.remove() }
        let back = try fixture.runner.run(["restaurer", "territoire.gpkg", "1", "--sortie", "retour"])
        #expect(back.code == 0, "\(back.error)")
        #expect(try fixture.sha256("retour/plan.json") == Self.planHash)
    }
}
