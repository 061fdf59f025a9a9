import FileAccess
import Foundation
import GeoModel
import Optimizer
import Planning
import PlanningModel
import ScenarioFiles
import TestSupport
import Testing

@Suite("Proof files")
struct ProofFileTests {
    @Test("The bound that a plan announces follows from its file and the proof's alone", arguments: 1...48)
    func holds(number: Int) throws {
        guard let own = try ProvenCase(ProvenCase.scenario(number)) else { return }
        let verified = try own.verified()
        #expect(verified.holds, "\(own.name): \(verified.services)")
        for (service, plan) in zip(verified.services, own.plan.services) {
            let proven = try service.answer.get()
            #expect(proven.bound == plan.bound.count, "\(own.name)")
            #expect(proven.isComplete, "\(own.name): \(proven)")
        }
    }

    @Test("A search stopped early is proven as far as it came", arguments: 1...24)
    func stoppedEarly(number: Int) throws {
        guard let own = try ProvenCase(ProvenCase.scenario(number), nodes: 2) else { return }
        let proven = try own.verified().services[0].answer.get()
        #expect(proven.bound == own.plan.services[0].bound.count, "\(own.name)")
    }

    @Test("Where teams and weekdays were told apart, the second tree is read as such", arguments: [3, 19, 35, 51, 67])
    func disaggregated(number: Int) throws {
        let scenario = ProvenCase.scenario(number)
        guard let own = try ProvenCase(scenario) else { return }
        let problem = try RoundsProblem(scenario.services[0], in: scenario, disaggregated: true)
        let (tree, _, _) = try onSolverThread { try SearchedTree.searched(problem) }
        let trees = own.proofs[0].trees + ServiceProof(service: "service", [tree]).trees
        #expect(trees.last?.isDisaggregated == true)
        let file = try ProofFile.encode(
            [ServiceProof(service: "service", trees: trees)], of: own.plan, as: own.planFile)
        let verified = try ProvenCase.verified(own.planFile, file)
        #expect(try verified.services[0].answer.get().bound == own.plan.services[0].bound.count, "\(own.name)")
    }

    @Test("Certificates come back bit for bit, whatever they are made of")
    func bitForBit() throws {
        // Every kind of leaf, exclusion, list, cut and price in some proof.
        var missing: Set = [
            "searched", "branched", "exclusions", "lists", "cover", "rounding", "count",
        ]
        // Rounds without a place are rare: the last number has some.
        for number in Array(1...60) + [1524] where number <= 24 || !missing.isEmpty {
            guard let own = try ProvenCase(ProvenCase.scenario(number)) else { continue }
            let read = try ProofFile(InputFile(own.proofFile, named: "preuve.json"))
            #expect(read.services.map { plain($0) } == own.proofs.map { plain($0) }, "\(own.name)")
            for tree in own.proofs.flatMap(\.trees) {
                for node in tree.certificate.nodes.values {
                    if node.end == .unplaceable { missing.remove("searched") }
                    if case .branched = node.end { missing.remove("branched") }
                    if !node.exclusions.isEmpty { missing.remove("exclusions") }
                    if node.listsRounds { missing.remove("lists") }
                    for dual in node.bound ?? [] {
                        missing.remove(String(dual.row.prefix { $0 != "[" }))
                        if case .rounding = dual.cut { missing.remove("rounding") }
                    }
                }
            }
        }
        #expect(missing.isEmpty, "\(missing)")
    }

    /// Without what lies above a cover's threshold, which a file leaves to the gains.
    private func plain(_ proof: ServiceProof) -> ServiceProof {
        func bare(_ dual: CertifiedDual) -> CertifiedDual {
            guard case .cover(let demand, let threshold, _) = dual.cut else { return dual }
            return CertifiedDual(
                row: dual.row, cut: .cover(demand: demand, threshold: threshold, terms: []), dual: dual.dual)
        }
        var own = proof
        for tree in own.trees.indices {
            for number in own.trees[tree].certificate.nodes.keys {
                let node = own.trees[tree].certificate.nodes[number]
                own.trees[tree].certificate.nodes[number]?.bound = node?.bound?.map(bare)
                own.trees[tree].certificate.nodes[number]?.fixing = node?.fixing.map(bare) ?? []
            }
        }
        return own
    }

    @Test("A packed proof is read as the same one; a damaged one is refused")
    func packed() throws {
        let own = try ProvenCase.first(8...15)
        let packed = Gzip.packed(own.proofFile)
        #expect(packed.count < own.proofFile.count && Gzip.packed(own.proofFile) == packed)
        #expect(try ProvenCase.verified(own.planFile, packed).holds)
        for (data, expected) in [
            (packed.dropLast(9), ProofFault.damagedGzip), (packed + packed, .damagedGzip),
            (Data([0x1F, 0x8B, 8, 0]), .damagedGzip), (own.proofFile.dropLast(40), .changed),
            (Data("{}".utf8), .otherFormat), (own.planFile, .otherFormat),
        ] {
            #expect(fault(of: Data(data)) == expected)
        }
    }

    @Test("What would fill the memory is left packed")
    func bomb() throws {
        let packed = Gzip.packed(Data(count: 3_000_000))
        #expect(packed.count < 10_000)
        #expect(throws: Gzip.Fault.tooLarge(limit: 2_000_000)) { try Gzip.unpacked(packed, limit: 2_000_000) }
        #expect(try Gzip.unpacked(packed, limit: 3_000_000).count == 3_000_000)
    }

    @Test("The proof of another plan, or of other data, is refused")
    func otherPlan() throws {
        let own = try ProvenCase.first(8...15)
        let other = try ProvenCase.first(16...30)
        #expect(throws: InputFailure.self) { try ProvenCase.verified(other.planFile, own.proofFile) }
        var plan = own.plan
        plan.scenario.parameters.pricePerEuro *= 2
        let file = try PlanFile.encode(plan)
        let resealed = try ProofFile.encode(own.proofs, of: plan, as: file)
        #expect(throws: InputFailure.self) { try ProvenCase.verified(file, resealed) }
        // With a fingerprint that fits, the numbers of the problem are others.
        plan.fingerprint = try PlanFile.fingerprint(plan.scenario)
        let fitting = try PlanFile.encode(plan)
        let verified = try ProvenCase.verified(fitting, ProofFile.encode(own.proofs, of: plan, as: fitting))
        #expect(verified.services[0].answer.refusal == .otherNumbers(tree: 0))
    }

    @Test("A plan that announces less than its proof gives is said not proven")
    func announcedTooLow() throws {
        let own = try ProvenCase.first(8...15)
        var plan = own.plan
        plan.services[0].bound = MilliPoints(plan.services[0].bound.count - 1)
        let file = try PlanFile.encode(plan)
        let verified = try ProvenCase.verified(file, ProofFile.encode(own.proofs, of: plan, as: file))
        #expect(!verified.holds)
        #expect(try verified.services[0].answer.get().bound == own.plan.services[0].bound.count)
    }

    private func fault(of data: Data) -> ProofFault? {
        do {
            _ = try ProofFile(InputFile(data, named: "preuve.json"))
            return nil
        } catch {
            if case .proof(let fault) = error.findings.first?.fault { return fault }
            return nil
        }
    }
}

extension Result where Failure == ProofRefusal {
    var refusal: ProofRefusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}
