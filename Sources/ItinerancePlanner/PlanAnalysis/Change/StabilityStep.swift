import FileAccess
import GeoModel
import Optimizer

/// A step between as few changes and as much value as can be.
package struct StabilityStep: Encodable, Sendable, FrenchKeyed {
    package var service: String
    package var weight: Int
    /// Points.
    package var value: Double
    /// Points less than the best plan found.
    package var loss: Double
    package var isChosen: Bool

    /// Steadiest first, the chosen one among them.
    ///
    /// - Parameter best: what the best plan found is worth, were nothing to be kept.
    package static func all(of curve: StabilityCurve, best: MilliPoints, service: String) -> [StabilityStep] {
        func step(_ step: StabilityCurve.Step, isChosen: Bool) -> StabilityStep {
            StabilityStep(
                service: service, weight: step.weight, value: step.plan.value.points,
                loss: (best - step.plan.value).points, isChosen: isChosen)
        }
        let chosen = step(curve.chosen, isChosen: true)
        let others = curve.steps.map { step($0, isChosen: false) }
            .filter { ($0.weight, $0.value) != (chosen.weight, chosen.value) }
        return (others + [chosen]).sorted { ($0.weight, $0.value) < ($1.weight, $1.value) }
    }

    package static var frenchKeys: [String: String] {
        ["weight": "poids", "loss": "perte", "isChosen": "retenu"]
    }
}
