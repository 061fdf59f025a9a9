import GeoModel

/// Rows of a table, each with what a map draws of it. WGS 84.
package struct DataLayer: Sendable {
    package enum Geometry: Sendable {
        case point(Position)
        case line([Position])
        case outline(Outline)
    }

    /// What every row of the layer is; a GeoPackage keeps one for each layer.
    package enum Shape: String, Sendable {
        case point = "POINT"
        case line = "LINESTRING"
        case outline = "MULTIPOLYGON"
    }

    package var table: DataTable
    package var shape: Shape
    package var description: String
    /// As many as rows.
    package var geometries: [Geometry]

    package init(table: DataTable, shape: Shape, description: String, geometries: [Geometry]) {
        self.table = table
        self.shape = shape
        self.description = description
        self.geometries = geometries
    }
}
