import GeoModel

/// The whole judgement of a plan, from the plan alone.
public struct PlanCheck: Sendable {
    public var verdicts: [RuleVerdict]
    public var discrepancies: [Discrepancy]

    public init(_ plan: Plan) {
        let checked = CheckedPlan(plan)
        verdicts = Self.rules(plan.scenario.parameters).map { $0.verdict(on: checked) }
        discrepancies =
            ClockRecomputation(plan).discrepancies(in: checked) + ValueRecomputation(plan).discrepancies(in: checked)
    }

    /// Every rule of this version, in the order of their numbers.
    public static func rules(_ parameters: Parameters) -> [any CheckingRule] {
        [
            MinimumOpening(parameters), AccueillantPresent(), NoDilution(parameters), DailyWork(parameters),
            WeeklyWork(parameters), ReferenceWeek(parameters), DailyRest(parameters), WeeklyRest(parameters),
            WorkBreak(parameters), DaySpan(parameters), DepotToDepot(), SameTime(), EvenSpacing(), Holidays(),
        ]
    }

    /// No hard rule broken and every figure confirmed.
    public var isValid: Bool { discrepancies.isEmpty && !verdicts.contains { $0.state == .broken } }

    /// Rules of the field guide that this version does not check: a plan is not called *conforme* without them.
    public static let uncheckedRules = [
        "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13", "R14", "R16", "R17", "R18", "R19",
        "R28", "R29", "R30", "R31", "R34",
    ]

    /// Valid, and no rule of this version lacked its data.
    public var isFullyChecked: Bool { isValid && !verdicts.contains { $0.state == .notCheckable } }
}
