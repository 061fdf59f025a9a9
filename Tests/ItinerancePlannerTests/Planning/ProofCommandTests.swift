import Foundation
import PlanningModel
import Testing

@Suite("planifier --preuve")
struct ProofCommandTests {
    private struct PlanPart: Decodable {
        struct Service: Decodable {
            var audit: String

            enum CodingKeys: String, CodingKey {
                case audit = "seconde_verification"
            }
        }
        var services: [Service]
    }

    private func audits(_ runner: CommandRunner) throws -> [String] {
        try JSONDecoder().decode(PlanPart.self, from: Data(runner.read("plan/plan.json").utf8)).services.map(
            \.audit)
    }

    @Test("Screen, page and plan say how far the bound was looked at again; the plan is the same")
    func words() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let plain = try runner.plan()
        #expect(plain.code == 0)
        #expect(plain.output.contains("au début de la recherche seulement (--preuve"))
        #expect(try audits(runner) == ["racine"])
        let hours = try runner.read("plan/horaires.csv")
        let proven = try runner.plan(["--remplacer", "--preuve"])
        #expect(proven.code == 0)
        #expect(proven.output.contains("Borne vérifiée une seconde fois, par un calcul à part, sur tout l'arbre"))
        #expect(try audits(runner) == ["arbre"])
        #expect(try runner.read("plan/horaires.csv") == hours)
        #expect(try runner.read("plan/horaires.html").contains("Borne vérifiée une seconde fois"))
        #expect(try runner.run(["verifier", "plan/plan.json"]).code == 0)
    }

    @Test("The Avesnois' optimum is audited on the whole tree")
    func avesnois() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let scenario = CommandRunner.root.appendingPathComponent("data/nord/avesnois.yaml")
        let result = try runner.run([
            "planifier", scenario.path, "--sortie", "plan", "--preuve", "--duree", "600",
        ])
        #expect(result.code == 0)
        #expect(result.output.contains("optimum prouvé"))
        #expect(try audits(runner) == ["arbre"])
    }
}
