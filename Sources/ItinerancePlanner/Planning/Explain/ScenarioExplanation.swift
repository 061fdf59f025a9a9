import Optimizer
import PlanningModel

/// Whether each service of a scenario has a plan, and else why not.
package struct ScenarioExplanation {
    package let scenario: Scenario
    /// In the order of the services.
    package let findings: [(service: Service, finding: ConflictFinder.Finding)]

    /// - Throws: `PlanningFailure` where no model can be made.
    package init(_ scenario: Scenario, _ solver: VariantSolver) throws {
        self.scenario = scenario
        findings = try scenario.services.map { service in
            (service, try scenario.solving { try ConflictFinder.find(service, in: scenario, solver) })
        }
    }

    package var conflicts: [Conflict] {
        findings.compactMap { if case .conflict(let conflict) = $0.finding { conflict } else { nil } }
    }
    /// Services that have a plan, and those of which nothing could be said.
    package var feasible: [String] {
        findings.compactMap { if case .feasible = $0.finding { $0.service.id } else { nil } }
    }
    package var undecided: [String] {
        findings.compactMap { if case .undecided = $0.finding { $0.service.id } else { nil } }
    }
}
