import FileAccess
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel

/// One of the plans that stand side by side, with all that is told of it.
package struct ComparedPlan: Sendable {
    /// A, B, C…
    package var letter: String
    /// Short, and no other plan's.
    package var label: String
    /// As the user named it.
    package var file: String
    package var plan: Plan
    package var check: PlanCheck
    package var summary: PlanSummary
    /// In the order of the plan's services.
    package var outcomes: [ServiceOutcome]
    /// By service.
    package var scales: [String: ValueScale]
    /// Of all services together, and of each in the order of the plan.
    package var total: ComparedFigures
    package var services: [ComparedFigures]

    package init(_ plan: Plan, _ check: PlanCheck, letter: String, label: String, file: String) {
        self.letter = letter
        self.label = label
        self.file = file
        self.plan = plan
        self.check = check
        let scenario = plan.scenario
        let summary = PlanSummary(plan, check)
        self.summary = summary
        outcomes = PlanView(plan).services.map { ServiceOutcome($0, in: scenario) }
        scales = Dictionary(
            outcomes.map { ($0.view.service.id, ValueScale($0.needs, in: scenario)) },
            uniquingKeysWith: { first, _ in first })
        let figures = outcomes.map { PlanFigures($0.view.plan, in: scenario) }
        services = zip(summary.services, figures).map { ComparedFigures($0, [$1]) }
        total = ComparedFigures(summary.total, figures)
    }

    package var brokenRules: [RuleID] { rules(.broken) }
    package var uncheckedRules: [RuleID] { rules(.notCheckable) }

    private func rules(_ state: RuleState) -> [RuleID] {
        check.verdicts.filter { $0.rule.kind == .hard && $0.state == state }.map(\.rule)
    }

    package func outcome(of service: String) -> ServiceOutcome? { outcomes.first { $0.view.service.id == service } }

    /// Benefit over the communes that count, all services together.
    package var spread: BenefitSpread { BenefitSpread(outcomes.flatMap(\.communes)) }
}

/// The figures of one service of one plan, or of all its services; kilometres and hours in 4 weeks, whatever the cycle.
package struct ComparedFigures: Sendable, Encodable, FrenchKeyed {
    package var summary: ServiceSummary
    package var kilometres: Double
    /// Each person of a crew counted.
    package var personHours: Double

    package init(_ summary: ServiceSummary, _ figures: [PlanFigures]) {
        self.summary = summary
        kilometres = figures.reduce(Metres.zero) { $0 + $1.metres }.kilometres
        personHours = Double(figures.reduce(Minutes.zero) { $0 + $1.personMinutes }.count) / 60
    }

    package enum CodingKeys: String, CodingKey {
        case kilometres = "km_4_semaines"
        case personHours = "heures_personnes_4_semaines"
    }

    /// Those of the summary, which it writes among its own.
    package static var frenchKeys: [String: String] { ServiceSummary.frenchKeys }

    /// Those of the summary, as every command writes them, and its own beside.
    package func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kilometres, forKey: .kilometres)
        try container.encode(personHours, forKey: .personHours)
    }
}
