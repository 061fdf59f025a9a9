import GeoModel
import PlanningModel

/// One dated week of a plan as a cycle of one week, to be planned anew by itself: what the plan holds in it, and what is
/// still possible after something is missing.
///
/// Only places that the plan visits in that week may be stops; nobody is visited for one week alone. Floors, cadences and
/// spacing speak of the lasting cycle and are left out; budgets keep what the other weeks leave. Days before `open` are
/// lived: they stay as they are.
public struct DatedWeek: Sendable {
    public let monday: CivilDate
    /// First day that may still change.
    public let open: CivilDate
    /// What the plan holds in the week, without what falls by its own calendars.
    public let before: Plan
    /// What the week's new plan is for.
    public let scenario: Scenario
    /// Services that have no van or crew left on any day: nothing but what is lived is left of their week.
    public let idle: Set<String>
    /// Stated as pins of the plan's own scenario: what was promised to somebody.
    public let promises: [Pin]

    /// - Parameters:
    ///   - monday: not before the plan's first.
    ///   - open: a day of the week, or one before it.
    public init(_ plan: Plan, from monday: CivilDate, open: CivilDate, _ interruptions: [Interruption]) {
        self.monday = monday
        self.open = open
        promises = plan.scenario.services.flatMap(\.pins)
        let frame = WeekFrame(plan, monday)
        before = Plan(
            services: plan.services.map { service in
                ServicePlan(
                    id: service.id, needReached: .zero, cost: .zero, bound: .zero, days: frame.heldDays(of: service),
                    credits: [], needs: [])
            }, stop: plan.stop, seed: plan.seed, scenario: frame.bare, fingerprint: "", sources: [])
        (scenario, idle) = frame.scenario(after: interruptions, from: open, before)
    }

    /// Lived days of a service, then the others of a plan that was made for the week.
    public func days(of service: String, made: ServicePlan?) -> [DayRound] {
        let lived = before.services.first { $0.id == service }?.days.filter(isLived) ?? []
        return lived + (made?.days.filter { !isLived($0) } ?? [])
    }

    private func isLived(_ day: DayRound) -> Bool { monday.adding(days: day.weekday.rawValue) < open }
}
