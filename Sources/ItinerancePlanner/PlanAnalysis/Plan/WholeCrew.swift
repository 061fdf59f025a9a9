import PlanCheck
import PlanningModel

extension Plan {
    /// The same as if nobody were ever away.
    package var forWholeCrew: Plan {
        var whole = self
        whole.scenario.absences = []
        return whole
    }
}

extension PlanCheck {
    /// Whether a plan that was made here, or is about to be used, is valid, at least for the whole crew: the rounds of a cycle are
    /// made for it, and what an absence breaks is said, and is no error of the plan.
    package func holds(_ plan: Plan) -> Bool {
        isValid || (!plan.scenario.absences.isEmpty && PlanCheck(plan.forWholeCrew).isValid)
    }
}
