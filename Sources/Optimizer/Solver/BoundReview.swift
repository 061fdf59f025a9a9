import PlanningModel

/// A tree that was searched, with the problem it is of.
package struct SearchedTree: Sendable {
    package var problem: RoundsProblem
    package var certificate: TreeCertificate

    /// A problem searched to its end with all nodes kept, its best value and its bound. Runs on a solver thread.
    package static func searched(_ problem: RoundsProblem) throws -> (tree: SearchedTree, value: Int?, bound: Int) {
        let limits = SearchLimits(keepsCertificates: true)
        var search = try BranchAndPrice(problem, limits, shouldStop: { false }, onProgress: { _ in })
        _ = try search.run()
        let tree = SearchedTree(problem: problem, certificate: search.certificate)
        return (tree, search.incumbent?.value, search.bound)
    }
}

/// What may be reported of a bound once it was worked out a second time.
package struct BoundReview: Hashable, Sendable {
    package var bound: Int
    package var audit: BoundAudit

    package init(bound: Int, audit: BoundAudit) {
        self.bound = bound
        self.audit = audit
    }

    /// - Parameters:
    ///   - trees: each searched under the bound of the one before.
    ///   - value: of the plan at hand, thousandths.
    ///   - wholeTree: whether all nodes are there, and to be gone through.
    ///   - ceiling: a bound proven elsewhere, that the first tree was searched under.
    package init(_ trees: [SearchedTree], value: Int, claimed: Int, wholeTree: Bool, ceiling: Int = .max) {
        bound = claimed
        if wholeTree, let proven = Self.whole(trees, value, ceiling), proven <= claimed {
            audit = .wholeTree
            return
        }
        guard let first = trees.first, wholeTree || first.problem.isQuickToAudit else {
            audit = .notDone
            return
        }
        // All that comes later is below the root of the first tree.
        let root = try? TreeAudit(first.problem, first.certificate, value: value, ceiling: ceiling).root()
        audit = wholeTree || root == nil ? .refused : .root
        // Where even the root does not hold, all need reached at no cost needs no proof.
        if audit == .refused {
            bound = max(claimed, root ?? max(value, min(ceiling, AuditModel.trivialBound(first.problem))))
        }
    }

    private static func whole(_ trees: [SearchedTree], _ value: Int, _ ceiling: Int) -> Int? {
        var ceiling = ceiling
        for tree in trees {
            let audit = TreeAudit(tree.problem, tree.certificate, value: value, ceiling: ceiling)
            guard case .holds(let bound, _) = audit.verdict(reported: .max) else { return nil }
            ceiling = min(ceiling, bound)
        }
        return ceiling
    }
}

extension RoundsProblem {
    /// Whether one pricing takes well below a second.
    fileprivate var isQuickToAudit: Bool {
        blocks.count * segments.count * segments.count * tree.nodes.count <= 8_000_000
    }
}
