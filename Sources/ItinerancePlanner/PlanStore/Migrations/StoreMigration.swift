import GRDB

/// One step from a version of the store to the next. A step that was published never changes.
package struct StoreMigration: Sendable {
    /// The version that it leads to.
    package let version: Int
    package let run: @Sendable (Database) throws -> Void
}
