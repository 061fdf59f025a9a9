import GeoModel

/// The needs of one service: who counts, and how much.
public struct ServiceNeeds: Sendable {
    public var service: Service
    /// In the order of the service's communes.
    public var communes: [Commune]
    public var score: NeedScore
    public var weights: [NeedWeight]
    /// Whom the volume counts.
    public var measure: NeedMeasure
    /// Communes whose families with children are given.
    public var familiesGiven: Int

    init(_ service: Service, in scenario: Scenario) {
        self.service = service
        let wanted = Set(service.communes)
        communes = scenario.territory.communes.filter { wanted.contains($0.code) }
        score = NeedScore(
            communes: communes, in: scenario.territory, parameters: scenario.parameters.need,
            travel: BuiltInTravel(scenario.parameters.travel))
        let shared = NeedWeights(
            communes: communes, score: score, volume: service.kind.volume, factor: service.factor,
            parameters: scenario.parameters.need, socialCentres: SocialCentres(scenario.territory),
            forcedIn: Set(service.forcedIn), forcedOut: Set(service.forcedOut))
        weights = shared.weights
        measure = shared.measure
        familiesGiven = shared.familiesGiven
    }
}

extension Scenario {
    /// The need stage: who counts for a service, and how much. The one door: model, check and reports come in
    /// here, and keep what they got for as long as the scenario is the same.
    public func needs(of service: Service) -> ServiceNeeds { ServiceNeeds(service, in: self) }
}

/// The ranks of a service's communes under another way of bringing indicators to 0…1.
public struct NormalisationTrial: Sendable {
    public var method: NormalisationMethod
    /// Rank by points among the eligible communes, in the order of the service's communes; `nil` where one does not
    /// count.
    public var ranks: [Int?]
    /// Spearman's correlation with the ranks of the scenario; `nil` where all are equal.
    public var correlation: Double?
    /// Largest change of rank of a commune.
    public var largestChange: Int

    /// Every method but the scenario's own.
    public static func all(of needs: ServiceNeeds, in scenario: Scenario) -> [NormalisationTrial] {
        let counted = needs.weights.indices.filter { needs.weights[$0].base > 0 }
        func ranked(_ needs: ServiceNeeds) -> (values: [Double], ranks: [Int]) {
            let values = counted.map { needs.weights[$0].base * (0.5 + needs.weights[$0].intensity) }
            return (values, Ranking.ranks(values))
        }
        let own = ranked(needs)
        return NormalisationMethod.allCases.filter { $0 != scenario.parameters.need.normalisation }.map { method in
            var other = scenario
            other.parameters.need.normalisation = method
            let trial = ranked(other.needs(of: needs.service))
            var ranks: [Int?] = Array(repeating: nil, count: needs.weights.count)
            for (position, index) in counted.enumerated() { ranks[index] = trial.ranks[position] }
            return NormalisationTrial(
                method: method, ranks: ranks, correlation: Ranking.spearman(own.values, trial.values),
                largestChange: zip(own.ranks, trial.ranks).map { abs($0 - $1) }.max() ?? 0)
        }
    }
}
