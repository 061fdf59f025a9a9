import Foundation
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// A plan judged from its file alone, or from a table of rounds with the data of a scenario.
package struct VerifiedPlan {
    package let plan: Plan
    package let check: PlanCheck
    /// How today's data differ from those of the plan; `nil` where none are given.
    package let today: SnapshotComparison?
    /// Why nothing could be planned beside the rounds of a table: the rounds are judged all the same, and what is not held
    /// beside them is found as not held.
    package let notStaffed: PlanningFailure?
    /// SHA-256 of the plan's file; `nil` for a table.
    package let planHash: String?
    /// Of the plan's own data, worked out again.
    package let fingerprint: String

    /// Whether some search has left a bound: rounds in a table have none.
    package var hasBound: Bool { planHash != nil }

    /// Whether a file is a table of rounds: it has no data of its own.
    package static func isTable(_ path: String) -> Bool {
        ["csv", "tsv", "xlsx"].contains(URL(fileURLWithPath: path).pathExtension.lowercased())
    }

    /// - Parameter data: what a table takes its data from; what a plan's are compared with.
    /// - Throws: `InputFailure`.
    package init(_ path: String, with data: LoadedScenario?) throws {
        let isTable = Self.isTable(path)
        if isTable, let data {
            planHash = nil
            let rounds = try RoundsTableReader.read(path, with: data)
            do {
                plan = try rounds.withFixedTimes()
                notStaffed = nil
            } catch let failure as PlanningFailure {
                plan = rounds
                notStaffed = failure
            }
        } else {
            let (plan, source) = try PlanFile.read(URL(fileURLWithPath: path), named: path)
            self.plan = plan
            planHash = source.sha256
            notStaffed = nil
        }
        fingerprint = try PlanFile.fingerprint(plan.scenario)
        var check = PlanCheck(plan)
        if fingerprint != plan.fingerprint { check.discrepancies.append(Discrepancy(.fingerprint, at: PlanLocus())) }
        self.check = check
        let scenario = plan.scenario
        today = isTable ? nil : try data.map { try SnapshotComparison(scenario, $0.scenario) }
    }
}
