import Foundation
import GeoModel
import LinearSolver
import Optimizer
import PlanAnalysis
import PlanCheck
import PlanningModel

/// The plan that changes least, service by service, confirmed by the check.
package struct ReplanRun {
    /// What was found for one service.
    package struct Outcome {
        package var service: String
        /// What the plan changes, of what pins can say.
        package var weight: Int
        /// No plan changes less: proven.
        package var leastWeight: Int
        package var value: MilliPoints
        /// What the best plan would be worth if nothing had to be kept.
        package var free: ValueRange
        /// Promises that cannot be kept.
        package var broken: [Pin] = []
        /// What letting more go would bring; `nil` where no loss was stated.
        package var curve: StabilityCurve?

        /// Between as few changes and as much value as can be, steadiest first; none where no loss was stated.
        package var steps: [StabilityStep] {
            curve.map { StabilityStep.all(of: $0, best: free.least, service: service) } ?? []
        }

        package init(
            service: String, weight: Int, leastWeight: Int, value: MilliPoints, free: ValueRange, broken: [Pin] = [],
            curve: StabilityCurve? = nil
        ) {
            self.service = service
            self.weight = weight
            self.leastWeight = leastWeight
            self.value = value
            self.free = free
            self.broken = broken
            self.curve = curve
        }
    }

    package let plan: Plan
    package let check: PlanCheck
    /// Empty where nothing has happened.
    package var outcomes: [Outcome] = []

    package init(unchanged plan: Plan, _ check: PlanCheck) {
        self.plan = plan
        self.check = check
    }

    /// For good.
    ///
    /// - Throws: `ReplanFailure`, `PlanningFailure` where there is no plan, or the check does not confirm it.
    package init(
        _ before: Plan, _ after: Scenario, fingerprint: String, sources: [SourceFile], _ limits: ReplanLimits,
        stop: StopFlag, progress: @escaping ProgressReport
    ) throws {
        let weeksLater = (after.firstMonday.dayNumber - before.scenario.firstMonday.dayNumber) / 7
        let search = ReplanSearch(after, limits, stop: stop, progress: progress)
        var services: [ServicePlan] = []
        for service in after.services {
            let stops = KnownStop.all(of: service.id, in: before, weeksLater: weeksLater)
            let (plan, outcome) = try search.least(service, keeping: stops, losing: limits.loss)
            services.append(plan)
            outcomes.append(outcome)
        }
        plan = try Plan(
            services: services, stop: services.allSatisfy { $0.value == $0.bound } ? .optimal : .gapReached,
            seed: limits.search.seed, scenario: after, fingerprint: fingerprint,
            sources: sources
        ).withFixedTimes()
        check = try PlanCheck.confirmed(plan)
    }
}

/// Asks for the least change of one service after the other.
package struct ReplanSearch {
    private let scenario: Scenario
    private let limits: ReplanLimits
    private let stop: StopFlag
    private let progress: ProgressReport

    package var seed: UInt64 { limits.search.seed }

    package init(_ scenario: Scenario, _ limits: ReplanLimits, stop: StopFlag, progress: @escaping ProgressReport) {
        self.scenario = scenario
        self.limits = limits
        self.stop = stop
        self.progress = progress
    }

    /// - Parameter stated: promises that the scenario does not ask for by itself.
    /// - Throws: `ReplanFailure`, `PlanningFailure` where there is no plan.
    package func least(
        _ service: Service, keeping stops: [KnownStop], stated: [Pin] = [], losing loss: MilliPoints? = nil
    ) throws -> (ServicePlan, ReplanRun.Outcome) {
        progress(.leastChange(service: service.name))
        do {
            let replanner = Replanner(
                service, in: scenario, keeping: stops, stated: stated, VariantSolver(limits.search, stop: stop))
            let answer = try replanner.leastChange(proofSeconds: limits.proof)
            let curve = try loss.map { try StabilityCurve(replanner, from: answer, losing: $0) }
            var plan = curve?.chosen.plan ?? answer.plan
            // The bound of a plan is that of its scenario, not that of what was kept of the plan before.
            plan.bound = max(answer.free.bound, plan.value)
            plan.audit = answer.free.audit
            return (
                plan,
                ReplanRun.Outcome(
                    service: service.id, weight: answer.weight, leastWeight: answer.leastWeight, value: plan.value,
                    free: ValueRange(least: answer.free.value, most: plan.bound), broken: answer.broken, curve: curve)
            )
        } catch Replanner.Failure.infeasible {
            throw ReplanFailure.infeasible(service: service.name)
        } catch Replanner.Failure.undecided {
            throw stop.isRaised ? ReplanFailure.interrupted : ReplanFailure.undecided(service: service.name)
        } catch let failure as SolveFailure {
            throw PlanningFailure.notSolved(failure, scenario)
        }
    }
}
