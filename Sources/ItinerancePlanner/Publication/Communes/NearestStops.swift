import GeoModel
import RoundPlan

/// How far each place where parents are received is from a commune.
struct NearestStops: Sendable {
    struct Way: Sendable {
        /// Index into the programmes.
        var stop: Int
        var leg: Leg
        /// 0 to 1.
        var access: Double
    }

    private let travel: Travel
    private let access: AccessParameters
    private let stops: [(index: Int, place: Place)]

    init(_ scenario: Scenario, _ programmes: [VenueProgramme], _ book: PlaceBook) {
        travel = scenario.travel
        access = scenario.parameters.access
        stops = programmes.enumerated().compactMap { index, programme in
            book.place(programme.venue).map { (index, $0) }
        }
    }

    /// The nearest by time, then by distance; ways that no one knows are left out.
    ///
    /// - Complexity: O(stops) ways, and their sorting.
    func nearest(_ count: Int, to commune: Commune) -> [Way] {
        let ways = stops.compactMap { stop -> Way? in
            travel.familyLeg(from: commune, to: stop.place).map {
                Way(stop: stop.index, leg: $0, access: access.access(by: $0))
            }
        }
        return Array(
            ways.sorted { ($0.leg.duration, $0.leg.distance, $0.stop) < ($1.leg.duration, $1.leg.distance, $1.stop) }
                .prefix(count))
    }
}
