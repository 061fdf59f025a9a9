import GeoModel

/// A cell of a table for analysts; every writer reads it in its own way.
package enum DataValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case date(CivilDate)
    /// Minutes from midnight.
    case time(Minutes)
    /// Not known, or nothing to say.
    case empty

    package static func text(_ text: String?) -> DataValue { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    package static func integer(_ number: Int?) -> DataValue { number.map { .integer($0) } ?? .empty }
    package static func decimal(_ number: Double?) -> DataValue {
        number.map { $0.isFinite ? .decimal($0) : .empty } ?? .empty
    }
}

/// What the cells of a column hold.
package enum DataKind: Hashable, Sendable {
    case text
    case integer
    /// With so many decimals.
    case decimal(Int)
    case date
    case time
}

/// A column as it is written; what it means is in `ColumnWords`.
package struct DataColumn: Hashable, Sendable {
    package var name: String
    package var kind: DataKind
}

/// A column with the way to its cells from what a row is about.
package struct ColumnOf<Row> {
    package var column: DataColumn
    package var value: (Row) -> DataValue

    package init(_ name: String, _ kind: DataKind = .text, _ value: @escaping (Row) -> DataValue) {
        column = DataColumn(name: name, kind: kind)
        self.value = value
    }
}

/// A table of a publication, defined once and written as XLSX, CSV, JSON and layers of maps.
package struct DataTable: Sendable {
    /// Of its file and its sheet.
    package let name: String
    package let columns: [DataColumn]
    package let rows: [[DataValue]]

    package init<Row>(_ name: String, _ columns: [ColumnOf<Row>], rows: [Row]) {
        self.name = name
        self.columns = columns.map(\.column)
        self.rows = rows.map { row in columns.map { $0.value(row) } }
    }
}
