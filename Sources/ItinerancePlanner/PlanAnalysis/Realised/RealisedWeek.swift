import GeoModel
import PlanningModel
import ScenarioFiles

/// One week of a service as it happened, against the least opening of R01. Where nothing is known of an opening, the
/// half-days that were held lie between two bounds.
package struct RealisedWeek: Sendable {
    package enum Verdict: String, Sendable {
        case met = "tenu"
        case missed = "non_tenu"
        case open = "indecidable"
    }

    package var service: String
    /// From the first Monday of the plan on, from 1.
    package var number: Int
    package var monday: CivilDate
    /// Half-days that the plan holds in that week, days off left out.
    package var planned: Int
    /// Half-days held for certain, and at most.
    package var least: Int
    package var most: Int
    /// R01 for that week of the cycle.
    package var minimum: Int
    package var openings: Int
    package var held: Int
    package var cancelled: Int
    /// Openings that began after their hour, and by how much altogether.
    package var late: Int
    package var lateMinutes: Minutes
    package var unknown: Int
    /// Days off and closed places, and why, each reason once.
    package var fallen: Int
    package var reasons: [DatedPlan.State]
    package var toCome: Int
    /// Of the openings held where somebody counted; `nil` where nobody did.
    package var parents: Int?
    package var children: Int?
    /// Openings held without a count of parents.
    package var uncounted: Int

    package var verdict: Verdict { least >= minimum ? .met : most < minimum ? .missed : .open }
}

extension Realised {
    /// Every week of every service, by service, then in order.
    package var weeks: [RealisedWeek] {
        let checked = PlanView(plan)
        let byService = Dictionary(grouping: openings, by: \.planned.service)
        let count = (openings.last?.planned.date ?? until).dayNumber - plan.scenario.firstMonday.dayNumber
        let last = max(count, until.dayNumber - plan.scenario.firstMonday.dayNumber) / 7
        return checked.services.flatMap { view -> [RealisedWeek] in
            let own = Dictionary(grouping: byService[view.service.id] ?? []) {
                ($0.planned.date.dayNumber - plan.scenario.firstMonday.dayNumber) / 7
            }
            return last < 0 ? [] : (0...last).map { week(view, $0, own[$0] ?? []) }
        }
    }

    private func week(_ view: PlanView.ServiceView, _ index: Int, _ own: [Opening]) -> RealisedWeek {
        let parameters = plan.scenario.parameters
        let cycleWeek = index % parameters.cycleWeeks + 1
        let held = own.filter(\.isHeld)
        let fallen = own.filter { $0.line == nil && !$0.planned.state.isHeld }
        let lateness = held.compactMap(\.lateness).filter { $0 > .zero }
        func sum(_ path: KeyPath<RealisedLine, Int?>) -> Int? {
            let counts = held.compactMap { $0.line?[keyPath: path] }
            return counts.isEmpty ? nil : counts.reduce(0, +)
        }
        var reasons: [DatedPlan.State] = []
        for opening in fallen where !reasons.contains(opening.planned.state) {
            reasons.append(opening.planned.state)
        }
        return RealisedWeek(
            service: view.service.id, number: index + 1,
            monday: plan.scenario.firstMonday.adding(days: 7 * index),
            planned: halfDays(view, own) { $0.planned.state.isHeld ? $0.planned.hours : nil },
            least: halfDays(view, own) { $0.heldHours },
            most: halfDays(view, own) {
                $0.heldHours ?? ($0.line == nil && $0.planned.state.isHeld ? $0.planned.hours : nil)
            },
            minimum: parameters.minimumHalfDays(inWeek: cycleWeek), openings: own.count, held: held.count,
            cancelled: own.count { $0.line?.state == .cancelled }, late: lateness.count,
            lateMinutes: lateness.reduce(.zero, +), unknown: own.count(where: \.isUnknown), fallen: fallen.count,
            reasons: reasons, toCome: own.count { $0.isToCome && $0.line == nil && $0.planned.state.isHeld },
            parents: sum(\.parents), children: sum(\.children), uncounted: held.count { $0.line?.parents == nil })
    }

    /// Distinct half-days that count for R01, of the openings of a week at the hours given.
    private func halfDays(
        _ view: PlanView.ServiceView, _ openings: [Opening], _ hours: (Opening) -> Interval?
    ) -> Int {
        view.countedHalves(
            openings.compactMap { opening in hours(opening).map { (opening.planned, $0) } }, plan.scenario.parameters
        ).count
    }
}
