import GeoModel
import Optimizer
import PlanningModel

/// When events bear on a plan: for good from a Monday on, and in single weeks.
package struct EventCalendar {
    /// What changes the scenario for good.
    package let lasting: [PlanEvent]
    /// First Monday of the new cycle; `nil` where the scenario's own counts.
    package let firstMonday: CivilDate?
    /// Whether there is a change for good at all.
    package let lasts: Bool
    /// Weeks to be planned by themselves, in order.
    package let weeks: [DatedWeek]

    /// Weeks beyond which an interruption is no longer one.
    private static let mostWeeks = 26

    /// - Parameters:
    ///   - from: first day that may change; the plan's first where not said.
    ///   - until: last day of what does not last.
    ///   - hasScenario: whether an updated scenario is given.
    /// - Throws: `ReplanFailure` where the dates or the subjects do not go with the plan.
    package init(
        _ events: [PlanEvent], from: CivilDate?, until: CivilDate?, hasScenario: Bool, _ plan: Plan,
        _ labels: ReplanLabels
    ) throws {
        let first = plan.scenario.firstMonday
        if let from, from < first { throw ReplanFailure.beforeThePlan(from, first: first) }
        let start = from ?? first
        lasting = until == nil ? events.filter { $0.day == nil } : []
        lasts = until == nil && (hasScenario || !lasting.isEmpty)
        let sunday = start.monday.adding(days: 6)
        firstMonday = lasts && from != nil ? (start.weekday == .monday ? start : start.monday.adding(days: 7)) : nil
        // What lasts and begins within a week bears on the rest of that week first.
        let range = until.map { start...$0 } ?? (start.weekday == .monday ? nil : start...sunday)
        var interruptions: [Interruption] = []
        for event in events {
            if let day = event.day {
                guard day >= first else { throw ReplanFailure.closedDayBeforeThePlan(day, first: first) }
                interruptions += event.interruption(on: day...day, labels).map { [$0] } ?? []
            } else if let range {
                if event.kind != .communeJoins { try event.checkSubject(in: plan.scenario) }
                interruptions += event.interruption(on: range, labels).map { [$0] } ?? []
            }
        }
        var mondays: Set<CivilDate> = []
        for interruption in interruptions {
            let (from, until) = (interruption.dates.lowerBound.monday, interruption.dates.upperBound.monday)
            let count = (until.dayNumber - from.dayNumber) / 7 + 1
            guard count <= Self.mostWeeks else { throw ReplanFailure.tooManyWeeks(count, most: Self.mostWeeks) }
            for week in 0..<count { mondays.insert(from.adding(days: 7 * week)) }
        }
        weeks = mondays.sorted().map { monday in
            let days = monday...monday.adding(days: 6)
            let own = interruptions.filter { $0.dates.overlaps(days) }
            let open = own.map(\.dates.lowerBound).min() ?? monday
            return DatedWeek(plan, from: monday, open: max(monday, open), own)
        }
    }
}
