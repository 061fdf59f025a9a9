import Foundation
import GRDB
import GeoModel
import TabularData

/// Layers in one GeoPackage, whose bytes depend on them and the date alone.
///
/// Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1.
package struct GeoPackageFile {
    private let layers: [DataLayer]
    private let changed: String

    /// - Parameter changed: the day that every layer says it was changed on.
    package init(_ layers: [DataLayer], changed: CivilDate) {
        self.layers = layers
        self.changed = changed.iso + "T00:00:00.000Z"
    }

    /// - Throws: `TableWritingFault` where it cannot be written.
    package var data: Data {
        get throws {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent(
                "itinerance.\(UUID().uuidString).gpkg")
            defer { try? FileManager.default.removeItem(at: url) }
            do {
                let queue = try DatabaseQueue(path: url.path)
                try queue.write { db in
                    try GeoPackageSchema.create(db)
                    for layer in layers { try write(layer, db) }
                }
                try queue.vacuum()
                try queue.close()
                return try Data(contentsOf: url)
            } catch let error as DatabaseError {
                throw TableWritingFault.unwritable(detail: error.message ?? "")
            } catch {
                throw TableWritingFault.unwritable
            }
        }
    }

    /// The names of tables and columns are the program's own.
    private func write(_ layer: DataLayer, _ db: Database) throws {
        let table = layer.table
        let columns = table.columns.map { "\($0.name) \(Self.type($0.kind))" }
        try db.execute(
            sql: """
                CREATE TABLE \(table.name) (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \
                geom \(layer.shape.rawValue), \(columns.joined(separator: ", ")))
                """)
        let extent = Extent(layer.geometries)
        try db.execute(
            sql: """
                INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y,
                    max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)
                """,
            arguments: [
                table.name, table.name, layer.description, changed, extent.west, extent.south, extent.east,
                extent.north,
            ])
        try db.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
            arguments: [table.name, layer.shape.rawValue])
        let names = ["geom"] + table.columns.map(\.name)
        let insert = try db.cachedStatement(
            sql: "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) "
                + "VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))")
        for (row, geometry) in zip(table.rows, layer.geometries) {
            let values: [(any DatabaseValueConvertible)?] =
                [Self.encoded(geometry)] + zip(table.columns, row).map { Self.value($1, $0.kind) }
            try insert.execute(arguments: StatementArguments(values))
        }
    }

    private static func type(_ kind: DataKind) -> String {
        switch kind {
        case .text, .time: "TEXT"
        case .integer: "INTEGER"
        case .decimal: "DOUBLE"
        case .date: "DATE"
        }
    }

    private static func value(_ value: DataValue, _ kind: DataKind) -> (any DatabaseValueConvertible)? {
        switch value {
        case .text(let text): text
        case .integer(let number): number
        case .decimal(let number): DataNumber.rounded(number, kind)
        case .date(let date): date.iso
        case .time(let time): DataClock.text(time)
        case .empty: nil
        }
    }

    private static func encoded(_ geometry: DataLayer.Geometry) -> Data {
        switch geometry {
        case .point(let position): GeoPackageGeometry.encode(position)
        case .line(let line): GeoPackageGeometry.encode(line)
        case .outline(let outline): GeoPackageGeometry.encode(outline)
        }
    }

    /// Where a layer lies; nothing where it is empty.
    private struct Extent {
        var west: Double?
        var south: Double?
        var east: Double?
        var north: Double?

        init(_ geometries: [DataLayer.Geometry]) {
            for geometry in geometries {
                switch geometry {
                case .point(let position): add(position)
                case .line(let line): for position in line { add(position) }
                case .outline(let outline):
                    for polygon in outline.polygons { for ring in polygon { for position in ring { add(position) } } }
                }
            }
        }

        private mutating func add(_ position: Position) {
            west = min(west ?? position.longitude, position.longitude)
            east = max(east ?? position.longitude, position.longitude)
            south = min(south ?? position.latitude, position.latitude)
            north = max(north ?? position.latitude, position.latitude)
        }
    }
}
