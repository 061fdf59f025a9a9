import PlanningModel

/// The need stage of a scenario: who counts for each of its services, and how much. What tells of needs takes them from here.
package struct ScenarioNeeds: Sendable {
    private let scenario: Scenario

    package init(_ scenario: Scenario) { self.scenario = scenario }

    /// In the order of the services.
    package var all: [ServiceNeeds] { scenario.services.map(of) }

    package func of(_ service: Service) -> ServiceNeeds { ServiceNeeds(service, in: scenario) }
}
