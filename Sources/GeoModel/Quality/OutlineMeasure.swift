import Foundation

/// Area and nearness of an outline, on a plane tangent near it: right to about 1 % for a commune.
struct OutlineMeasure {
    private typealias Point = (x: Double, y: Double)
    private let outline: Outline
    private let origin: Position

    /// `nil` where the outline has no point.
    init?(_ outline: Outline) {
        guard let origin = outline.polygons.first?.first?.first else { return nil }
        self.outline = outline
        self.origin = origin
    }

    /// Metres east and north of the origin.
    private func point(_ position: Position) -> Point {
        let metres = Position.earthRadius * Double.pi / 180
        return (
            (position.longitude - origin.longitude) * metres * cos(origin.latitude * .pi / 180),
            (position.latitude - origin.latitude) * metres
        )
    }

    /// Square kilometres, holes taken away.
    var areaKm2: Double {
        outline.polygons.reduce(0) { sum, rings in
            let areas = rings.map { ring -> Double in
                let points = ring.map(point)
                return abs(zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2e6
            }
            return sum + (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
        }
    }

    /// Metres from a position to the outline, 0 inside.
    func distance(to position: Position) -> Double {
        let p = point(position)
        var isInside = false
        var nearest = Double.infinity
        for ring in outline.polygons.joined() {
            let points = ring.map(point)
            for (a, b) in zip(points, points.dropFirst()) {
                if (a.y > p.y) != (b.y > p.y), p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
                    isInside.toggle()
                }
                let dx = b.x - a.x
                let dy = b.y - a.y
                let length = dx * dx + dy * dy
                let share = length > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
                nearest = min(nearest, hypot(p.x - a.x - share * dx, p.y - a.y - share * dy))
            }
        }
        return isInside ? 0 : nearest
    }
}
