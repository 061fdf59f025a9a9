/// What is wrong with a store, or with a plan that it keeps.
package enum StoredFault: Hashable, Sendable {
    case notAStore
    case damaged
    /// Its version, and the newest one that this program reads.
    case newer(Int, known: Int)
    /// The number asked for, `nil` for the newest, and those that are kept.
    case noVersion(Int?, [Int])
    case noPlan
    /// A version, and its file that is not the one that was kept.
    case versionDamaged(Int, String)
    case refused(StoreFault)
}

/// Why a store cannot be read or written; each with the name of the store.
package enum StoreFault: Error, Hashable, Sendable {
    /// Another program writes.
    case busy(String)
    case unreadable(String)
    case readOnly(String)
    case full(String)
    /// A program died while it wrote, and bringing back the last whole state needs the right to write.
    case unfinished(String)
}
