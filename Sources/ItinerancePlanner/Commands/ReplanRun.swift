import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// The plan that changes least, service by service, confirmed by the check.
struct ReplanRun {
    /// What was found for one service.
    struct Outcome {
        var service: String
        var leastWeight: Int
        var value: MilliPoints
        /// What the best plan would be worth if nothing had to be kept.
        var free: ValueRange
    }

    let plan: Plan
    let check: PlanCheck
    /// Empty where nothing has happened.
    var outcomes: [Outcome] = []

    init(unchanged plan: Plan, _ check: PlanCheck) {
        self.plan = plan
        self.check = check
    }

    /// - Throws: `CommandFailure` where there is no plan, or the check does not confirm it.
    init(
        _ before: Plan, _ after: Scenario, fingerprint: String, sources: [SourceFile], _ limits: SolveLimits,
        stop: StopFlag
    ) throws {
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer { line.end() }
        let weeksLater = (after.firstMonday.dayNumber - before.scenario.firstMonday.dayNumber) / 7
        var services: [ServicePlan] = []
        for service in after.services {
            line.show(ReplanWords.progress(service.name))
            let stops = KnownStop.all(of: service.id, in: before, weeksLater: weeksLater)
            do {
                let answer = try Replanner(service, in: after, keeping: stops, VariantSolver(limits, stop: stop))
                    .leastChange()
                // The bound of a plan is that of its scenario, not that of what was kept of the plan before.
                var plan = answer.plan
                plan.bound = max(answer.free.bound, plan.value)
                plan.audit = answer.free.audit
                services.append(plan)
                outcomes.append(
                    Outcome(
                        service: service.id, leastWeight: answer.leastWeight, value: plan.value,
                        free: ValueRange(least: answer.free.value, most: plan.bound)))
            } catch Replanner.Failure.infeasible {
                throw CommandFailure(ending: .infeasible, messages: [ReplanWords.infeasible(service.name)])
            } catch Replanner.Failure.undecided {
                throw stop.isRaised
                    ? CommandFailure(ending: .interrupted, messages: [PublicationWords.interrupted])
                    : CommandFailure(ending: .noPlan, messages: [ReplanWords.undecided(service.name)])
            } catch let failure as SolveFailure {
                throw CommandFailure(ending: PlanRun.ending(failure), messages: [SolveWords.failure(failure, after)])
            }
        }
        line.end()
        plan = try Plan(
            services: services, stop: services.allSatisfy { $0.value == $0.bound } ? .optimal : .gapReached,
            seed: limits.seed, scenario: after, fingerprint: fingerprint,
            sources: sources
        ).withFixedTimes()
        check = PlanCheck(plan)
        guard check.isValid || !after.absences.isEmpty else {
            throw CommandFailure(
                ending: .unexpected, messages: [CommandWords.notConfirmed] + CheckReport(plan, check).lines)
        }
    }

    /// What is printed: what changes, for whom, and what it costs.
    func lines(_ report: ChangeReport) -> [String] {
        guard !outcomes.isEmpty else { return [ReplanWords.unchanged] }
        return report.lines + outcomes.map { ReplanWords.value($0, report.names) }
    }
}
