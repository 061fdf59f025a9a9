import GeoModel

/// One cell of a record, in its column's unit.
package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
}

/// One row of a table, read and found sound: cells in the order of the kind's columns, `nil` unknown or not given.
package struct Record: Hashable, Sendable {
    package var kind: TableKind
    /// Line of the file it was read from; 0 from a store.
    package var line: Int
    package var cells: [Cell?]

    package init(_ kind: TableKind, line: Int = 0) {
        self.kind = kind
        self.line = line
        cells = Array(repeating: nil, count: kind.columns.count)
    }

    package subscript(_ column: String) -> Cell? {
        get { kind.index(of: column).flatMap { cells[$0] } }
        set { if let index = kind.index(of: column) { cells[index] = newValue } }
    }

    /// The text of a cell, empty where there is none.
    package func text(_ column: String) -> String {
        switch self[column] {
        case .text(let text): text
        case .number(let number): "\(number)"
        case nil: ""
        }
    }

    package func number(_ column: String) -> Double? {
        if case .number(let number) = self[column] { return number }
        return nil
    }

    package func count(_ column: String) -> Int? { number(column).flatMap { Int(exactly: $0.rounded()) } }
    package func presence(_ column: String) -> Presence { Presence(word: text(column)) ?? .unknown }
    package func date(_ column: String) -> CivilDate? { CivilDate(iso: text(column)) }

    package var position: Position? {
        guard let latitude = number("latitude"), let longitude = number("longitude") else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// What tells this row from others of its kind.
    package var key: [String] { kind.keys.map { text($0.name) } }
}
