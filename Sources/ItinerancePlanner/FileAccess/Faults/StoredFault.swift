/// What is wrong with a store, or with a plan that it keeps.
package enum StoredFault: Error, Hashable, Sendable {
    case notAStore
    case damaged
    /// Its version, and the newest one that this program reads.
    case newer(Int, known: Int)
    /// The number asked for, `nil` for the newest, and those that are kept.
    case noVersion(Int?, [Int])
    case noPlan
    /// A version, and its file that is not the one that was kept.
    case versionDamaged(Int, String)
    /// A version, and the name of a file of it that is no plain one: it could lead out of the folder that it is put in.
    case leadsOut(Int, String)
    /// A version of which this program does not read what is kept of it; its number, where that is read.
    case versionUnreadable(Int?)
    /// A column that holds something of another kind.
    case unreadableCell(column: String)
    /// A table, a column of it, and a figure out of the range of that column.
    case outOfRange(table: String, column: String, String)
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
