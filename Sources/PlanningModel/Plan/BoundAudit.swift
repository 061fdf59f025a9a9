/// Whether the bound of a plan was worked out a second time, from the duals alone, by code that shares nothing with the
/// search.
public enum BoundAudit: CaseIterable, Hashable, Sendable, Codable {
    /// All of the search tree was gone through: the bound follows.
    case wholeTree
    /// The bound of the root follows; that of the tree below it was taken as it is.
    case root
    /// The service is too large for it to be done unasked.
    case notDone
    /// It did not follow: the bound reported is one that does, or that needs no proof.
    case refused
}
