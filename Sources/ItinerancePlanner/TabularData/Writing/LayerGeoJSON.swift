import FileAccess
import Foundation
import GeoModel

/// A layer as GeoJSON. Source: RFC 7946.
package struct LayerGeoJSON {
    private struct Collection: Encodable {
        var type = "FeatureCollection"
        var name: String
        var description: String
        var features: [Feature]
    }

    private struct Feature: Encodable {
        var type = "Feature"
        var properties: DataRecord
        var geometry: Geometry
    }

    private enum Geometry: Encodable {
        case point([Double])
        case line([[Double]])
        case outline([[[[Double]]]])

        private enum Keys: CodingKey { case type, coordinates }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            switch self {
            case .point(let position):
                try container.encode("Point", forKey: .type)
                try container.encode(position, forKey: .coordinates)
            case .line(let positions):
                try container.encode("LineString", forKey: .type)
                try container.encode(positions, forKey: .coordinates)
            case .outline(let polygons):
                try container.encode("MultiPolygon", forKey: .type)
                try container.encode(polygons, forKey: .coordinates)
            }
        }
    }

    private let layer: DataLayer

    package init(_ layer: DataLayer) { self.layer = layer }

    package var data: Data {
        get throws {
            let features = zip(layer.table.rows, layer.geometries).map { row, geometry in
                Feature(
                    properties: DataRecord(columns: layer.table.columns, values: row),
                    geometry: Self.geometry(geometry))
            }
            return try ReadableJSON.data(
                Collection(name: layer.table.name, description: layer.description, features: features))
        }
    }

    private static func geometry(_ geometry: DataLayer.Geometry) -> Geometry {
        switch geometry {
        case .point(let position): .point(degrees(position))
        case .line(let line): .line(line.map(degrees))
        case .outline(let outline): .outline(outline.polygons.map { $0.map { $0.map(degrees) } })
        }
    }

    /// Six decimals: a tenth of a metre.
    private static func degrees(_ position: Position) -> [Double] {
        [position.longitude, position.latitude].map { DataNumber.rounded($0, .decimal(6)) }
    }
}
