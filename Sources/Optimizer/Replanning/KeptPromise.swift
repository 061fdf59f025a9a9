import GeoModel
import RoundPlan

/// One thing that people know of a stop, asked of a new plan as a pin.
struct KeptPromise: Hashable, Sendable {
    var field: ChangedField
    var pin: Pin

    var weight: Int { field.weight }

    /// All that can be kept of the stops of a plan. What a pin cannot say is left out: a full day has no half, visits at
    /// several times no start.
    static func all(_ stops: [KnownStop], cycleWeeks: Int) -> [KeptPromise] {
        stops.flatMap { stop -> [KeptPromise] in
            func kept(_ field: ChangedField, _ edit: (inout Pin) -> Void) -> KeptPromise {
                var pin = Pin(venue: stop.venue)
                edit(&pin)
                return KeptPromise(field: field, pin: pin)
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
