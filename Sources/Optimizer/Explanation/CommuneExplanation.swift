import GeoModel
import PlanningModel

/// Why a commune has a stop or has none, for one service: every figure solved again, none guessed.
public struct CommuneExplanation: Sendable {
    /// Another number of visits of the commune's stops.
    public struct Cadence: Sendable {
        /// In 4 weeks.
        public var visits: Int
        public var comparison: PlanComparison
    }

    /// Insee code.
    public var commune: String
    public var service: String
    public var need: CommuneNeedReading
    /// Where a van may stop in it; empty where nothing is known.
    public var venues: [String]
    /// Its own stops in the plan.
    public var stops: [StopState]
    /// The stop it is credited with: its own, or a neighbour's; `nil` where it gains nothing.
    public var credit: Credit?
    /// Where it is a stop: the best plan without one there.
    public var excluding: PlanComparison?
    /// Where it is a stop: the best plans with it at other cadences.
    public var cadences: [Cadence] = []
    /// Where it is none, and has a venue: the best plan with a stop there.
    public var forcing: PlanComparison?
    /// Where no plan has a stop there: what stands in the way.
    public var conflict: Conflict?
    /// Where it is no stop: what was moved to see whether it gets one.
    public var trials: [RelaxationTrial] = []

    public var isStop: Bool { !stops.isEmpty }
    /// Share of its need that the plan reaches, 0 to 1; `nil` where it does not count.
    public var share: Double? {
        guard need.weight.points > .zero else { return nil }
        return Double(credit?.points.count ?? 0) / Double(need.weight.points.count)
    }
    /// Obstacles confirmed to keep the commune out: without them a plan that is worth more serves it.
    public var reasons: [RelaxationTrial] { trials.filter { $0.bearing(on: commune) == .brings } }

    /// The plan that was explained with the best plan of this service that has a stop in the commune, and the pin that
    /// asks for it in its scenario; `nil` where the commune is a stop already, or none was found. Its fingerprint is
    /// left empty.
    public func variant(of plan: Plan) -> Plan? {
        guard let forcing, let own = forcing.answer.plan, let pinned = forcing.scenario.services.first else {
            return nil
        }
        var scenario = plan.scenario
        scenario.services = scenario.services.map { $0.id == service ? pinned : $0 }
        let isProven = own.value == own.bound
        return Plan(
            services: plan.services.map { $0.id == service ? own : $0 }, stop: isProven ? plan.stop : .timeLimit,
            seed: plan.seed, scenario: scenario, fingerprint: "", sources: plan.sources)
    }
}

/// The need of one commune as a service counts it, and what it is made of.
public struct CommuneNeedReading: Sendable {
    public var weight: NeedWeight
    public var measure: NeedMeasure
    public var intensity: NeedIntensity
    /// Rank by points among the communes that count, from 1; `nil` where it does not count.
    public var rank: Int?
    public var counted: Int
    /// What the score could not use, for the whole service.
    public var omissions: [NeedOmission]
    public var usedDimensions: [NeedDimension]
    /// Inhabitants per km²; `nil` where not known.
    public var density: Double?

    /// `nil` where the service does not know the commune.
    init?(_ commune: String, _ needs: ServiceNeeds) {
        guard let index = needs.communes.firstIndex(where: { $0.code == commune }) else { return nil }
        weight = needs.weights[index]
        measure = needs.measure
        intensity = needs.score.intensities[index]
        let points = weight.points
        let counting = needs.weights.filter { $0.points > .zero }
        rank = points > .zero ? 1 + counting.count { $0.points > points } : nil
        counted = counting.count
        omissions = needs.score.omissions
        usedDimensions = needs.score.usedDimensions
        density = needs.communes[index].density
    }
}
