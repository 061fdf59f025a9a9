import GeoModel
import PlanningModel

/// How far some places where parents are received are from a commune.
package struct NearestStops: Sendable {
    package struct Way: Sendable {
        /// Index into the places given.
        package var stop: Int
        package var leg: Leg
        /// 0 to 1.
        package var access: Double

        package init(stop: Int, leg: Leg, access: Double) {
            self.stop = stop
            self.leg = leg
            self.access = access
        }
    }

    private let travel: Travel
    private let access: AccessParameters
    private let stops: [(index: Int, place: Place)]

    /// - Parameter places: those that are `nil` are not known, and near to nobody.
    package init(_ scenario: Scenario, _ places: [Place?]) {
        travel = scenario.travel
        access = scenario.parameters.access
        stops = places.enumerated().compactMap { index, place in place.map { (index, $0) } }
    }

    /// The nearest by time, then by distance; ways that no one knows are left out.
    ///
    /// - Complexity: O(stops) ways, and their sorting.
    package func nearest(_ count: Int, to commune: Commune) -> [Way] {
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
