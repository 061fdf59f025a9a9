import FileAccess
import FrenchText
import Optimizer
import PlanningModel

/// A rule of `expliquer --json`.
package struct RuleSummary: Sendable, Encodable, FrenchKeyed {
    package var rule: String
    package var service: String
    package var trials: [TrialSummary]
    /// Points in 4 weeks by the duals of the relaxation, for each trial.
    package var estimates: [Double?]

    package init(_ explanation: RuleExplanation, in scenario: Scenario) {
        rule = explanation.rule.rawValue
        service = explanation.service
        estimates = explanation.estimates
        trials =
            scenario.services.first { $0.id == explanation.service }.map { service in
                let words = ObstacleWords(service, in: scenario)
                return explanation.trials.map { TrialSummary($0, words) }
            } ?? []
    }

    package static var frenchKeys: [String: String] {
        ["rule": "regle", "estimates": "estimations_duales_points"]
    }
}
