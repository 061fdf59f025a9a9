import GeoModel

/// The whole judgement of a plan, from the plan alone.
public struct PlanCheck: Sendable {
    public var verdicts: [RuleVerdict]
    /// What each service promises beyond the rules, in the order of the services.
    public var commitments: [CommitmentVerdict]
    public var discrepancies: [Discrepancy]

    public init(_ plan: Plan) {
        let checked = CheckedPlan(plan)
        let travel = plan.scenario.travel
        let recounts = checked.services.map { ServiceRecount($0, in: plan.scenario, travel) }
        verdicts = Self.rules(plan.scenario.parameters).map { $0.verdict(on: checked) }
        commitments = recounts.flatMap { $0.commitments(in: checked) }
        discrepancies =
            ClockRecomputation(plan).discrepancies(in: checked)
            + ValueRecomputation(plan.scenario).discrepancies(in: checked, recounts)
    }

    /// Every rule of this version, in the order of their numbers.
    public static func rules(_ parameters: Parameters) -> [any CheckingRule] {
        [
            MinimumOpening(parameters), AccueillantPresent(), NoDilution(parameters), DailyWork(parameters),
            WeeklyWork(parameters), ReferenceWeek(parameters), DailyRest(parameters), WeeklyRest(parameters),
            WorkBreak(parameters), DaySpan(parameters), DepotToDepot(), SameTime(), EvenSpacing(), Holidays(),
        ]
    }

    /// No hard rule and no commitment broken, and every figure confirmed.
    public var isValid: Bool {
        discrepancies.isEmpty && !verdicts.contains { $0.state == .broken }
            && !commitments.contains { $0.state == .broken }
    }

    /// Rules of the field guide that this version does not check: a plan is not called *conforme* without them.
    public static let uncheckedRules = [
        "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13", "R14", "R16", "R17", "R18", "R19",
        "R28", "R29", "R30", "R31", "R34",
    ]

    /// Valid, and no rule or commitment of this version lacked its data.
    public var isFullyChecked: Bool {
        isValid && !verdicts.contains { $0.state == .notCheckable }
            && !commitments.contains { $0.state == .notCheckable }
    }
}
