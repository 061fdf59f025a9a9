import FileAccess
import Foundation
import FrenchText
import PlanningModel
import ScenarioFiles
import Testing

/// Nothing that only a person has is let in, from wherever published text is read.
@Suite("Personal data in inputs")
struct PersonalDataInputTests {
    private static let data = CommandRunner.root.appendingPathComponent("data/nord")

    /// The four services of the Nord with one text in the place of another.
    private static func findings(_ old: String, _ new: String) throws -> [String] {
        let text = try String(contentsOf: data.appendingPathComponent("quatre-services.yaml"), encoding: .utf8)
        try #require(text.contains(old))
        let path = data.appendingPathComponent("essai.yaml").path
        do {
            let loaded = try ScenarioReader.read(path, contents: Data(text.replacing(old, with: new).utf8))
            return loaded.warnings.map(\.sentence)
        } catch let failure as InputFailure {
            return failure.findings.filter { $0.level == .error }.map(\.sentence)
        }
    }

    @Test(
        "A channel is one of a list; a name or a number in it is refused, with its line and column",
        arguments: [
            ("Mme Exemple 06 12 34 56 78, mère de 2 enfants", "un numéro de téléphone"),
            ("demander Mme Exemple", "le nom d'une personne"), ("ecoute@exemple.fr", "une adresse électronique"),
            ("sur rendez-vous", "Valeurs possibles : telephone, visio, messagerie"),
        ])
    func channel(_ text: String, _ told: String) throws {
        let findings = try Self.findings("canal: téléphone", "canal: \(text)")
        let only = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(only.contains("ligne ") && only.contains("colonne canal") && only.contains(told))
    }

    @Test(
        "Words of the list are taken as they are written",
        arguments: ["téléphone", "telephone", "visio", "Messagerie"])
    func listed(_ text: String) throws {
        #expect(try Self.findings("canal: téléphone", "canal: \(text)") == (try Self.findings("nom:", "nom:")))
    }

    @Test("The scenarios of data/ hold nothing of the kind, nor an identifier to ask about")
    func ownData() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.data.path).filter { $0.hasSuffix(".yaml") }
        #expect(files.count >= 5)
        for file in files {
            let text = try String(contentsOf: Self.data.appendingPathComponent(file), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.contains("telephone:") && !line.contains("site:") {
                #expect(PersonalDataSign(String(line)) == nil, "\(file): \(line)")
            }
            for finding in (try? ScenarioReader.read(Self.data.appendingPathComponent(file).path))?.warnings ?? [] {
                if case .cell(.likelyName(let text)) = finding.fault { Issue.record("\(file): \(text)") }
            }
        }
    }
}
