import GeoModel

/// One cell of a record, in its column's unit.
enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
}

/// One row of a table, read and found sound: cells in the order of the kind's columns, `nil` unknown or not given.
struct Record: Hashable, Sendable {
    var kind: TableKind
    /// Line of the file it was read from; 0 from a store.
    var line: Int
    var cells: [Cell?]

    init(_ kind: TableKind, line: Int = 0) {
        self.kind = kind
        self.line = line
        cells = Array(repeating: nil, count: kind.columns.count)
    }

    subscript(_ column: String) -> Cell? {
        get { kind.index(of: column).flatMap { cells[$0] } }
        set { if let index = kind.index(of: column) { cells[index] = newValue } }
    }

    /// The text of a cell, empty where there is none.
    func text(_ column: String) -> String {
        switch self[column] {
        case .text(let text): text
        case .number(let number): "\(number)"
        case nil: ""
        }
    }

    func number(_ column: String) -> Double? {
        if case .number(let number) = self[column] { return number }
        return nil
    }

    func count(_ column: String) -> Int? { number(column).flatMap { Int(exactly: $0.rounded()) } }
    func presence(_ column: String) -> Presence { Presence(rawValue: text(column)) ?? .unknown }
    func date(_ column: String) -> CivilDate? { CivilDate(iso: text(column)) }

    var position: Position? {
        guard let latitude = number("latitude"), let longitude = number("longitude") else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }

    /// What tells this row from others of its kind.
    var key: [String] { kind.keys.map { text($0.name) } }
}
