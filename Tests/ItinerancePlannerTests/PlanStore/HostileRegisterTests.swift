import Foundation
import Testing

/// A register that somebody else made, or that a disk has changed: it is read as far as it can be, and writes nowhere else.
@Suite("Register of plans, when it is not what this program wrote")
struct HostileRegisterTests {
    private func fixture() throws -> RegisterFixture {
        let fixture = try RegisterFixture()
        try fixture.plan()
        try fixture.plan("suite", ["--graine", "2"])
        return fixture
    }

    private static let names = [
        "../../garder.txt", "../dehors.txt", "/tmp/dehors.txt", "", "..", "a/../../dehors.txt",
    ]

    @Test("A name in a register that leads out of the folder is refused, and nothing is written")
    func names() throws {
        let fixture = try fixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try runner.write("garder.txt", "à garder")
        for name in Self.names {
            try fixture.sql(
                """
                DELETE FROM versions_fichiers WHERE version = 1 AND nom != 'plan.json';
                INSERT INTO versions_fichiers (version, nom, sha256)
                SELECT 1, '\(name)', sha256 FROM versions_fichiers WHERE version = 1 AND nom = 'plan.json'
                """)
            let result = try runner.run(["restaurer", "plans.gpkg", "1", "--sortie", "un/deux"])
            #expect(result.code == 2 && result.error.contains("n'est pas un nom simple"), "\(result.error)")
            #expect(try runner.leftovers() == ["garder.txt", "plan", "plans.gpkg", "suite"])
            #expect(try runner.read("garder.txt") == "à garder")
        }
        #expect(try runner.run(["restaurer", "plans.gpkg", "2", "--sortie", "deux"]).code == 0)
    }

    private static let changes = [
        "UPDATE versions SET ecart = 'abc' WHERE numero = 1", "UPDATE versions SET valeur = 9e999 WHERE numero = 1",
        "UPDATE versions SET garde_le = x'fffe' WHERE numero = 1",
        "UPDATE versions_fichiers SET sha256 = x'fffe' WHERE version = 1",
    ]

    @Test("A version whose row holds something else is told of; the other one is read")
    func rows() throws {
        let fixture = try fixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let sound = try runner.data("plans.gpkg")
        for change in Self.changes {
            try sound.write(to: runner.folder.appendingPathComponent("plans.gpkg"))
            try fixture.sql(change)
            let listed = try runner.run(["historique", "plans.gpkg"])
            #expect(listed.code == 2 && listed.error.contains("version 1 abîmée"), "\(change): \(listed.error)")
            #expect(listed.output.contains("Version 2"))
            let first = try runner.run(["verifier", "plans.gpkg@1"])
            #expect(first.code == 2 && first.error.contains("version 1 abîmée"), "\(first.error)")
            #expect(try runner.run(["verifier", "plans.gpkg@2"]).code == 0)
        }
    }
}

/// A territory in a store is checked where it enters, as one in tables is.
@Suite("Territory in a store that holds what no table could")
struct HostileStoreTests {
    @Test(
        "A figure out of its range is told of, with its table and column",
        arguments: [
            ("UPDATE communes SET superficie_km2 = 9e999", "superficie_km2"),
            ("UPDATE communes SET population = -9223372036854775808", "population"),
            ("UPDATE personnel SET heures_semaine = 1e300", "heures_semaine"),
            ("UPDATE vehicules SET places = 1e18", "places"),
            ("UPDATE communes SET latitude = 9e999, longitude = 9e999", "latitude"),
            ("UPDATE imports SET fichier = x'fffe'", "fichier"),
        ])
    func figures(_ change: String, _ column: String) throws {
        let fixture = try RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        try fixture.sql(change, "territoire.gpkg")
        for command in [["qualite", "territoire.gpkg"], ["besoins", "essai.yaml", "--sortie", "besoins"]] {
            let result = try fixture.runner.run(command)
            #expect(result.code == 2, "\(command): \(result.error)")
            #expect(result.error.contains("territoire.gpkg") && result.error.contains(column), "\(result.error)")
        }
    }
}
