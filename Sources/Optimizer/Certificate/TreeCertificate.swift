/// A row of a master that has a dual, under its name in `docs/modele.md`.
package struct CertifiedDual: Hashable, Sendable {
    package var row: String
    /// What a cut is made from; `nil` for the rows of the model itself.
    package var cut: CertifiedCut?
    /// As GLPK gave it: points for each unit of the row.
    package var dual: Double

    package init(row: String, cut: CertifiedCut? = nil, dual: Double) {
        self.row = row
        self.cut = cut
        self.dual = dual
    }
}

/// What a cut says, so that it can be judged by itself.
package enum CertifiedCut: Hashable, Sendable {
    /// `θ_j ≤ threshold + Σ points · y`, thousandths of a point.
    case cover(demand: Int, threshold: Int, terms: [Gain])
    /// The work of a week of one kind, times a multiplier, rounded by a divisor.
    case rounding(kind: Int, week: Int, limit: Int, multiplier: Int, divisor: Int)
}

/// What a node leaves out though no decision says so: no plan better than the one at hand holds it.
package enum Exclusion: Hashable, Sendable {
    case offer(Int)
    case stop(Int)
    case block(stop: Int, block: Int)
}

/// What a node of the tree hands out, so that its bound can be worked out again from the problem alone.
package struct NodeCertificate: Hashable, Sendable {
    package struct Answer: Hashable, Sendable {
        package var decision: BranchDecision
        /// Number of the child.
        package var node: Int

        package init(decision: BranchDecision, node: Int) {
            self.decision = decision
            self.node = node
        }
    }

    package enum End: Hashable, Sendable {
        /// Its bound stands for it.
        case bounded
        /// Its rounds have no place together: said by the complete search of `Placement`, not by a bound.
        case unplaceable
        case branched([Answer])
    }

    /// Thousandths; that of the parent where the node has no better one.
    package var claimed: Int
    /// What the claim follows from; `nil` where it is the parent's.
    package var bound: [CertifiedDual]?
    /// What the exclusions follow from.
    package var fixing: [CertifiedDual]
    /// What is left out below this node.
    package var exclusions: [Exclusion]
    /// Whether all rounds are left out below this node that no plan better than the one at hand holds, by `fixing`.
    package var listsRounds = false
    package var end: End

    package init(
        claimed: Int, bound: [CertifiedDual]?, fixing: [CertifiedDual], exclusions: [Exclusion],
        listsRounds: Bool = false, end: End
    ) {
        self.claimed = claimed
        self.bound = bound
        self.fixing = fixing
        self.exclusions = exclusions
        self.listsRounds = listsRounds
        self.end = end
    }
}

/// The nodes of a tree by number; the root is 0. A child that is not here was never solved.
package struct TreeCertificate: Hashable, Sendable {
    package var nodes: [Int: NodeCertificate] = [:]

    package init() {}
}
