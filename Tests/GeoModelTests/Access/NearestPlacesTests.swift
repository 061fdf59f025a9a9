import GeoModel
import Testing

@Suite("Nearest places")
struct NearestPlacesTests {
    /// By great circle, the lowest index first where two are as far.
    private func bruteForce(_ places: [Position], from position: Position) -> [NearbyPlace] {
        places.indices.map { NearbyPlace(index: $0, metres: position.greatCircle(to: places[$0])) }
            .sorted { ($0.metres, $0.index) < ($1.metres, $1.index) }
    }

    private func near(_ a: [NearbyPlace], _ b: [NearbyPlace]) -> Bool {
        // Two places at all but the same distance may change places by rounding.
        a.count == b.count && zip(a, b).allSatisfy { abs($0.metres - $1.metres) < 1e-4 }
    }

    @Test("Nearest, k nearest and all within a radius are those of brute force", arguments: 0..<12)
    func bruteForceAgrees(_ seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        let world = seed % 3 == 0
        func position() -> Position {
            world
                ? Position(
                    latitude: .random(in: -90...90, using: &random), longitude: .random(in: -180...180, using: &random))
                : Position(
                    latitude: .random(in: 42...51, using: &random), longitude: .random(in: -5...9, using: &random))
        }
        let places = (0..<(1 + 60 * seed)).map { _ in position() }
        let tree = NearestPlaces(places)
        for _ in 0..<50 {
            let here = position()
            let expected = bruteForce(places, from: here)
            #expect(near([try #require(tree.nearest(to: here))], Array(expected.prefix(1))))
            #expect(near(tree.nearest(7, to: here), Array(expected.prefix(7))))
            let radius = Double.random(in: 0...(world ? 8_000_000 : 300_000), using: &random)
            #expect(near(tree.within(metres: radius, of: here), expected.filter { $0.metres <= radius }))
        }
    }

    @Test("Of places at the same point the lowest index comes first, whatever the order of the tree")
    func ties() {
        var random = SeededRandom(3)
        for _ in 0..<20 {
            let spots = (0..<5).map { _ in
                Position(latitude: .random(in: 48...51, using: &random), longitude: .random(in: 2...4, using: &random))
            }
            let places = (0..<80).map { _ in spots[Int.random(in: 0..<5, using: &random)] }
            let tree = NearestPlaces(places)
            for spot in spots {
                let same = places.indices.filter { places[$0] == spot }
                #expect(tree.nearest(to: spot)?.index == same.first)
                #expect(tree.nearest(same.count, to: spot).map(\.index) == same)
                #expect(tree.within(metres: 0, of: spot).map(\.index) == same)
            }
        }
    }

    @Test("Across the 180th meridian the way is short")
    func dateLine() throws {
        let tree = NearestPlaces([Position(latitude: 0, longitude: -170), Position(latitude: 0, longitude: -179.9)])
        let found = try #require(tree.nearest(to: Position(latitude: 0, longitude: 179.9)))
        // 0.2 degree of the equator, 111.195 km a degree.
        #expect(found.index == 1 && abs(found.metres - 22_239) < 1)
    }

    @Test("No place, nothing found; none asked for, none given")
    func empty() {
        let here = Position(latitude: 50, longitude: 3)
        let none = NearestPlaces([])
        #expect(none.isEmpty && none.nearest(to: here) == nil && none.nearest(3, to: here).isEmpty)
        #expect(none.within(metres: 1e9, of: here).isEmpty)
        let one = NearestPlaces([here])
        #expect(one.nearest(0, to: here).isEmpty && one.nearest(5, to: here).count == 1)
        #expect(one.within(metres: -1, of: here).isEmpty && one.count == 1)
    }
}
