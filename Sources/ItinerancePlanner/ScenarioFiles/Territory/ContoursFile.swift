import FileAccess
import Foundation
import GeoModel

/// `contours.geojson` beside a plan: the outlines of its communes, so that maps can be drawn from the folder alone.
package struct ContoursFile {
    private struct Collection: Encodable {
        var type = "FeatureCollection"
        var source: String
        var features: [Feature]
    }

    private struct Feature: Encodable {
        struct Properties: Encodable {
            var code: String
            enum CodingKeys: String, CodingKey { case code = "code_insee" }
        }
        struct Geometry: Encodable {
            var type = "MultiPolygon"
            /// Degrees: longitude, latitude.
            var coordinates: [[[[Double]]]]
        }

        var type = "Feature"
        var properties: Properties
        var geometry: Geometry
    }

    private let contours: Contours
    private let codes: Set<String>

    package init(_ contours: Contours, of territory: Territory) {
        self.contours = contours
        codes = Set(territory.communes.map(\.code))
    }

    /// Empty where there are no outlines.
    package var files: [(name: OutputName, data: Data)] {
        get throws {
            let features = contours.outlines.filter { codes.contains($0.key) }.sorted { $0.key < $1.key }.map {
                Feature(
                    properties: .init(code: $0.key),
                    geometry: .init(
                        coordinates: $0.value.polygons.map { rings in
                            rings.map { ring in ring.map { [$0.longitude, $0.latitude] } }
                        }))
            }
            guard !features.isEmpty else { return [] }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let data = try encoder.encode(Collection(source: contours.source, features: features))
            return [(PlanFolder.contours, data + Data("\n".utf8))]
        }
    }
}
