import FileAccess
import Foundation
import GRDB
import TabularData

/// How the records of one kind are kept: statements made once from the catalogue of columns.
package struct StoreTable {
    private let kind: TableKind
    /// Columns of the catalogue that the table has; a point's coordinates are its geometry.
    private let columns: [Column]

    /// Columns of a file that go to another table.
    private static let elsewhere: Set<String> = ["nom_epci", "nature_epci"]

    package init(_ kind: TableKind) {
        self.kind = kind
        columns = kind.columns.filter { column in
            !Self.elsewhere.contains(column.name)
                && !(kind.isPointLayer && ["latitude", "longitude"].contains(column.name))
        }
    }

    // MARK: Reading

    /// A store of an earlier version has none of the tables and columns that came later.
    ///
    /// - Throws: `StoredFault.outOfRange` for a figure that no table could bring in.
    package func records(_ db: Database) throws -> [Record] {
        guard try db.tableExists(kind.rawValue) else { return [] }
        let kept = Set(try db.columns(in: kind.rawValue).map(\.name))
        let columns = columns.filter { kept.contains($0.name) }
        let names = columns.map(\.name) + (kind.isPointLayer ? ["geom"] : [])
        let order = kind.keys.map(\.name).joined(separator: ", ")
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(names.joined(separator: ", ")) FROM \(kind.rawValue) ORDER BY \(order)")
        let indices = columns.map { kind.index(of: $0.name) }
        var records: [Record] = []
        while let row = try rows.next() {
            var record = Record(kind)
            for (position, column) in columns.enumerated() {
                guard let index = indices[position], let cell = try cell(row[position], column) else { continue }
                record.cells[index] = cell
            }
            if kind.isPointLayer, let data: Data = try row.heldIfAny("geom"),
                let position = GeoPackageGeometry.position(data)
            {
                record["latitude"] = .number(try sound(position.latitude, "latitude", .latitude))
                record["longitude"] = .number(try sound(position.longitude, "longitude", .longitude))
            }
            records.append(record)
        }
        return records
    }

    /// What a hand may have written in another program is taken as it is read: a number for a number, else unknown.
    private func cell(_ value: DatabaseValue, _ column: Column) throws(StoredFault) -> Cell? {
        if column.kind.isNumber {
            guard let number = Double.fromDatabaseValue(value) else { return nil }
            return .number(try sound(number, column.name, column.kind))
        }
        return String.fromDatabaseValue(value).flatMap { $0.isEmpty ? nil : .text($0) }
    }

    private func sound(_ number: Double, _ column: String, _ cell: CellKind) throws(StoredFault) -> Double {
        guard number.isFinite, cell.range?.contains(number) ?? true else {
            throw .outOfRange(table: kind.rawValue, column: column, String(number))
        }
        return number
    }

    // MARK: Writing

    package enum Outcome {
        case added, changed, unchanged
        /// A row that is new lacks what a row needs.
        case incomplete(String)
    }

    /// Adds a record, or brings the row of its key up to date in the columns given.
    ///
    /// - Parameter given: columns of the catalogue that the file has.
    package func write(_ record: Record, given: Set<String>, _ db: Database) throws -> Outcome {
        let exists = try exists(record, db)
        if !exists, let missing = columns.first(where: { $0.need == .required && record[$0.name] == nil }) {
            return .incomplete(missing.name)
        }
        if !exists, kind == .communes, record.position == nil { return .incomplete("latitude") }
        let written = columns.filter { given.contains($0.name) || record[$0.name] != nil }
        var names = written.map(\.name)
        var values: [(any DatabaseValueConvertible)?] = written.map { Self.value(record[$0.name], $0) }
        if kind.isPointLayer, given.contains("latitude") {
            names.append("geom")
            values.append(record.position.map(GeoPackageGeometry.encode))
        }
        let keys = kind.keys.map(\.name)
        let updated = names.filter { !keys.contains($0) }
        let table = kind.rawValue
        var sql =
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) "
            + "VALUES (\(names.map { _ in "?" }.joined(separator: ", "))) "
        if exists {
            guard !updated.isEmpty else { return .unchanged }
            sql = "UPDATE \(table) SET \(updated.map { "\($0) = ?" }.joined(separator: ", ")) "
            sql += "WHERE \(keys.map { "\($0) = ?" }.joined(separator: " AND ")) "
            sql += "AND (\(updated.map { "\($0) IS NOT ?" }.joined(separator: " OR ")))"
            let byName = Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
            let new = updated.map { byName[$0] ?? nil }
            values = new + keys.map { byName[$0] ?? nil } + new
        }
        let statement = try db.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(values))
        return exists ? (db.changesCount > 0 ? .changed : .unchanged) : .added
    }

    private func exists(_ record: Record, _ db: Database) throws -> Bool {
        let keys = kind.keys.map(\.name)
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM \(kind.rawValue) WHERE \(keys.map { "\($0) = ?" }.joined(separator: " AND "))")
        return try Row.fetchOne(statement, arguments: StatementArguments(record.key)) != nil
    }

    private static func value(_ cell: Cell?, _ column: Column) -> (any DatabaseValueConvertible)? {
        switch cell {
        case .text(let text): return text
        case .number(let number):
            if case .count = column.kind { return Int(number) }
            return number
        case nil: return nil
        }
    }
}
