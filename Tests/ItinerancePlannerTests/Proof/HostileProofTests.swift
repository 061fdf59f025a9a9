import FileAccess
import Foundation
import Planning
import PlanningModel
import ScenarioFiles
import Testing

@Suite("Proof files that nobody wrote")
struct HostileProofTests {
    /// A proof with a search tree of some nodes.
    private static let own = Result { () throws -> ProvenCase in
        for number in 1...80 {
            if let own = try ProvenCase(ProvenCase.scenario(number)),
                own.proofs[0].trees[0].certificate.nodes.count > 4
            {
                return own
            }
        }
        throw CocoaError(.featureUnsupported)
    }

    /// Whether it is refused, in a way that is foreseen.
    private static func isRefused(_ proofFile: Data) throws -> Bool {
        do { return try !ProvenCase.verified(own.get().planFile, proofFile).holds } catch is InputFailure {
            return true
        }
    }

    private static func contents(_ file: Data) -> String {
        let text = String(decoding: file, as: UTF8.self)
        let start = text.range(of: #","contenu":"#)!.upperBound
        return String(text[start...].dropLast(2))
    }

    @Test(
        "Numbers that no problem has are refused, and nothing traps",
        arguments: [
            "-9223372036854775808", "9223372036854775807", "1e400", "-1e400", "1e308", "-1e308", "NaN", "1.5",
            "-1", "99999999999999999999", "null", "[]", "{}", "\"1\"", "true", "-0", "1e-400", "00", "0x10",
        ])
    func numbers(_ number: String) throws {
        let own = try Self.own.get()
        let text = Self.contents(own.proofFile)
        let keys = [
            "numero", "borne_millipoints", "ligne", "commune", "seuil", "arret", "offre", "segment", "nombre",
            "famille",
            "limite", "multiplicateur", "diviseur", "table", "semaines", "niveau", "autre", "unite",
        ]
        for key in keys {
            guard
                let found = text.range(of: "\"\(key)\":-?[0-9.]+", options: .regularExpression),
                text[found] != "\"\(key)\":\(number)"
            else { continue }
            let changed = text.replacingCharacters(in: found, with: "\"\(key)\":\(number)")
            // Where it is taken for a number that was there, the bound is as good as before.
            _ = try Self.isRefused(ProofFile.sealed(Data(changed.utf8)))
        }
        for key in ["prix", "lignes", "prix_exclusions", "blocs", "arrets", "gains", "boites"] {
            guard let found = text.range(of: "\"\(key)\":\\[", options: .regularExpression) else { continue }
            let changed = text.replacingCharacters(in: found, with: "\"\(key)\":[\(number),")
            #expect(try Self.isRefused(ProofFile.sealed(Data(changed.utf8))), "\(key)")
        }
    }

    @Test("The least whole number there is, in a plan, is refused as out of range")
    func leastNumber() throws {
        let text = String(decoding: try Self.own.get().planFile, as: UTF8.self)
        for key in ["borne_millipoints", "cout_millipoints", "depart", "metres", "trajet_secondes", "minutes_semaine"] {
            let found = try #require(text.range(of: "\"\(key)\" : -?[0-9]+", options: .regularExpression), "\(key)")
            let changed = text.replacingCharacters(in: found, with: "\"\(key)\" : \(Int.min)")
            #expect(throws: InputFailure.self, "\(key)") {
                try PlanFile.decode(InputFile(Data(changed.utf8), named: "plan.json"))
            }
        }
    }

    @Test("The greatest whole number there is, in a plan, is refused where it stands")
    func greatestNumber() throws {
        let text = String(decoding: try Self.own.get().planFile, as: UTF8.self)
        for key in ["semaine", "population", "menages", "cycle_semaines", "vehicule_secondes", "jour", "passages"] {
            guard let found = text.range(of: "\"\(key)\" : -?[0-9]+", options: .regularExpression) else { continue }
            for number in [Int.max, Int.min, 1_000_000_000_000_001] {
                let changed = text.replacingCharacters(in: found, with: "\"\(key)\" : \(number)")
                #expect(throws: InputFailure.self, "\(key)") {
                    try PlanFile.decode(InputFile(Data(changed.utf8), named: "plan.json"))
                }
            }
        }
    }

    @Test("Deep nesting, missing parts and parts of another kind are refused")
    func shapes() throws {
        let text = Self.contents(try Self.own.get().proofFile)
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for contents in [
            deep, "{\"services\":\(deep)}", "", "[]", "null", "{}", String(text.dropLast(1)), text + text,
            text.replacingOccurrences(of: "\"noeuds\":[", with: "\"noeuds\":\(deep),\"autres\":["),
            text.replacingOccurrences(of: "\"arbres\":[", with: "\"arbres\":[],\"autres\":["),
            text.replacingOccurrences(of: "\"services\":[", with: "\"services\":[],\"autres\":["),
            text.replacingOccurrences(of: "\"quoi\":\"", with: "\"quoi\":\"x"),
            text.replacingOccurrences(of: "\"fin\":\"", with: "\"fin\":\"x"),
            text.replacingOccurrences(of: "\"lignes\":[", with: "\"lignes\":[\"nothing[1]\","),
        ] {
            #expect(try Self.isRefused(ProofFile.sealed(Data(contents.utf8))), "\(contents.prefix(60))")
        }
        for bytes in [Data([0xFF, 0xFE, 0]), Data(repeating: 0x5B, count: 1_000_000), Data("NaN".utf8), Data([0x1F])] {
            #expect(try Self.isRefused(bytes))
            #expect(try Self.isRefused(Gzip.packed(bytes)))
        }
    }

    @Test("A tree whose nodes share children, or come back to themselves, is refused")
    func graph() throws {
        let text = Self.contents(try Self.own.get().proofFile)
        let numbers = text.matches(of: /"numero":([0-9]+)/).map { Int($0.output.1)! }
        let last = numbers.max()!
        for (old, new) in [(1, 2), (1, 0), (last, last - 1), (2, 1)] {
            let changed = text.replacingOccurrences(of: "\"numero\":\(old)}", with: "\"numero\":\(new)}")
            if changed != text { #expect(try Self.isRefused(ProofFile.sealed(Data(changed.utf8))), "\(old) \(new)") }
        }
    }
}
