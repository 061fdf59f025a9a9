import Optimizer
import PlanningModel

/// A small scenario solved to its optimum, with the whole tree kept.
struct AuditedCase: Sendable {
    let name: String
    let service: ServicePlan
    let trees: [SearchedTree]

    var value: Int { service.value.count }
    var bound: Int { service.bound.count }

    /// `nil` where there is no plan.
    ///
    /// - Parameter searches: whether plans are looked for beside the tree. Without, trees grow larger.
    init?(_ scenario: Scenario, searches: Bool = true) throws {
        var limits = SolveLimits(gap: 0, seconds: 300, seed: 1, workers: 1, auditsTree: true)
        limits.searchesNeighbourhoods = searches
        do {
            let solution = try RoundsSolver.solve(scenario, limits: limits)
            name = scenario.name
            service = solution.services[0]
            trees = solution.trees[0]
        } catch is SolveFailure {
            return nil
        }
    }

    /// What the audit says of the trees, the last of them changed.
    func verdict(value: Int?, reported: Int, _ change: (inout TreeCertificate) -> Void = { _ in }) -> AuditVerdict {
        var ceiling = Int.max
        for tree in trees.dropLast() {
            if case .holds(let bound, _) = TreeAudit(tree.problem, tree.certificate, value: value).verdict(
                reported: .max)
            {
                ceiling = bound
            }
        }
        let last = trees[trees.count - 1]
        var certificate = last.certificate
        change(&certificate)
        return TreeAudit(last.problem, certificate, value: value, ceiling: ceiling).verdict(reported: reported)
    }

    /// One case of each feature that has more than its root to audit, and more of some.
    static func branched(_ numbers: ClosedRange<Int>) throws -> [AuditedCase] {
        try Feature.allCases.flatMap { feature in
            try numbers.compactMap { try AuditedCase(FeatureTerritory.scenario(feature, $0), searches: false) }
                .filter { $0.trees[$0.trees.count - 1].certificate.nodes.count > 2 }
        }
    }
}

extension AuditVerdict {
    /// The bound that holds; `nil` where a certificate was refused.
    var bound: Int? {
        if case .holds(let bound, _) = self { bound } else { nil }
    }

    /// Why a certificate was refused; `nil` where none was.
    var reason: AuditFailure.Reason? {
        if case .fails(let failure) = self { failure.reason } else { nil }
    }
}
