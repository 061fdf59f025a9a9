import Optimizer
import PlanCheck
import PlanningModel

/// What is asked of a plan.
package struct PlanQuestions {
    /// Insee codes.
    package var communes: [String] = []
    /// Of the cycle, from 1.
    package var week: Int?
    package var van: String?
    package var rule: RuleID?

    package init(communes: [String], week: Int?, van: String?, rule: RuleID?) {
        self.communes = communes
        self.week = week
        self.van = van
        self.rule = rule
    }
}

/// A plan explained by solving it again with something changed. `nil` for what was not asked.
package struct PlanExplanation {
    package let scenario: Scenario
    package private(set) var communes: [CommuneExplanation]?
    package private(set) var weeks: [WeekExplanation]?
    package private(set) var vans: [VanExplanation]?
    package private(set) var rules: [RuleExplanation]?
    /// The best plan with each commune that has no stop, where one was found.
    package private(set) var variants: [ExplainedPlan] = []

    /// - Parameter withVariants: whether other plans are wanted whole.
    /// - Throws: `ExplanationFailure`, `PlanningFailure`.
    package init(_ plan: Plan, _ questions: PlanQuestions, _ solver: VariantSolver, withVariants: Bool) throws {
        scenario = plan.scenario
        let explainer = PlanExplainer(plan, solver)
        if !questions.communes.isEmpty {
            let found = try scenario.solving { try explainer.communes(questions.communes) }
            communes = found
            if withVariants {
                variants = try found.compactMap { own in try own.variant(of: plan).map { try ExplainedPlan($0, own) } }
            }
        }
        weeks = questions.week.map { WeekExplanation.all($0, in: plan) }
        if let van = questions.van {
            let found = try scenario.solving { try explainer.van(van) }
            guard !found.isEmpty else {
                let known = Set(scenario.services.flatMap { $0.teams.map(\.van) }).sorted()
                throw ExplanationFailure.unknownVan(van, known: known)
            }
            vans = found
        }
        rules = try questions.rule.flatMap { rule in try scenario.solving { try explainer.rule(rule) } }
    }
}

extension Plan {
    /// - Throws: `ExplanationFailure` for a week that the cycle does not have.
    package func hasWeek(_ week: Int?) throws {
        let weeks = scenario.parameters.cycleWeeks
        if let week, !(1...weeks).contains(week) { throw ExplanationFailure.unknownWeek(week, of: weeks) }
    }
}
