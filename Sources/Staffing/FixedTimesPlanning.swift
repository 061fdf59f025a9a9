import GeoModel
import PlanCheck
import PlanningModel

/// Why services at fixed times cannot be staffed beside the rounds.
public enum FixedTimesFailure: Error, Hashable, Sendable {
    /// No listener, or none whose working time allows it, for a slot: not even for that slot alone, or else not together
    /// with those before it, week by week.
    case noListener(service: String, weekday: Weekday, start: Minutes, week: Int, isAlone: Bool)
    /// No slot of the prison, on evenly spaced weeks, that the relay's crew and van can reach in time: what each slot breaks by
    /// itself, or nothing where the slots are good and the crew's time is not.
    case noVisit(service: String, prison: String, because: [Violation])
    /// More people aboard than the van has seats: the children of a visit, and those of the crew who must be there.
    case noSeats(service: String, prison: String, van: String, children: Int, adults: Int, seats: Int)
    /// The crew of a fixed centre would work against a rule at its own opening hours.
    case noOpening(service: String, violation: Violation)
    /// Too many ways to try them all, and none of those tried will do.
    case unsettled(service: String)
    /// A way to or from a prison is not known.
    case noWay(service: String, from: String, to: String)
}

/// Adds to planned rounds all that happens at fixed times: fixed centres, prison visits, listening, and the sessions of
/// the programme. Rounds come first: they are what is optimised; the others have hours of their own.
public struct FixedTimesPlanning {
    private let scenario: Scenario

    public init(_ scenario: Scenario) { self.scenario = scenario }

    /// - Returns: the plan with its fixed times and sessions; its values stay as they are.
    /// - Throws: `FixedTimesFailure`; `LinearError` where GLPK gave up.
    public func completed(_ plan: Plan) throws -> Plan {
        var plan = plan
        plan.shifts = []
        plan.outings = []
        try openCentres(&plan)
        plan.outings = try OutingPlanning(scenario, beside: plan).outings()
        plan.shifts += try ListeningRoster(scenario, beside: plan).shifts()
        plan.shifts.sort { ($0.week, $0.weekday, $0.hours.start) < ($1.week, $1.weekday, $1.hours.start) }
        plan.outings.sort { ($0.week, $0.weekday, $0.departure) < ($1.week, $1.weekday, $1.departure) }
        for index in plan.services.indices {
            plan.services[index].sessions = try ProgrammePlacement(scenario, plan, service: index).sessions()
        }
        return plan
    }

    /// Those of the crew who are there; all of it where they could not open, so that the plan is one for the whole crew and says
    /// what an absence takes.
    private func crew(of centre: FixedCentre, week: Int, _ weekday: Weekday) -> [StaffMember] {
        let there = scenario.present(crew: centre.crew, week: week, weekday)
        return there.hasAccueillant ? there : scenario.staff.filter { $0.crew == centre.crew }
    }

    private func openCentres(_ plan: inout Plan) throws(FixedTimesFailure) {
        for centre in scenario.centres {
            for week in 1...scenario.parameters.cycleWeeks {
                for slot in centre.openings {
                    plan.shifts.append(
                        Shift(
                            service: centre.id, week: week, weekday: slot.weekday, hours: slot.hours,
                            staff: crew(of: centre, week: week, slot.weekday).map(\.id).sorted()))
                }
            }
            if let violation = WorkingTimeJudge(scenario).broken(in: plan, crews: [centre.crew]) {
                throw .noOpening(service: centre.id, violation: violation)
            }
        }
    }
}

/// Whether some people's working time keeps all hard rules, all their services together.
struct WorkingTimeJudge {
    private let scenario: Scenario
    private let rules: [any CheckingRule]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let parameters = scenario.parameters
        rules = [
            DailyWork(parameters), WeeklyWork(parameters), ReferenceWeek(parameters), DailyRest(parameters),
            WeeklyRest(parameters), WorkBreak(parameters), DaySpan(parameters), Evenings(parameters),
            PartTimeBreaks(parameters), WorkPeriods(parameters),
        ]
    }

    /// What the people of some crews break; `nil` where all is well. Looks at their days only.
    func broken(in plan: Plan, crews: Set<String>) -> Violation? {
        var own = plan
        own.scenario.staff = scenario.staff.filter { crews.contains($0.crew) }
        for index in own.services.indices { own.services[index].days.removeAll { !crews.contains($0.crew) } }
        let people = Set(own.scenario.staff.map(\.id))
        own.shifts.removeAll { people.isDisjoint(with: $0.staff) }
        own.outings.removeAll { people.isDisjoint(with: $0.staff) }
        let checked = PlanView(own)
        for (person, duties) in checked.duties {
            let clash = zip(duties, duties.dropFirst()).first {
                ($0.week, $0.weekday) == ($1.week, $1.weekday) && $1.start < $0.end
            }
            guard let (first, second) = clash else { continue }
            return Violation(
                .r23, .atOnce, at: PlanLocus(week: second.week, weekday: second.weekday, subject: person.id),
                found: .time(second.start), limit: .time(first.end))
        }
        for rule in rules {
            if let violation = rule.violations(in: checked).first(where: { $0.severity == .hard }) { return violation }
        }
        return nil
    }
}
