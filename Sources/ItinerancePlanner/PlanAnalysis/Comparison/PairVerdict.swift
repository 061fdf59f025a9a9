import FileAccess
import GeoModel
import Optimizer

/// What can be said of the best plans of two scenarios, from the value and the bound of each plan at hand.
package struct PairVerdict: Sendable {
    /// Why values do not compare.
    package enum Difference: Hashable, Sendable {
        /// Not the same services.
        case services
        case scale(ValueScale.Part)

        package var key: String {
            switch self {
            case .services: "services"
            case .scale(let part): part.word
            }
        }
    }

    package var differences: [Difference]
    package var first: ValueRange
    package var second: ValueRange
    /// How far values stand apart by rounding alone: zero where cycles have one length.
    package var rounding: MilliPoints

    /// `nil` where values do not compare.
    package var comparison: ValueComparison? {
        differences.isEmpty ? ValueComparison(of: second.widened(by: rounding), beside: first) : nil
    }

    /// What the best plan of the second scenario is worth more than that of the first; `nil` where values do not compare.
    package var margin: ValueRange? { differences.isEmpty ? (second - first).widened(by: rounding) : nil }

    /// Whether a benefit is measured alike in both plans, whatever communes weigh.
    package var sameBenefit: Bool {
        Set(differences).isDisjoint(with: [.services, .scale(.frequency), .scale(.access), .scale(.travel)])
    }
    /// Whether need reached is: prices have no part in it.
    package var sameNeed: Bool { Set(differences).isSubset(of: [.scale(.prices)]) }

    /// One service that both have.
    package init(_ service: String, _ first: ComparedPlan, _ second: ComparedPlan) {
        let scales = [first, second].compactMap { $0.scales[service] }
        differences = scales.count == 2 ? scales[0].differences(from: scales[1]).map(Difference.scale) : [.services]
        func range(_ plan: ComparedPlan) -> ValueRange {
            plan.outcome(of: service).map { ValueRange($0.view.plan) } ?? ValueRange(.zero)
        }
        self.first = range(first)
        self.second = range(second)
        rounding = Self.rounding(service, first, second)
    }

    private static func rounding(_ service: String, _ first: ComparedPlan, _ second: ComparedPlan) -> MilliPoints {
        guard let own = first.scales[service], let other = second.scales[service] else { return .zero }
        return own.rounding(beside: other)
    }

    /// All services together.
    package init(_ first: ComparedPlan, _ second: ComparedPlan) {
        func range(_ plan: ComparedPlan) -> ValueRange {
            plan.outcomes.reduce(ValueRange(.zero)) { $0 + ValueRange($1.view.plan) }
        }
        self.first = range(first)
        self.second = range(second)
        let services = first.outcomes.map(\.view.service.id)
        rounding = services.reduce(.zero) { $0 + Self.rounding($1, first, second) }
        if Set(services) == Set(second.outcomes.map(\.view.service.id)) {
            let parts = Set(services.flatMap { PairVerdict($0, first, second).differences })
            differences = ValueScale.Part.allCases.map(Difference.scale).filter(parts.contains)
        } else {
            differences = [.services]
        }
    }
}
