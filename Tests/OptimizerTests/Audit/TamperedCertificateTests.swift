import Optimizer
import PlanningModel
import Testing

/// A way to change certificates so that they no longer prove what they claim.
enum Tampering: String, CaseIterable, Sendable {
    case dualOfWrongSign, loweredBound, droppedChild, sameAnswerTwice, unsolvedChild, coverThreshold, coverTerm
    case roundingLimit, unknownRow, unfoundedExclusion, reportBelowLeaves

    /// Changes a tree; false where it has nothing to change.
    func apply(to tree: inout TreeCertificate, reported: Int, stops: Int) -> Bool {
        guard var root = tree.nodes[0], var duals = root.bound else { return false }
        defer {
            root.bound = duals
            tree.nodes[0] = root
        }
        func firstCut(_ isWanted: (CertifiedCut) -> Bool) -> Int? {
            duals.firstIndex { $0.cut.map(isWanted) ?? false }
        }
        switch self {
        case .dualOfWrongSign:
            let covers = duals.indices.filter { duals[$0].row.hasPrefix("cover") }
            guard let worst = covers.max(by: { duals[$0].dual < duals[$1].dual }), duals[worst].dual > 0.1 else {
                return false
            }
            duals[worst].dual *= -1
        case .loweredBound: root.claimed -= 1
        case .droppedChild:
            guard case .branched(let answers) = root.end else { return false }
            root.end = .branched([answers[0]])
        case .sameAnswerTwice:
            guard case .branched(var answers) = root.end else { return false }
            answers[1].decision = answers[0].decision
            root.end = .branched(answers)
        case .unsolvedChild:
            guard case .branched(let answers) = root.end, root.claimed > reported else { return false }
            tree.nodes[answers[0].node] = nil
        case .coverThreshold, .coverTerm:
            let found = firstCut { if case .cover = $0 { true } else { false } }
            guard let index = found, case .cover(let demand, let threshold, var terms) = duals[index].cut else {
                return false
            }
            if self == .coverThreshold {
                duals[index].cut = .cover(demand: demand, threshold: threshold - 1, terms: terms)
            } else {
                guard !terms.isEmpty else { return false }
                terms[0].points -= 1
                duals[index].cut = .cover(demand: demand, threshold: threshold, terms: terms)
            }
        case .roundingLimit:
            let found = firstCut { if case .rounding = $0 { true } else { false } }
            guard let index = found,
                case .rounding(let kind, let week, let limit, let multiplier, let divisor) = duals[index].cut
            else { return false }
            duals[index].cut = .rounding(
                kind: kind, week: week, limit: limit - 1, multiplier: multiplier, divisor: divisor)
        case .unknownRow:
            guard !duals.isEmpty else { return false }
            duals[0].row = "nothing[1]"
        case .unfoundedExclusion:
            guard case .branched = root.end else { return false }
            // The best plan holds one of them.
            root.exclusions = (0..<stops).map { .stop($0) }
        case .reportBelowLeaves: break
        }
        return true
    }

    func isExpected(_ reason: AuditFailure.Reason?) -> Bool {
        switch (self, reason) {
        case (.dualOfWrongSign, .boundNotReached), (.loweredBound, .boundNotReached): true
        case (.droppedChild, .childrenDoNotSplit), (.sameAnswerTwice, .childrenDoNotSplit): true
        case (.coverThreshold, .invalidCut), (.coverTerm, .invalidCut), (.roundingLimit, .invalidCut): true
        case (.unknownRow, .unknownRow), (.unfoundedExclusion, .exclusionDoesNotFollow): true
        case (.unsolvedChild, .reportedBelowLeaves), (.reportBelowLeaves, .reportedBelowLeaves): true
        default: false
        }
    }

    /// What the audit is told: where a plan is said to be left out, one a thousandth worse than the best is at hand.
    func told(_ solved: AuditedCase) -> (value: Int, reported: Int) {
        switch self {
        case .unfoundedExclusion: (solved.value - 1, .max)
        case .reportBelowLeaves: (solved.value, solved.bound - 1)
        default: (solved.value, solved.bound)
        }
    }
}

@Suite("Certificates that prove less than they claim")
struct TamperedCertificateTests {
    private static let cases = Result { try AuditedCase.branched(1...12) }

    @Test("The audit refuses a changed certificate, and says which", arguments: Tampering.allCases)
    func refused(tampering: Tampering) throws {
        var tried = 0
        for solved in try Self.cases.get() {
            let last = solved.trees[solved.trees.count - 1]
            var isChanged = false
            let told = tampering.told(solved)
            let verdict = solved.verdict(value: told.value, reported: told.reported) { tree in
                isChanged = tampering.apply(to: &tree, reported: told.reported, stops: last.problem.stopCount)
            }
            guard isChanged else { continue }
            tried += 1
            #expect(tampering.isExpected(verdict.reason), "\(tampering) of \(solved.name): \(verdict)")
        }
        #expect(tried >= 3, "\(tampering)")
    }

    @Test("What is reported where the audit fails: the root's bound, or all need at no cost where not even that holds")
    func fallback() throws {
        for solved in try Self.cases.get().prefix(10) {
            let trees = solved.trees
            #expect(
                BoundReview(trees, value: solved.value, claimed: solved.bound, wholeTree: true)
                    == BoundReview(bound: solved.bound, audit: .wholeTree))
            var halved = trees
            if case .branched(let answers) = halved[0].certificate.nodes[0]?.end {
                halved[0].certificate.nodes[0]?.end = .branched([answers[0]])
            }
            let root = try TreeAudit(trees[0].problem, trees[0].certificate, value: solved.value).root()
            #expect(
                BoundReview(halved, value: solved.value, claimed: solved.bound, wholeTree: true)
                    == BoundReview(bound: root, audit: .refused))
            // Unasked, only the root is looked at.
            #expect(
                BoundReview(halved, value: solved.value, claimed: solved.bound, wholeTree: false)
                    == BoundReview(bound: solved.bound, audit: .root))
            var groundless = trees
            groundless[0].certificate.nodes[0]?.bound = nil
            let nothing = TreeAudit(trees[0].problem, TreeCertificate(), value: solved.value)
            for wholeTree in [false, true] {
                #expect(
                    BoundReview(groundless, value: solved.value, claimed: solved.bound, wholeTree: wholeTree)
                        == BoundReview(bound: try nothing.root(), audit: .refused))
            }
        }
    }
}
