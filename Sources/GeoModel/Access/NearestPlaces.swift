import Foundation

/// A position found, by its place in the list searched.
public struct NearbyPlace: Hashable, Sendable {
    public var index: Int
    /// Great-circle distance, metres.
    public var metres: Double

    public init(index: Int, metres: Double) {
        self.index = index
        self.metres = metres
    }
}

/// A k-d tree over positions, for the nearest ones by great circle.
///
/// The tree stands on the unit sphere in three dimensions, where a chord grows with its arc: so the order of chords is
/// that of great circles, across the 180th meridian and at the poles too. Of places at the same chord the one of the
/// lowest index comes first.
public struct NearestPlaces: Sendable {
    private struct Point: Sendable {
        var x: Double
        var y: Double
        var z: Double

        init(_ position: Position) {
            let latitude = position.latitude * Double.pi / 180
            let longitude = position.longitude * Double.pi / 180
            x = cos(latitude) * cos(longitude)
            y = cos(latitude) * sin(longitude)
            z = sin(latitude)
        }

        func coordinate(_ axis: Int) -> Double { axis == 0 ? x : axis == 1 ? y : z }

        /// Square of the chord.
        func chord(to other: Point) -> Double {
            let dx = x - other.x
            let dy = y - other.y
            let dz = z - other.z
            return dx * dx + dy * dy + dz * dz
        }
    }

    /// Points in the order of the tree: the middle of each range splits it along the axis of its depth.
    private var points: [Point] = []
    private var indices: [Int] = []
    private let positions: [Position]

    public var count: Int { positions.count }
    public var isEmpty: Bool { positions.isEmpty }

    public init(_ positions: [Position]) {
        self.positions = positions
        let all = positions.map(Point.init)
        indices = Array(positions.indices)
        Self.arrange(&indices, in: indices.startIndex..<indices.endIndex, axis: 0, all)
        points = indices.map { all[$0] }
    }

    private static func arrange(_ indices: inout [Int], in range: Range<Int>, axis: Int, _ points: [Point]) {
        guard range.count > 1 else { return }
        indices[range].sort { a, b in
            (points[a].coordinate(axis), a) < (points[b].coordinate(axis), b)
        }
        let middle = range.lowerBound + range.count / 2
        arrange(&indices, in: range.lowerBound..<middle, axis: (axis + 1) % 3, points)
        arrange(&indices, in: (middle + 1)..<range.upperBound, axis: (axis + 1) % 3, points)
    }

    /// The nearest place; `nil` where there is none.
    public func nearest(to position: Position) -> NearbyPlace? { nearest(1, to: position).first }

    /// Up to `count` places, nearest first.
    public func nearest(_ count: Int, to position: Position) -> [NearbyPlace] {
        guard count > 0 else { return [] }
        var found = Found(limit: count, reach: .infinity)
        search(points.startIndex..<points.endIndex, axis: 0, from: Point(position), &found)
        return places(found, from: position)
    }

    /// All places within a distance in metres, nearest first.
    public func within(metres: Double, of position: Position) -> [NearbyPlace] {
        guard metres >= 0 else { return [] }
        let half = min(metres / Position.earthRadius / 2, Double.pi / 2)
        // The chord of the arc with a margin for rounding; the distance itself decides.
        let chord = 2 * sin(half)
        var found = Found(limit: .max, reach: chord * chord * (1 + 1e-9) + 1e-24)
        search(points.startIndex..<points.endIndex, axis: 0, from: Point(position), &found)
        return places(found, from: position).filter { $0.metres <= metres }
    }

    private func places(_ found: Found, from position: Position) -> [NearbyPlace] {
        found.inOrder.map { NearbyPlace(index: $0.index, metres: position.greatCircle(to: positions[$0.index])) }
    }

    private func search(_ range: Range<Int>, axis: Int, from point: Point, _ found: inout Found) {
        guard !range.isEmpty else { return }
        let middle = range.lowerBound + range.count / 2
        found.offer(chord: point.chord(to: points[middle]), index: indices[middle])
        let offset = point.coordinate(axis) - points[middle].coordinate(axis)
        let below = range.lowerBound..<middle
        let above = (middle + 1)..<range.upperBound
        let next = (axis + 1) % 3
        search(offset < 0 ? below : above, axis: next, from: point, &found)
        // Equal chords are looked at too: a lower index may lie there.
        if offset * offset <= found.reach { search(offset < 0 ? above : below, axis: next, from: point, &found) }
    }

    /// The best so far: a heap with the worst of them on top.
    private struct Found {
        struct Entry: Comparable {
            var chord: Double
            var index: Int

            static func < (a: Entry, b: Entry) -> Bool { (a.chord, a.index) < (b.chord, b.index) }
        }

        let limit: Int
        /// No place beyond this square of a chord is wanted.
        private(set) var reach: Double
        private var heap: [Entry] = []

        init(limit: Int, reach: Double) {
            self.limit = limit
            self.reach = reach
        }

        var inOrder: [Entry] { heap.sorted() }

        mutating func offer(chord: Double, index: Int) {
            guard chord <= reach else { return }
            let entry = Entry(chord: chord, index: index)
            // Where all within a reach are wanted, the reach stands and there is no worst to replace.
            if limit == .max {
                heap.append(entry)
            } else if heap.count < limit {
                heap.append(entry)
                rise(from: heap.count - 1)
                if heap.count == limit { reach = heap[0].chord }
            } else if entry < heap[0] {
                heap[0] = entry
                sink()
                reach = heap[0].chord
            }
        }

        private mutating func rise(from start: Int) {
            var place = start
            while place > 0, heap[(place - 1) / 2] < heap[place] {
                heap.swapAt((place - 1) / 2, place)
                place = (place - 1) / 2
            }
        }

        private mutating func sink() {
            var place = 0
            while 2 * place + 1 < heap.count {
                var child = 2 * place + 1
                if child + 1 < heap.count, heap[child] < heap[child + 1] { child += 1 }
                guard heap[place] < heap[child] else { return }
                heap.swapAt(place, child)
                place = child
            }
        }
    }
}
