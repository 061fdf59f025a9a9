import Foundation
import GRDB

/// Keeps the extent and the date of each changed layer, which other programs read first.
package enum StoreExtents {
    package static func refresh(_ db: Database, changed: Set<String>) throws {
        for layer in TerritoryTables.layers where changed.contains(layer.table) {
            var longitudes: [Double] = []
            var latitudes: [Double] = []
            let rows = try Row.fetchCursor(db, sql: "SELECT geom FROM \(layer.table) WHERE geom IS NOT NULL")
            while let row = try rows.next() {
                guard let data: Data = try row.heldIfAny("geom") else { continue }
                let positions =
                    GeoPackageGeometry.position(data).map { [$0] }
                    ?? GeoPackageGeometry.outline(data)?.polygons.flatMap { $0.flatMap { $0 } } ?? []
                if let low = positions.map(\.longitude).min(), let high = positions.map(\.longitude).max() {
                    longitudes = [min(low, longitudes.first ?? low), max(high, longitudes.last ?? high)]
                }
                if let low = positions.map(\.latitude).min(), let high = positions.map(\.latitude).max() {
                    latitudes = [min(low, latitudes.first ?? low), max(high, latitudes.last ?? high)]
                }
            }
            try db.execute(
                sql: """
                    UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
                        last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
                    WHERE table_name = ?
                    """,
                arguments: [longitudes.first, latitudes.first, longitudes.last, latitudes.last, layer.table])
        }
    }
}
