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
        #expect(!plain.output.contains("preuve.json"))
        #expect(plain.output.contains("au début de la recherche seulement (--preuve"))
        #expect(try audits(runner) == ["racine"])
        let hours = try runner.read("plan/horaires.csv")
        let proven = try runner.plan(["--remplacer", "--preuve"])
        #expect(proven.code == 0)
        #expect(proven.output.contains("plan.json, preuve.json"))
        #expect(proven.output.contains("Borne vérifiée une seconde fois, par un calcul à part, sur tout l'arbre"))
        #expect(try audits(runner) == ["arbre"])
        #expect(try runner.read("plan/horaires.csv") == hours)
        #expect(try runner.read("plan/horaires.html").contains("borne vérifiée une seconde fois"))
        let announced = try runner.run(["verifier", "plan/plan.json"])
        #expect(announced.code == 0 && announced.output.contains("annoncée par le fichier, non vérifiée"))
        #expect(!announced.output.contains("rouvée"))
        let verified = try runner.run(["verifier", "plan/plan.json", "--preuve", "plan/preuve.json"])
        #expect(verified.code == 0 && verified.output.contains("Borne prouvée : aucun plan ne vaut plus de"))
        #expect(verified.output.contains("recalculée à partir du plan et de la preuve seuls"))
        // Without --preuve the old proof does not stay beside another plan.
        _ = try runner.plan(["--remplacer", "--graine", "2"])
        #expect(try !runner.files(in: "plan").contains("preuve.json"))
    }

    @Test("A proof that is none, or of another plan, is refused with code 2; one that proves less, with code 3")
    func codes() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--preuve"]).code == 0)
        try runner.write("autre.json", String(runner.read("plan/preuve.json").dropLast(10)))
        for (file, words) in [
            ("autre.json", "le fichier a été modifié ou coupé"),
            ("plan/plan.json", "ce n'est pas un fichier de preuve"),
            ("rien.json", "fichier introuvable"),
        ] {
            let result = try runner.run(["verifier", "plan/plan.json", "--preuve", file])
            #expect(result.code == 2 && result.error.contains(words), "\(result.error)")
        }
        #expect(
            try runner.run(["verifier", "plan/tournees.csv", "--projet", "essai.yaml", "--preuve", "x"]).code == 64)
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
        #expect(result.output.contains("optimum d'après la recherche"))
        #expect(try audits(runner) == ["arbre"])
    }
}
