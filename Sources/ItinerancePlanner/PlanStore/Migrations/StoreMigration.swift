import GRDB

/// One step from a version of the store to the next. A step that was published never changes.
struct StoreMigration: Sendable {
    /// The version that it leads to.
    let version: Int
    let run: @Sendable (Database) throws -> Void
}
