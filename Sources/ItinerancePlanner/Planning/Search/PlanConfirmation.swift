import PlanCheck
import PlanningModel

extension PlanCheck {
    /// The check of a plan that was made here: valid, at least for the whole crew.
    ///
    /// - Throws: `PlanningFailure.notConfirmed` where it is not, `PlanningFailure.contradicted` where none could be.
    package static func confirmed(_ plan: Plan) throws -> PlanCheck {
        let check = PlanCheck(plan)
        guard check.holds(plan) else {
            // Not every search begins with this question.
            try plan.scenario.refuseContradictions()
            throw PlanningFailure.notConfirmed(plan, check)
        }
        return check
    }
}
