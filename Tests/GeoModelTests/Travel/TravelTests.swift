import Foundation
import GeoModel
import Testing

@Suite("Travel by a matrix")
struct TravelTests {
    private let communes = [
        Commune(
            code: "59001", name: "A", epci: "1", centre: Position(latitude: 50, longitude: 4), population: 500,
            areaKm2: 12.566370614359172),
        Commune(
            code: "59002", name: "B", epci: "1", centre: Position(latitude: 50, longitude: 4.1), population: 500,
            areaKm2: 10),
    ]
    private let own = Place(
        id: "own", name: "", commune: "59001", position: Position(latitude: 50.01, longitude: 4))
    private let other = Place(
        id: "other", name: "", commune: "59002", position: Position(latitude: 50, longitude: 4.11))
    private let second = Place(
        id: "second", name: "", commune: "59002", position: Position(latitude: 50.01, longitude: 4.11))

    private func travel() throws -> Travel {
        var matrix = try #require(TravelMatrix(nodes: ["59001", "59002", "own"]))
        let ways: [(String, String, Int, Int)] = [
            ("own", "59002", 600, 7000), ("59002", "own", 900, 8000), ("59001", "own", 60, 500),
            ("59001", "59002", 660, 7100),
        ]
        for (from, to, seconds, metres) in ways {
            let isTaken = matrix.set(Leg(distance: Metres(metres), duration: Seconds(seconds)), from: from, to: to)
            #expect(isTaken)
        }
        return Travel(TravelParameters(), matrix: matrix, communes: communes)
    }

    @Test("The way back may differ; a place without a node takes its commune's")
    func ways() throws {
        let travel = try travel()
        #expect(travel.leg(from: own, to: other) == Leg(distance: Metres(7000), duration: Seconds(600)))
        #expect(travel.leg(from: other, to: own) == Leg(distance: Metres(8000), duration: Seconds(900)))
        #expect(travel.familyLeg(from: communes[0], to: other) == Leg(distance: Metres(7100), duration: Seconds(660)))
        #expect(travel.familyLeg(from: communes[1], to: own) == Leg(distance: Metres(8000), duration: Seconds(900)))
    }

    @Test("A learned duration stands for one way of a van: its length, the way back and the way of families stay")
    func learned() throws {
        let plain = try travel()
        let travel = Travel(
            TravelParameters(), matrix: plain.matrix, communes: communes,
            learned: [
                TravelPair(from: "own", to: "other"): Seconds(1230), TravelPair(from: "own", to: "x"): Seconds(1),
            ])
        #expect(travel.leg(from: own, to: other) == Leg(distance: Metres(7000), duration: Seconds(1230)))
        #expect(travel.leg(from: other, to: own) == plain.leg(from: other, to: own))
        #expect(travel.leg(from: own, to: second) == plain.leg(from: own, to: second))
        #expect(travel.familyLeg(from: communes[0], to: other) == plain.familyLeg(from: communes[0], to: other))
    }

    @Test("Two places on one node are a straight line apart: 0.01° of latitude × 1.3, begun at 45 km/h")
    func sameNode() throws {
        // 6,371,008.8 m × π/180 × 0.01 × 1.3 = 1,445.55 m; ln(1 + 1.44555/30) / 1.5 hours = 112.9 s.
        #expect(
            try travel().leg(from: other, to: second) == Leg(distance: Metres(1446), duration: Seconds(113)))
        #expect(try travel().leg(from: own, to: own) == Leg(distance: .zero, duration: .zero))
    }

    @Test("Inside its commune a family never travels less than half the radius × 1.3")
    func inside() throws {
        // A disc of radius 2 km: 1,300 m, begun at 45 km/h, take 102 s, more than the minute of the matrix.
        #expect(
            try travel().familyLeg(from: communes[0], to: own) == Leg(distance: Metres(1300), duration: Seconds(102)))
    }

    @Test("Holes are listed, each once, and have no way")
    func holes() throws {
        let travel = try travel()
        let matrix = try #require(travel.matrix)
        let blocks = [
            TravelBlock(from: ["59002", "own"], to: ["59001", "own"]), TravelBlock(from: ["own"], to: ["59001", "x"]),
        ]
        #expect(
            matrix.holes(in: blocks) == [
                TravelPair(from: "59002", to: "59001"), TravelPair(from: "own", to: "59001"),
                TravelPair(from: "own", to: "x"),
            ])
        #expect(matrix["59002", "59001"] == nil)
    }

    @Test("A restricted matrix has only what is asked for, and survives being written and read")
    func restricted() throws {
        let matrix = try #require(try travel().matrix)
        let part = matrix.restricted(to: [TravelBlock(from: ["59002"], to: ["own"])])
        #expect(part.nodes == ["59002", "own"])
        #expect(part["59002", "own"] == matrix["59002", "own"])
        #expect(part["own", "59002"] == nil)
        #expect(try JSONDecoder().decode(TravelMatrix.self, from: JSONEncoder().encode(part)) == part)
    }

    @Test(
        "A matrix is made of all its figures only where each is a way, or unknown",
        arguments: [
            ([-1, 5, -1, -1], [-1, 9, -1, -1], true), ([-1, -1, -1, -1], [-1, -1, -1, -1], true),
            ([-1, 5, -1], [-1, 9, -1], false), ([0, 5, -1, -1], [0, 9, -1, -1], false),
            ([-1, 5, -1, -1], [-1, -1, -1, -1], false), ([-1, -2, -1, -1], [-1, -2, -1, -1], false),
            ([-1, 1_000_001, -1, -1], [-1, 9, -1, -1], false),
        ])
    func whole(seconds: [Int], metres: [Int], isMade: Bool) {
        let matrix = TravelMatrix(nodes: ["a", "b"], seconds: seconds.map(Int32.init), metres: metres.map(Int32.init))
        #expect((matrix != nil) == isMade)
        #expect(TravelMatrix(nodes: ["b", "a"], seconds: [-1, -1, -1, -1], metres: [-1, -1, -1, -1]) == nil)
    }

    @Test("A matrix takes no negative or absurd figure, no unknown node, nothing from a node to itself")
    func refused() throws {
        var matrix = try #require(TravelMatrix(nodes: ["a", "b"]))
        for (seconds, metres, to) in [
            (-1, 0, "b"), (0, -1, "b"), (1_000_001, 0, "b"), (0, 10_000_001, "b"), (0, 0, "a"), (0, 0, "c"),
        ] {
            let isTaken = matrix.set(Leg(distance: Metres(metres), duration: Seconds(seconds)), from: "a", to: to)
            #expect(!isTaken)
        }
        #expect(matrix["a", "b"] == nil)
        #expect(TravelMatrix(nodes: (0...5000).map(String.init)) == nil)
    }
}
