import Foundation
import TestSupport
import Testing

@Suite("A number changed in a plan or its proof")
struct ProofMutationTests {
    @Test("It is found; with every hash mended nothing untrue is proven")
    func some() throws { try ProofMutations(seed: LongRun.seed, count: 110).run() }
}

@Suite("A number changed in a plan or its proof, Long", .enabled(if: LongRun.isWanted))
struct ProofMutationLongTests {
    @Test("It is found; with every hash mended nothing untrue is proven")
    func many() throws { try ProofMutations(seed: LongRun.seed, count: 1_100).run() }
}

/// So many changes of drawn plans and proofs, half of them in each.
struct ProofMutations {
    let seed: UInt64
    let count: Int

    func run() throws {
        var random = TestRandom(seed &+ 90_000)
        let cases = try (1...24).compactMap { try ProvenCase(ProvenCase.scenario($0 + Int(seed % 1000))) }
        #expect(cases.count > 8)
        var outcomes: [String: Int] = [:]
        var made = 0
        while made < count {
            let place = ProofMutation.Place.allCases[made % 2]
            guard let mutation = ProofMutation(random.pick(cases), place, &random) else { continue }
            made += 1
            #expect(mutation.isFound, "\(mutation.what)")
            let outcome = try mutation.resealed()
            #expect(outcome != .untrue, "\(mutation.what)")
            outcomes["\(place) \(outcome.rawValue)", default: 0] += 1
        }
        let told = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        print("proof mutations: seed \(seed), \(made) changes, all found; with hashes mended: \(told)")
    }
}
