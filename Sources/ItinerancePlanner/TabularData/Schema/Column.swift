/// What a cell of a column holds, and how its text is read.
package enum CellKind: Hashable, Sendable {
    case text
    /// Insee code of a commune, or its name where no code is given.
    case commune
    case count
    case number(ClosedRange<Double>)
    /// A number, or a mark of statistical secrecy (`s`, `nd`, …), which is unknown and not zero.
    case figure(ClosedRange<Double>)
    /// `AAAA-MM-JJ`, or `JJ/MM/AAAA` as French offices write it.
    case date
    /// A year, a month or a day: `2021`, `2021-04`, `2021-04-30`.
    case vintage
    /// `oui`, `non`, `inconnu`; an empty cell is unknown.
    case presence
    case choice([String])
    /// Several values joined by `|`.
    case choices([String])
    /// OpenStreetMap `opening_hours`.
    case openingHours
    /// Degrees WGS 84, or metres Lambert-93, converted.
    case latitude
    case longitude

    /// The figures that a cell can hold; `nil` where it holds none.
    package var range: ClosedRange<Double>? {
        switch self {
        case .count: 0...100_000_000
        case .number(let range), .figure(let range): range
        case .latitude: -90...90
        case .longitude: -180...180
        default: nil
        }
    }

    /// Whether a cell is kept as a number.
    package var isNumber: Bool {
        switch self {
        case .count, .number, .figure, .latitude, .longitude: true
        default: false
        }
    }
}

/// One column of a table of the project's own schema.
package struct Column: Hashable, Sendable {
    package enum Need: Hashable, Sendable {
        /// Part of what tells one row from another.
        case key
        /// No row without it.
        case required
        /// May be empty, or missing altogether: unknown.
        case optional
    }

    package var name: String
    package var kind: CellKind
    package var need: Need
    /// Names of the same thing in the open formats read as they are.
    package var aliases: [String]

    /// Free text, but for what is there to hold a place's telephone, or to say where figures come from.
    package var mayBePublished: Bool { kind == .text && !["telephone", "source"].contains(name) }

    package init(_ name: String, _ kind: CellKind, _ need: Need = .optional, _ aliases: [String] = []) {
        self.name = name
        self.kind = kind
        self.need = need
        self.aliases = aliases
    }
}
