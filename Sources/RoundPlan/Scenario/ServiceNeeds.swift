import GeoModel

/// The needs of one service: who counts, and how much.
public struct ServiceNeeds: Sendable {
    public var service: Service
    /// In the order of the service's communes.
    public var communes: [Commune]
    public var score: NeedScore
    public var weights: [NeedWeight]

    public init(_ service: Service, in scenario: Scenario) {
        self.service = service
        let wanted = Set(service.communes)
        communes = scenario.territory.communes.filter { wanted.contains($0.code) }
        score = NeedScore(
            communes: communes, surroundings: scenario.territory.communes,
            denseFrom: scenario.parameters.need.maximumDensity, travel: BuiltInTravel(scenario.parameters.travel))
        weights =
            NeedWeights(
                communes: communes, score: score, volume: service.kind.volume, factor: service.factor,
                parameters: scenario.parameters.need, forcedIn: Set(service.forcedIn),
                forcedOut: Set(service.forcedOut)
            ).weights
    }
}
