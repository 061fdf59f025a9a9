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
    /// What the events take away on some days.
    private let interruptions: [Interruption]
    /// What is left of the week in which a change for good begins; `nil` where it begins on a Monday.
    private let begun: ClosedRange<CivilDate>?

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
        for interruption in interruptions {
            let count = Self.mondays(of: interruption).count
            guard count <= Self.mostWeeks else { throw ReplanFailure.tooManyWeeks(count, most: Self.mostWeeks) }
        }
        self.interruptions = interruptions
        begun = lasts && start.weekday != .monday ? start...sunday : nil
    }

    /// Weeks to be planned by themselves, in order.
    ///
    /// - Parameter updated: the scenario that is planned from now on: what it closes, and whom it misses, in the week in which
    ///   it begins bears on what is left of that week.
    package func weeks(of plan: Plan, _ updated: Scenario?) -> [DatedWeek] {
        let all = interruptions + (updated.map { news(of: $0, since: plan.scenario) } ?? [])
        return Set(all.flatMap(Self.mondays)).sorted().map { monday in
            let days = monday...monday.adding(days: 6)
            let own = all.filter { $0.dates.overlaps(days) }
            let first = begun.map { days.contains($0.lowerBound) ? [$0.lowerBound] : [] } ?? []
            let open = (first + own.map(\.dates.lowerBound)).min() ?? monday
            return DatedWeek(plan, from: monday, open: max(monday, open), own)
        }
    }

    private static func mondays(of interruption: Interruption) -> [CivilDate] {
        let (from, until) = (interruption.dates.lowerBound.monday, interruption.dates.upperBound.monday)
        return stride(from: 0, through: until.dayNumber - from.dayNumber, by: 7).map { from.adding(days: $0) }
    }

    /// Holidays, closures and absences that the plan does not know, on the days that are left of the week begun.
    private func news(of updated: Scenario, since before: Scenario) -> [Interruption] {
        guard let begun else { return [] }
        func rest(_ from: CivilDate, _ until: CivilDate) -> ClosedRange<CivilDate>? {
            let (first, last) = (max(from, begun.lowerBound), min(until, begun.upperBound))
            return first <= last ? first...last : nil
        }
        let holidays = updated.calendar.publicHolidays.filter { !before.calendar.publicHolidays.contains($0) }
        let closures = updated.calendar.exceptions.filter { !before.calendar.exceptions.contains($0) }
        let absences = updated.absences.filter { !before.absences.contains($0) }
        return closures.compactMap { closure in
            rest(closure.from, closure.until).map {
                Interruption(.venueClosed(closure.place), on: $0, reason: closure.reason)
            }
        }
            + absences.compactMap { absence in
                rest(absence.from, absence.until).map { Interruption(.personAbsent(absence.person), on: $0) }
            }
            + holidays.compactMap { holiday in
                rest(holiday.date, holiday.date).map { Interruption(.dayClosed, on: $0, reason: holiday.name) }
            }
    }
}
