import GeoModel
import PlanningModel

/// What the stops of a service bring to its communes, worked out again from the plan alone.
struct ServiceRecount {
    let view: PlanView.ServiceView
    let needs: ServiceNeeds
    /// For each commune of positive weight, what each stop would credit it with, where it is more than nothing.
    let options: [String: [Credit]]

    init(_ view: PlanView.ServiceView, in scenario: Scenario, _ travel: Travel) {
        self.view = view
        needs = scenario.needs(of: view.service)
        let parameters = scenario.parameters
        let venues = Dictionary(scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var options: [String: [Credit]] = [:]
        for stop in view.stops(parameters) {
            guard let venue = venues[stop.venue] else { continue }
            // R38: who comes while the venue is closed is not served.
            let held = stop.visits.count { !view.isClosed($0.visit, on: $0.day) }
            let visits = held * parameters.cyclesInFourWeeks
            let frequency = parameters.frequency.benefit(visits: Double(visits))
            let length = stop.isTour ? parameters.shortStopCredit : 1
            for (commune, weight) in zip(needs.communes, needs.weights) where weight.points > .zero {
                guard let leg = travel.familyLeg(from: commune, to: venue) else { continue }
                let access = parameters.access.access(by: leg)
                let points = MilliPoints(Int((Double(weight.points.count) * access * frequency * length).rounded()))
                guard points > .zero else { continue }
                options[commune.code, default: []].append(
                    Credit(
                        commune: commune.code, venue: stop.venue, visits: visits, travel: leg.duration,
                        access: access, points: points))
            }
        }
        self.options = options
    }

    /// What a commune is credited with: its single best stop.
    func best(_ commune: String) -> MilliPoints { options[commune]?.map(\.points).max() ?? .zero }

    var needReached: MilliPoints { options.keys.reduce(.zero) { $0 + best($1) } }

    /// The communes that count with what each gets.
    var spread: BenefitSpread {
        BenefitSpread(
            needs.weights.filter { $0.points > .zero }.map { weight in
                BenefitSpread.Share(
                    commune: weight.commune, weight: weight.points.points, volume: weight.volume ?? 0,
                    intensity: weight.intensity,
                    benefit: Double(best(weight.commune).count) / Double(weight.points.count))
            })
    }
}

extension Parameters {
    /// What a visit of a short tour is worth of a session's.
    var shortStopCredit: Double { min(1, Double(shortStopLength.count) / 180) }
}
