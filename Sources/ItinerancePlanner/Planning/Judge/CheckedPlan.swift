import Foundation
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// A plan that a command makes something of: read, and judged before. What an absence breaks is no fault of it: the rounds are
/// made for the whole crew, and the command says so.
package struct CheckedPlan {
    package let plan: Plan
    package let source: SourceFile
    /// Also of the data: whether they are those that the plan was made from.
    package let check: PlanCheck
    /// Whether it is taken although it does not hold.
    package let isRefused: Bool

    /// - Parameter takesAnyway: whether the user wants it although it does not hold.
    /// - Throws: `InputFailure` where it cannot be read; `RefusedPlan` where it does not hold.
    package init(_ path: String, takesAnyway: Bool = false) throws {
        (plan, source) = try PlanFile.read(URL(fileURLWithPath: path), named: path)
        var check = PlanCheck(plan)
        let holds = check.holds(plan)
        let isIntact = try PlanFile.fingerprint(plan.scenario) == plan.fingerprint
        if !isIntact { check.discrepancies.append(Discrepancy(.fingerprint, at: PlanLocus())) }
        self.check = check
        isRefused = !holds || !isIntact
        guard takesAnyway || !isRefused else {
            throw RefusedPlan(path: path, hasWrongFingerprint: !isIntact, fault: holds ? nil : (plan, check))
        }
    }
}

/// A plan of which nothing is made: it is not what its file says, or does not pass the check.
package struct RefusedPlan: Error {
    package var path: String
    /// The fingerprint is not that of the scenario in the file.
    package var hasWrongFingerprint: Bool
    /// A check that finds fault; `nil` where it finds none.
    package var fault: (plan: Plan, check: PlanCheck)?
}
