import GeoModel
import PlanningModel

/// Holds the stops that stay against those of the cycle before.
struct FormerStopCheck {
    private let view: PlanView.ServiceView
    private let parameters: Parameters

    init(_ view: PlanView.ServiceView, _ parameters: Parameters) {
        self.view = view
        self.parameters = parameters
    }

    /// One, or none where the plan goes on from no other.
    var verdicts: [CommitmentVerdict] {
        guard !view.service.formerStops.isEmpty else { return [] }
        let stops = Dictionary(
            view.stops(parameters).map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        let breaches = view.service.formerStops.flatMap { former -> [CommitmentBreach] in
            guard let stop = stops[former.venue] else { return [] }
            let locus = PlanLocus(service: view.service.id, subject: former.venue)
            var found: [CommitmentBreach] = []
            if !Self.nested(Set(stop.lines.map(\.weekday)), Set(former.weekdays)) {
                found.append(CommitmentBreach(.formerWeekdayLost, at: locus))
            }
            if !Self.nested(Set(stop.visits.map(\.day.week)), Set(former.weeks)) {
                found.append(CommitmentBreach(.formerWeeksLost, at: locus))
            }
            return found
        }
        let kept = view.service.formerStops.count { stops[$0.venue] != nil }
        return [CommitmentVerdict(.formerStops, of: view.service.id, breaches, found: .count(kept))]
    }

    private static func nested<T>(_ a: Set<T>, _ b: Set<T>) -> Bool { a.isSubset(of: b) || b.isSubset(of: a) }
}
