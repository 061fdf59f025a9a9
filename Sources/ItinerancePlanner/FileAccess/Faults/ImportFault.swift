/// What is wrong, or worth telling, when files are brought into a territory.
package enum ImportFault: Hashable, Sendable {
    case note(ReadingNote, count: Int)
    case noCommunes
    /// The words of `--type`.
    case unknownKind([String])
    /// No column of that kind of table.
    case unknownColumn(String, String, near: [String])
    case ignoredColumns([String])
    /// A new row, by its key, lacks a column.
    case incomplete(String, String)
    /// Codes of outlines that belong to no commune of the territory.
    case contoursElsewhere([String])
}

/// What reading a row mended, or passed over.
package enum ReadingNote: Hashable, Sendable {
    case zeroRestored, codeChanged, foundByName, outsideTerritory, lambert93, hoursNotUnderstood, withheld
    /// A commune of old, and the one that it is part of now.
    case mergedInto(String, String)
}
