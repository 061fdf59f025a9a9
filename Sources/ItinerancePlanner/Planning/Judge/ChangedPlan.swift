import PlanningModel

/// Two plans, one to take the place of the other.
package struct ChangedPlan {
    package let before: Plan
    package let after: Plan

    /// - Throws: `InputFailure`; `RefusedPlan`; `JudgementFailure` where their cycles are not of one length.
    package init(_ before: String, _ after: String) throws {
        self.before = try CheckedPlan(before).plan
        self.after = try CheckedPlan(after).plan
        let weeks = [self.before, self.after].map(\.scenario.parameters.cycleWeeks)
        guard weeks[0] == weeks[1] else { throw JudgementFailure.otherCycle(before: weeks[0], after: weeks[1]) }
    }
}
