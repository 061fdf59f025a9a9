import FileAccess
import Foundation
import LinearSolver
import Optimizer
import Planning
import PlanningModel
import ScenarioFiles
import TestSupport

/// One number of a file changed, wherever it stands: in a text, too.
struct ProofMutation {
    enum Place: CaseIterable { case plan, proof }

    /// What came of it where whoever changed it also mended every hash.
    enum Outcome: String { case refused, notProven, asBefore, untrue }

    let own: ProvenCase
    let place: Place
    let changed: Data
    /// For a failure's message.
    let what: String

    /// `nil` where the change leaves the bytes as they are.
    init?(_ own: ProvenCase, _ place: Place, _ random: inout TestRandom) {
        self.own = own
        self.place = place
        let file = place == .plan ? own.planFile : own.proofFile
        let text = String(decoding: file, as: UTF8.self)
        let tokens = text.ranges(of: /-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/)
        let token = tokens[random.whole(0...tokens.count - 1)]
        let old = String(text[token])
        let new = Self.change(old, &random)
        guard new != old else { return nil }
        changed = Data(text.replacingCharacters(in: token, with: new).utf8)
        what = "\(own.name), \(place): \(text[..<token.lowerBound].suffix(30))\(old) → \(new)"
    }

    private static func change(_ old: String, _ random: inout TestRandom) -> String {
        switch random.whole(0...7) {
        case 0: return Int(old).map { String($0 &+ 1) } ?? old + "1"
        case 1: return Int(old).map { String($0 &- 1) } ?? "1" + old
        case 2: return old + "0"
        case 3: return old.hasPrefix("-") ? String(old.dropFirst()) : "-" + old
        case 4: return "0"
        case 5: return String(random.pick([Int.min, Int.max, -1, 1_000_000, 1 << 53]))
        default:
            var digits = Array(old)
            let places = digits.indices.filter { digits[$0].isNumber }
            digits[places[random.whole(0...places.count - 1)]] = Character(String(random.whole(0...9)))
            return String(digits)
        }
    }

    /// Whether it is found where no hash was mended.
    var isFound: Bool {
        do {
            let (plan, proof) = place == .plan ? (changed, own.proofFile) : (own.planFile, changed)
            return try !ProvenCase.verified(plan, proof).holds
        } catch { return error is InputFailure }
    }

    /// Every hash mended.
    func resealed() throws -> Outcome { try place == .plan ? otherPlan() : otherProof() }

    /// With the plan at hand said to be worth a thousandth less than it is, what is accepted must still let it be.
    private func otherProof() throws -> Outcome {
        let text = String(decoding: changed, as: UTF8.self)
        guard let mark = text.range(of: #","contenu":"#), text.hasSuffix("}\n") else { return .refused }
        let sealed = ProofFile.sealed(Data(text[mark.upperBound...].dropLast(2).utf8))
        guard let proof = try? ProofFile(InputFile(sealed, named: "preuve.json")) else { return .refused }
        guard (try? ProvenCase.verified(own.planFile, sealed)) != nil else { return .refused }
        let service = own.plan.services[0]
        guard own.plan.stop == .optimal, let own = proof.services.first else { return .refused }
        let scenario = self.own.plan.scenario
        func bound(_ value: Int) throws -> Int? {
            do {
                return try onSolverThread {
                    try own.bound(of: scenario.services[0], in: scenario, value: value).bound
                }
            } catch is ProofRefusal { return nil }
        }
        if let low = try bound(service.value.count - 1), low < service.value.count { return .untrue }
        guard let found = try bound(service.value.count) else { return .refused }
        return found > service.bound.count ? .notProven : .asBefore
    }

    /// The data of the plan are others: with the numbers of the problem taken out, prices alone must not prove less than the best
    /// plan of these data is worth.
    private func otherPlan() throws -> Outcome {
        guard var plan = try? PlanFile.decode(InputFile(changed, named: "plan.json")), plan.services.count == 1,
            let fingerprint = try? PlanFile.fingerprint(plan.scenario)
        else { return .refused }
        plan.fingerprint = fingerprint
        var proofs = own.proofs
        for tree in proofs[0].trees.indices { proofs[0].trees[tree].numbers = nil }
        let file = try PlanFile.encode(plan)
        guard
            let verified = try? ProvenCase.verified(file, ProofFile.encode(proofs, of: plan, as: file)),
            case .success(let proven) = verified.services[0].answer
        else { return .refused }
        guard plan.scenario != own.plan.scenario else {
            return proven.bound < own.plan.services[0].value.count ? .untrue : verified.holds ? .asBefore : .notProven
        }
        guard plan.scenario.services.count == 1,
            let best = try? RoundsSolver.solve(
                plan.scenario, limits: SolveLimits(gap: 0, seconds: 30, seed: 1, workers: 1))
        else { return verified.holds ? .asBefore : .notProven }
        // Leaves that could not be searched again are said, and prove nothing by themselves.
        if proven.isComplete, best.services[0].value.count > proven.bound { return .untrue }
        return verified.holds ? .asBefore : .notProven
    }
}
