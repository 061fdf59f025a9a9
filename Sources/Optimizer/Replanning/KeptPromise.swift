import GeoModel
import PlanningModel

/// One thing that people know of a stop, asked of a new plan as a pin.
struct KeptPromise: Hashable, Sendable {
    var field: ChangedField
    var pin: Pin
    /// Whether somebody was promised it, beyond having read it in a plan.
    var isStated: Bool

    /// More than all that is only known of all stops together could weigh.
    private static let statedWeight = 1_000_000

    /// What it costs to let it go: first the promises, then the rest.
    var weight: Int { field.weight + (isStated ? Self.statedWeight : 0) }

    /// All that can be kept of the stops of a plan. What a pin cannot say is left out: a full day has no half, visits at
    /// several times no start.
    ///
    /// - Parameter stated: pins of the plan's own scenario that the new one does not ask for.
    static func all(
        _ stops: [KnownStop], cycleWeeks: Int, stated: [Pin], communeOf: [String: String]
    ) -> [KeptPromise] {
        stops.flatMap { stop -> [KeptPromise] in
            let own = stated.filter {
                $0.venue == stop.venue || $0.commune != nil && $0.commune == communeOf[stop.venue]
            }
            func kept(_ field: ChangedField, _ edit: (inout Pin) -> Void) -> KeptPromise {
                var pin = Pin(venue: stop.venue)
                edit(&pin)
                return KeptPromise(field: field, pin: pin, isStated: own.contains { $0.states(field) })
            }
            var found = [
                kept(.stop) { $0.served = true },
                kept(.cadence) {
                    $0.minimumVisits = stop.visits
                    $0.maximumVisits = stop.visits
                },
                kept(.weekday) { $0.weekdays = stop.weekdays },
            ]
            if stop.weeks.count < cycleWeeks { found.append(kept(.weeks) { $0.weeks = stop.weeks }) }
            if stop.halves.count == 1 { found.append(kept(.half) { $0.half = stop.halves[0] }) }
            if stop.starts.count == 1 { found.append(kept(.start) { $0.start = stop.starts[0] }) }
            if stop.vans.count == 1 { found.append(kept(.van) { $0.van = stop.vans[0] }) }
            if stop.crews.count == 1 { found.append(kept(.crew) { $0.crew = stop.crews[0] }) }
            return found
        }
    }
}

extension Pin {
    /// Whether it asks for something of a field.
    fileprivate func states(_ field: ChangedField) -> Bool {
        switch field {
        case .stop: served == true
        case .cadence: minimumVisits != nil || maximumVisits != nil
        case .weekday: weekdays != nil
        case .weeks: weeks != nil
        case .half: half != nil
        case .start: start != nil
        case .van: van != nil
        case .crew: crew != nil
        }
    }
}
