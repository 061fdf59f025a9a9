/// What is wrong with a proof file.
package enum ProofFault: Error, Hashable, Sendable {
    /// A tree of a service, from 0.
    package struct Place: Hashable, Sendable {
        package var service: String
        package var tree: Int

        package init(service: String, tree: Int) {
            self.service = service
            self.tree = tree
        }
    }

    case otherFormat
    case otherVersion(Int, expected: Int)
    /// The bytes are not those that were written.
    case changed
    /// Not what gzip writes, or cut short.
    case damagedGzip
    /// Bytes at most, once unpacked.
    case unpacksTooLarge(limit: Int)
    /// Of another plan.
    case otherPlan
    /// Of the same plan, whose data are others.
    case otherData
    /// Services of the proof, and of the plan.
    case otherServices([String], [String])
    case badCut(Place)
    /// A node of which something is missing, or there twice.
    case badNode(Place, Int)
    /// What a stored version does not have.
    case notKept
    /// Path of what is not as it should be.
    case notUnderstood(at: String)
}
