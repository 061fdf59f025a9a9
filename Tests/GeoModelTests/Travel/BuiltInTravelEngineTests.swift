import Foundation
import GeoModel
import Testing

/// Against ways that an engine routed, where `scripts/measure_straight_lines.py` left them and ITINERANCE_WAYS names the file.
@Suite(
    "Times without a network, against a routing engine",
    .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_WAYS"] != nil))
struct BuiltInTravelEngineTests {
    private struct Way {
        var straight: Double
        var minutes: Double
    }

    private static func ways() throws -> [Way] {
        let path = try #require(ProcessInfo.processInfo.environment["ITINERANCE_WAYS"])
        return try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .compactMap {
                let cells = $0.split(separator: ";")
                guard cells.count == 5, let straight = Double(cells[2]), let minutes = Double(cells[4]) else {
                    return nil
                }
                return Way(straight: straight, minutes: minutes)
            }
    }

    private static func medianMiss(_ ways: [Way], _ law: SpeedLaw) -> Double {
        var parameters = TravelParameters()
        parameters.law = law
        let travel = BuiltInTravel(parameters)
        let village = Commune(
            code: "1", name: "", epci: "1", centre: Position(latitude: 0, longitude: 0), population: 1, areaKm2: 10)
        let misses = ways.map { way -> Double in
            let far = Position(latitude: 0, longitude: way.straight / 111.195_08)
            let leg = travel.leg(
                from: travel.point(at: village.centre, in: village), to: travel.point(at: far, in: village))
            return abs(Double(leg.duration.count) / 60 - way.minutes) / way.minutes
        }
        return misses.sorted()[misses.count / 2]
    }

    @Test("Long ways miss by less than by the law of before, and by a tenth at most")
    func longWays() throws {
        let long = try Self.ways().filter { $0.straight >= 12 }
        try #require(!long.isEmpty)
        let miss = Self.medianMiss(long, .townDisc)
        #expect(miss < Self.medianMiss(long, .halves))
        #expect(miss < 0.1)
    }
}
