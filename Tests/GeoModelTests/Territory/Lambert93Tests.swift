import GeoModel
import Testing

@Suite("Lambert-93")
struct Lambert93Tests {
    /// Degrees, minutes and seconds.
    private static func angle(_ degrees: Double, _ minutes: Double, _ seconds: Double) -> Double {
        degrees + minutes / 60 + seconds / 3600
    }

    struct ControlPoint: Sendable {
        var name: String
        var latitude: Double
        var longitude: Double
        var easting: Double
        var northing: Double
    }

    /// Points of IGN's geodetic network, RGF93 and Lambert-93 both as IGN's sheets print them; copied from the comment
    /// on top of `sample_2/sample2.cpp` in GitHub yoyonel/bablib.
    static let controlPoints = [
        ControlPoint(
            name: "Amiens, cathédrale", latitude: angle(49, 53, 41.4145), longitude: angle(2, 18, 4.3616),
            easting: 649_750.13, northing: 6_977_570.07),
        ControlPoint(
            name: "Saint-Armel", latitude: angle(47, 34, 36.8062), longitude: -angle(2, 44, 52.2471),
            easting: 268_287.44, northing: 6_735_332.29),
        ControlPoint(
            name: "Crach", latitude: angle(47, 37, 9.1204), longitude: -angle(2, 57, 43.8854),
            easting: 252_573.00, northing: 6_741_213.04),
        ControlPoint(
            name: "Marseille, église", latitude: angle(43, 17, 2.0040), longitude: angle(5, 22, 16.7784),
            easting: 892_556.27, northing: 6_245_637.81),
        ControlPoint(
            name: "Suzette, crête de Montmirail", latitude: angle(44, 10, 44.7108), longitude: angle(5, 3, 36.2010),
            easting: 864_691.44, northing: 6_344_379.28),
    ]

    @Test("IGN's points fall where its sheets print them, within the centimetre printed", arguments: controlPoints)
    func published(_ point: ControlPoint) throws {
        let lambert = Lambert93()
        let given = Position(latitude: point.latitude, longitude: point.longitude)
        let projected = lambert.coordinates(of: given)
        let plane = try #require(projected)
        #expect(abs(plane.easting - point.easting) < 0.01 && abs(plane.northing - point.northing) < 0.01)
        let inverse = lambert.position(easting: point.easting, northing: point.northing)
        let found = try #require(inverse)
        #expect(given.greatCircle(to: found) < 0.01)
    }

    @Test("The origin of the projection is where its definition puts it: 3° E, 46.5° N")
    func origin() throws {
        let origin = Lambert93().position(easting: 700_000, northing: 6_600_000)
        let found = try #require(origin)
        #expect(abs(found.longitude - 3) < 1e-9 && abs(found.latitude - 46.5) < 1e-9)
    }

    @Test("There and back again over metropolitan France loses less than a millimetre")
    func roundTrip() throws {
        let lambert = Lambert93()
        var random = SeededRandom(93)
        for _ in 0..<5_000 {
            let position = Position(
                latitude: .random(in: 41.3...51.1, using: &random), longitude: .random(in: -5.2...9.6, using: &random))
            let projected = lambert.coordinates(of: position)
            let plane = try #require(projected)
            let inverse = lambert.position(easting: plane.easting, northing: plane.northing)
            let back = try #require(inverse)
            #expect(position.greatCircle(to: back) < 0.001)
        }
    }

    @Test(
        "Numbers that are no Lambert-93 coordinates give nothing",
        arguments: [
            (50.3, 3.5), (6_977_570.0, 649_750.0), (-1.0, 6_600_000.0), (700_000.0, 5_000_000.0),
            (Double.nan, 6_600_000.0), (700_000.0, Double.infinity),
        ])
    func outside(_ easting: Double, _ northing: Double) {
        let found = Lambert93().position(easting: easting, northing: northing)
        #expect(found == nil)
    }
}
