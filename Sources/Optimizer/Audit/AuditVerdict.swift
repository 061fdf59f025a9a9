/// What the audit says of the bound that a tree proves.
package enum AuditVerdict: Hashable, Sendable {
    /// No plan is worth more, in thousandths. `unplaceable` leaves rest on the complete search of the placement.
    case holds(bound: Int, unplaceable: Int)
    case fails(AuditFailure)
}

/// The first certificate that proves less than it claims.
package struct AuditFailure: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// A dual of a row that the problem does not have.
        case unknownRow(String)
        /// A cut that plans need not keep, or that is not what its threshold or its numbers say.
        case invalidCut(String)
        case boundNotReached(claimed: Int, audited: Int)
        /// A plan better than the one at hand might hold it.
        case exclusionDoesNotFollow(Exclusion)
        /// Rounds are left out, and there is no plan that a better one would have to beat.
        case noPlan
        /// Rounds are left out more often on the way to a node than the audit follows.
        case tooManyListings
        /// Some plan of the node is in none of its children.
        case childrenDoNotSplit
        /// The leaves prove less than what is reported.
        case reportedBelowLeaves(reported: Int, audited: Int)
    }

    /// Number of the node; the root for the tree as a whole.
    package var node: Int
    package var reason: Reason
}
