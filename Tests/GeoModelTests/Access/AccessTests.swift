import GeoModel
import Testing

@Suite("Distances and access")
struct DistanceTests {
    @Test("A degree of the equator is 111.195 km, and Lille lies about 204 km from Paris")
    func greatCircle() {
        let origin = Position(latitude: 0, longitude: 0)
        #expect(abs(origin.greatCircle(to: Position(latitude: 0, longitude: 1)) - 111_195) < 1)
        let lille = Position(latitude: 50.6292, longitude: 3.0573)
        let paris = Position(latitude: 48.8566, longitude: 2.3522)
        #expect(abs(lille.greatCircle(to: paris) - 204_000) < 1_500)
        #expect(lille.greatCircle(to: paris) == paris.greatCircle(to: lille))
    }

    @Test("A family's own commune is half its radius away, not nowhere")
    func withinCommune() {
        let commune = Commune(
            code: "59001", name: "A", epci: "1", centre: Position(latitude: 50, longitude: 3), population: 100,
            areaKm2: Double.pi)
        // Radius 1 km: 0.5 km × 1.3 = 650 m, at 45 km/h and a little more on the way 51 s.
        let leg = BuiltInTravel(TravelParameters()).withinCommune(commune)
        #expect(leg == Leg(distance: Metres(650), duration: Seconds(51)))
    }

    @Test("Access is whole to 5 minutes, half at 12.5, nothing from 20; on foot to 1 and 3 km")
    func access() {
        let parameters = AccessParameters()
        #expect(parameters.car.share(at: 5) == 1)
        #expect(parameters.car.share(at: 12.5) == 0.5)
        #expect(parameters.car.share(at: 20) == 0)
        let near = Leg(distance: Metres(2000), duration: Seconds(300))
        #expect(abs(parameters.access(by: near) - (0.8 * 1 + 0.2 * 0.5)) < 1e-12)
    }

    @Test("One, two and four visits are worth 0.46, 0.73 and 1; more is no more")
    func frequency() {
        let shape = FrequencyShape.exponential
        #expect(abs(shape.benefit(visits: 1) - 0.455) < 0.001)
        #expect(abs(shape.benefit(visits: 2) - 0.731) < 0.001)
        #expect(shape.benefit(visits: 4) == 1)
        #expect(shape.benefit(visits: 8) == 1)
    }
}
