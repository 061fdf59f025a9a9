/// A library or the disk refuses a file of tables.
package enum TableWritingFault: Error, Hashable {
    /// - Parameter detail: what the library says; empty where it says nothing.
    case unwritable(detail: String)

    package static let unwritable = TableWritingFault.unwritable(detail: "")
}
