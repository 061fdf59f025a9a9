import FileAccess
import Foundation
import GeoModel
import Optimizer
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// One dated week, changed as little as what is missing in it allows, confirmed by the check.
///
/// R01 comes before the changes: the week is open for as many half-days as can be, up to the usual minimum.
package struct WeekRun {
    package let week: DatedWeek
    /// Whether the plan goes on afterwards as before.
    package let resumes: Bool
    package let plan: Plan
    package let check: PlanCheck
    package let outcomes: [ReplanRun.Outcome]
    package let report: ChangeReport
    /// Half-days that each service of the week opens at least, and what it owes otherwise.
    package let minimum: Int
    package let usualMinimum: Int

    /// - Throws: `ReplanFailure`, `PlanningFailure` where a search came to no end, or the check does not confirm the plan.
    package init(
        _ week: DatedWeek, resumes: Bool, _ sources: [SourceFile], _ limits: ReplanLimits, _ labels: ReplanLabels,
        stop: StopFlag, progress: @escaping ProgressReport
    ) throws {
        self.week = week
        self.resumes = resumes
        usualMinimum = week.scenario.parameters.minimumHalfDays(inWeek: 1)
        let name = labels.week(week.scenario.name, week.monday)
        (plan, outcomes, minimum) = try Self.mostOpen(week, named: name, sources) {
            ReplanSearch($0, limits, stop: stop, progress: progress)
        }
        check = try PlanCheck.confirmed(plan)
        report = ChangeReport(week.before, plan, week: week.monday, resumes: resumes)
    }

    private static func mostOpen(
        _ week: DatedWeek, named name: String, _ sources: [SourceFile], _ search: (Scenario) -> ReplanSearch
    ) throws -> (Plan, [ReplanRun.Outcome], Int) {
        let usual = week.scenario.parameters.minimumHalfDays(inWeek: 1)
        // A service that cannot go out at all owes nothing more.
        for minimum in stride(from: week.idle.isEmpty ? usual : 0, through: 0, by: -1) {
            var scenario = week.scenario
            scenario.name = name
            if minimum < scenario.parameters.minimumHalfDays { scenario.parameters.lighterWeeks = [1: minimum] }
            do {
                let (plan, outcomes) = try plan(week, scenario, sources, search(scenario))
                return (plan, outcomes, minimum)
            } catch let failure as ReplanFailure where failure.isInfeasible {
            } catch let failure as PlanningFailure where failure.verdict == .infeasible {}
        }
        throw ReplanFailure.noWeek(week.monday)
    }

    private static func plan(
        _ week: DatedWeek, _ scenario: Scenario, _ sources: [SourceFile], _ search: ReplanSearch
    ) throws -> (Plan, [ReplanRun.Outcome]) {
        var rounds: [String: [DayRound]] = [:]
        var bounds: [String: MilliPoints] = [:]
        var outcomes: [ReplanRun.Outcome] = []
        for service in scenario.services {
            guard !week.idle.contains(service.id) else {
                rounds[service.id] = week.days(of: service.id, made: nil)
                continue
            }
            let stops = KnownStop.all(of: service.id, in: week.before)
            let (made, outcome) = try search.least(service, keeping: stops, stated: week.promises)
            rounds[service.id] = week.days(of: service.id, made: made)
            bounds[service.id] = made.bound
            outcomes.append(outcome)
        }
        let counted = Plan(
            rounds: rounds, scenario: scenario, fingerprint: try PlanFile.fingerprint(scenario), sources: sources)
        var services = counted.services
        for index in services.indices {
            // Where nothing can go out, there is no other plan.
            services[index].bound = max(bounds[services[index].id] ?? .zero, services[index].value)
        }
        return (
            Plan(
                services: services, stop: services.allSatisfy { $0.value == $0.bound } ? .optimal : .gapReached,
                seed: search.seed, scenario: scenario, fingerprint: counted.fingerprint, sources: sources), outcomes
        )
    }

    /// `semaine-2027-01-18`.
    package static func folder(_ monday: CivilDate) -> OutputName { "semaine-\(slug: monday.iso)" }
}
