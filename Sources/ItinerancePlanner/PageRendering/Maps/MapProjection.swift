import Foundation
import GeoModel

/// Degrees to the points of a drawing: equirectangular at the mean latitude. Within a département its scale is true
/// to better than 1 %, which is enough to look at and not to measure.
package struct MapProjection: Sendable {
    /// Degrees shown.
    private let west: Double
    private let north: Double
    private let cosine: Double
    /// Drawing points per degree of latitude.
    private let perDegree: Double
    package let width: Double
    package let height: Double

    /// Fits all positions into a frame of at most `width` × `height` points, with a margin around them.
    package init?(_ positions: [Position], width: Double, height: Double, margin: Double) {
        guard let first = positions.first else { return nil }
        var (south, north, west, east) = (first.latitude, first.latitude, first.longitude, first.longitude)
        for position in positions {
            south = min(south, position.latitude)
            north = max(north, position.latitude)
            west = min(west, position.longitude)
            east = max(east, position.longitude)
        }
        let cosine = cos((south + north) / 2 * .pi / 180)
        // A single point still gets a frame of a few kilometres.
        let tall = max(north - south, 0.05)
        let wide = max((east - west) * cosine, 0.05)
        let perDegree = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
        self.perDegree = perDegree
        self.cosine = cosine
        self.width = width
        self.height = tall * perDegree + 2 * margin
        self.north = (south + north) / 2 + (self.height / 2) / perDegree
        self.west = (west + east) / 2 - (width / 2) / perDegree / cosine
    }

    package func point(_ position: Position) -> (x: Double, y: Double) {
        ((position.longitude - west) * cosine * perDegree, (north - position.latitude) * perDegree)
    }

    /// Drawing points per kilometre.
    package var perKilometre: Double { perDegree / (Position.earthRadius * .pi / 180 / 1000) }

    /// Whether something of the outline lies in the frame, by its bounding box.
    package func shows(_ outline: Outline) -> Bool {
        var box: (left: Double, right: Double, top: Double, bottom: Double)?
        for ring in outline.polygons.compactMap(\.first) {
            for position in ring {
                let (x, y) = point(position)
                let old = box ?? (x, x, y, y)
                box = (min(old.left, x), max(old.right, x), min(old.top, y), max(old.bottom, y))
            }
        }
        guard let box else { return false }
        return box.right > 0 && box.left < width && box.bottom > 0 && box.top < height
    }

    /// The outline as an SVG path, to a tenth of a point; positions that fall together are drawn once.
    package func path(_ outline: Outline) -> String {
        var text = ""
        for ring in outline.polygons.joined() {
            var last: (Int, Int)?
            var points: [String] = []
            for position in ring {
                let (x, y) = point(position)
                let rounded = (Int((x * 10).rounded()), Int((y * 10).rounded()))
                if let last, last == rounded { continue }
                last = rounded
                points.append(Self.tenths(rounded.0) + " " + Self.tenths(rounded.1))
            }
            guard points.count > 2 else { continue }
            text += "M" + points.joined(separator: "L") + "Z"
        }
        return text
    }

    private static func tenths(_ value: Int) -> String {
        let digits = abs(value)
        return (value < 0 ? "-" : "") + "\(digits / 10)" + (digits % 10 == 0 ? "" : ".\(digits % 10)")
    }

    /// A length that reads well, at most a quarter of the frame: 1, 2 or 5 × 10ⁿ km.
    package var scaleBar: (kilometres: Double, points: Double) {
        let most = width / 4 / perKilometre
        let power = pow(10, floor(log10(most)))
        let kilometres = [5.0, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
        return (kilometres, kilometres * perKilometre)
    }
}
