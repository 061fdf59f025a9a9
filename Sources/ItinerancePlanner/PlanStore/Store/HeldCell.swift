import GRDB

/// A cell of a store that holds something else than this program puts there: a store may come from anybody, and disks err.
struct UnreadableCell: Error {
    var column: String
}

extension Row {
    /// What a column holds. GRDB ends the program where a value is of another type.
    ///
    /// - Throws: `UnreadableCell`, also where there is nothing, and for a number without end.
    func held<T: DatabaseValueConvertible>(_ column: String) throws(UnreadableCell) -> T {
        guard let value: T = try heldIfAny(column) else { throw UnreadableCell(column: column) }
        return value
    }

    /// The same; `nil` where there is nothing.
    func heldIfAny<T: DatabaseValueConvertible>(_ column: String) throws(UnreadableCell) -> T? {
        guard let stored = self[column] as DatabaseValue?, !stored.isNull else { return nil }
        guard let value = T.fromDatabaseValue(stored), (value as? Double)?.isFinite ?? true else {
            throw UnreadableCell(column: column)
        }
        return value
    }
}
