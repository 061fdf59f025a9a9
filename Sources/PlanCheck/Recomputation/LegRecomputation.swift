import GeoModel
import PlanningModel

/// Holds a way driven against the roads: how far it is, and how long it takes.
struct LegRecomputation {
    let travel: Travel

    /// - Parameters:
    ///   - from: the place where the leg starts; `nil` where its identifier is unknown.
    ///   - to: the place where it ends.
    func discrepancies(of leg: DrivenLeg, from: Place?, to: Place?, at locus: PlanLocus) -> [Discrepancy] {
        guard let from, let to, let expected = travel.leg(from: from, to: to) else {
            return [Discrepancy(.unknownPlace, at: locus)]
        }
        var found: [Discrepancy] = []
        if leg.distance != expected.distance {
            found.append(
                Discrepancy(
                    .legDistance, at: locus, found: .metres(leg.distance), expected: .metres(expected.distance)))
        }
        let minutes = expected.duration.roundedUpToMinutes
        if leg.arrival - leg.departure != minutes {
            found.append(
                Discrepancy(
                    .legDuration, at: locus, found: .minutes(leg.arrival - leg.departure), expected: .minutes(minutes)))
        }
        return found
    }
}
