import GeoModel
import PlanningModel

/// A segment of a route: what a van does in one half of a day, which is a session at one stop or a short tour of several
/// stops in a fixed order.
///
/// The first segments of a problem are the sessions, one for each stop, in the order of the stops.
package struct Segment: Sendable {
    /// Stops in the order they are visited.
    package var stops: [Int]
    package var isShort: Bool
    var shape: HalfShape
    /// Driven between its stops.
    var metres: Int
    /// Half-days it counts for R01: 1, or 0 where it is open too shortly.
    package var halfDays: Int

    var first: Int { stops[0] }
    var last: Int { stops[stops.count - 1] }
}

extension Segment {
    static func session(at stop: Int, _ parameters: Parameters) -> Segment {
        Segment(
            stops: [stop], isShort: false, shape: .session(parameters), metres: 0,
            halfDays: parameters.sessionLength >= parameters.halfDayMinimum ? 1 : 0)
    }

    /// All short tours that some half of the opening window can hold, in the order of their stops.
    ///
    /// A tour is grown stop by stop, as labels are: what does not fit the longer half any more is cut, whatever comes.
    static func shortTours(stops: Int, _ parameters: Parameters, _ way: (Int, Int) -> Leg?) -> [Segment] {
        guard parameters.shortStops == .yes, stops > 1 else { return [] }
        let split = parameters.halfDaySplit
        let room = max(split - parameters.windowStart, parameters.windowEnd - split)
        var found: [Segment] = []
        func grow(_ taken: [Int], _ drives: [Minutes], _ metres: Int) {
            if taken.count >= 2 {
                let shape = HalfShape.shortTour(parameters, drives: drives)
                guard shape.length <= room else { return }
                let open = parameters.shortStopLength * taken.count
                found.append(
                    Segment(
                        stops: taken, isShort: true, shape: shape, metres: metres,
                        halfDays: open >= parameters.halfDayMinimum ? 1 : 0))
            }
            guard taken.count < parameters.shortStopsPerHalfDay else { return }
            for next in 0..<stops where !taken.contains(next) {
                guard let last = taken.last, let leg = way(last, next) else { continue }
                grow(taken + [next], drives + [leg.duration.roundedUpToMinutes], metres + leg.distance.count)
            }
        }
        for stop in 0..<stops { grow([stop], [], 0) }
        return found
    }
}
