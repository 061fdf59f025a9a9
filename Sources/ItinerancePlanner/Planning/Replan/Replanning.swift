import Foundation
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import ScenarioFiles

/// How a plan is searched that changes little.
package struct ReplanLimits: Sendable {
    package var search: SolveLimits
    /// Seconds for the proof that no plan changes less.
    package var proof: Double
    /// What the plan may be worth less than the best one; `nil` for as few changes as can be.
    package var loss: MilliPoints?

    package init(search: SolveLimits, proof: Double, loss: MilliPoints?) {
        self.search = search
        self.proof = proof
        self.loss = loss
    }
}

/// A plan to which something happens, read and found sound.
package struct Replanning {
    private let path: String
    package let before: Plan
    package let sha256: String
    private let check: PlanCheck
    private let calendar: EventCalendar
    private let labels: ReplanLabels

    /// - Parameters:
    ///   - dates: first day that may change, and last day of what does not last.
    ///   - hasScenario: whether an updated scenario is given.
    ///   - hasLoss: whether a loss of value is stated.
    /// - Throws: `InputFailure`, `RefusedPlan`, `ReplanFailure`.
    package init(
        _ path: String, _ events: [PlanEvent], dates: (from: CivilDate?, until: CivilDate?), hasScenario: Bool,
        hasLoss: Bool, _ labels: ReplanLabels
    ) throws {
        self.path = path
        self.labels = labels
        let checked = try CheckedPlan(path)
        let plan = checked.plan
        check = checked.check
        calendar = try EventCalendar(
            events, from: dates.from, until: dates.until, hasScenario: hasScenario, plan, labels)
        guard calendar.lasts || !hasLoss else { throw ReplanFailure.lossOfWeeks }
        before = plan
        sha256 = checked.source.sha256
    }

    /// The plan for good, and that of each week that changes by itself.
    ///
    /// - Parameter updated: the scenario that is planned from now on; `nil` for the plan's own.
    /// - Throws: `InputFailure`, `ReplanFailure`, `PlanningFailure`.
    package func answer(
        _ updated: LoadedScenario?, _ limits: ReplanLimits, stop: StopFlag, progress: @escaping ProgressReport
    ) throws -> Replanned {
        let contours = try updated?.contours ?? ContoursReader.read(besidePlan: path)
        let after = try changed(updated?.scenario ?? before.scenario)
        let fingerprint = try PlanFile.fingerprint(after)
        let own = SourceFile(name: URL(fileURLWithPath: path).lastPathComponent, sha256: sha256)
        let isSame = fingerprint == before.fingerprint
        let run =
            isSame
            ? ReplanRun(unchanged: before, check)
            : try ReplanRun(
                before, after, fingerprint: fingerprint, sources: (updated?.sources ?? before.sources) + [own],
                limits, stop: stop, progress: progress)
        // The same bytes where nothing has happened.
        let bytes = isSame ? try PlanReference.plan(URL(fileURLWithPath: path), named: path).data : nil
        let weeks = try calendar.weeks(of: before, updated?.scenario).map {
            try WeekRun(
                $0, resumes: !calendar.lasts, before.sources + [own], limits, labels, stop: stop, progress: progress)
        }
        return Replanned(
            before: before, lasts: calendar.lasts, run: run, unchangedFile: bytes, weeks: weeks, contours: contours)
    }

    /// What the new plan is for: what has happened, then the day it begins.
    private func changed(_ scenario: Scenario) throws -> Scenario {
        var after = scenario
        for event in calendar.lasting {
            try event.checkSubject(in: after)
            try event.happen(in: &after, labels)
        }
        if let monday = calendar.firstMonday { after.firstMonday = monday }
        guard after.firstMonday >= before.scenario.firstMonday else {
            throw ReplanFailure.beforeThePlan(after.firstMonday, first: before.scenario.firstMonday)
        }
        let weeks = (before.scenario.parameters.cycleWeeks, after.parameters.cycleWeeks)
        guard weeks.0 == weeks.1 else { throw ReplanFailure.otherCycle(before: weeks.0, after: weeks.1) }
        return after
    }
}

/// What became of a plan to which something happened.
package struct Replanned {
    package let before: Plan
    /// Whether something changes for good.
    package let lasts: Bool
    /// The plan from now on.
    package let run: ReplanRun
    /// Bytes of the plan's file, where nothing changes for good.
    package let unchangedFile: Data?
    /// Every week that was planned by itself, also those in which nothing changes.
    package let weeks: [WeekRun]
    package let contours: Contours

    package init(
        before: Plan, lasts: Bool, run: ReplanRun, unchangedFile: Data?, weeks: [WeekRun], contours: Contours
    ) {
        self.before = before
        self.lasts = lasts
        self.run = run
        self.unchangedFile = unchangedFile
        self.weeks = weeks
        self.contours = contours
    }
}
