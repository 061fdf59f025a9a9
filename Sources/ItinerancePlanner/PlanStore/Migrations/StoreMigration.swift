import GRDB

/// One step from a version of the store to the next. A step that was published never changes.
protocol StoreMigration {
    /// The version that it leads to.
    static var version: Int { get }
    static func run(_ db: Database) throws
}
