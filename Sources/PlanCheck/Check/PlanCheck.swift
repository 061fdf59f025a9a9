import GeoModel
import PlanningModel

/// The whole judgement of a plan, from the plan alone.
public struct PlanCheck: Sendable {
    public var verdicts: [RuleVerdict]
    /// What each service promises beyond the rules, in the order of the services.
    public var commitments: [CommitmentVerdict]
    public var discrepancies: [Discrepancy]

    public init(_ plan: Plan) {
        let checked = PlanView(plan)
        let travel = plan.scenario.travel
        let recounts = checked.services.map { ServiceRecount($0, in: plan.scenario, travel) }
        verdicts = Self.rules(plan.scenario.parameters).map { $0.verdict(on: checked) }
        commitments = recounts.flatMap { $0.commitments(in: checked) }
        discrepancies =
            ClockRecomputation(plan).discrepancies(in: checked)
            + FixedTimesRecomputation(plan).discrepancies(in: checked)
            + ValueRecomputation(plan.scenario).discrepancies(in: checked, recounts)
    }

    /// Every rule, in the order of their numbers.
    public static func rules(_ parameters: Parameters) -> [any CheckingRule] {
        [
            MinimumOpening(parameters), AccueillantPresent(), SessionStaff(), Spaces(), OpenToAll(), AllAges(),
            FirstThousandDays(), FiveMissions(), FreeOfCharge(), NoSocialCentreFirst(), IsolationTargeted(),
            LocalPartners(), MaternityPartners(), NearServices(parameters), NoDilution(parameters), ListeningApart(),
            AnonymousListening(), UrgentHelp(), PrisonSlots(parameters), DailyWork(parameters),
            WeeklyWork(parameters), ReferenceWeek(parameters), DailyRest(parameters), WeeklyRest(parameters),
            WorkBreak(parameters), DaySpan(parameters), DepotToDepot(), Evenings(parameters),
            ScheduleKnown(parameters), LicensedDriver(), DriveTimeRules(), SameTime(), EvenSpacing(),
            PermitAndPower(), Holidays(), PartTimeBreaks(parameters), WorkPeriods(parameters),
            OpenOnItsDates(),
        ]
    }

    /// No hard rule and no commitment broken, and every figure confirmed.
    public var isValid: Bool {
        discrepancies.isEmpty && !verdicts.contains { $0.state == .broken }
            && !commitments.contains { $0.state == .broken }
    }

    /// Valid, and no hard rule and no commitment lacked its data: only then is a plan called *conforme*.
    public var isConform: Bool {
        isValid && !verdicts.contains { $0.rule.kind == .hard && $0.state == .notCheckable }
            && !commitments.contains { $0.state == .notCheckable }
    }
}
