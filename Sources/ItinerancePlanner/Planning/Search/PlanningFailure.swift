import Optimizer
import PlanCheck
import PlanningModel
import Staffing

/// Why a search gives no plan. What a user reads of it, and how the program ends, is decided above.
package enum PlanningFailure: Error {
    /// No model can be made of the scenario, none of its plans keeps the rules, or none was found in time.
    case notSolved(SolveFailure, Scenario)
    /// What happens at fixed times beside the rounds finds nobody to hold it.
    ///
    /// - Parameter besideRounds: whether rounds were chosen first: other rounds might leave someone the time.
    case notStaffed(FixedTimesFailure, Scenario, besideRounds: Bool)
    /// Every plan of the scenario breaks these rules, whatever its rounds.
    case contradicted([Violation], Scenario)
    /// Services that share a crew, planned one without the other, leave it no rest.
    case sharedRests
    /// The check finds fault with a plan that was made here.
    case notConfirmed(Plan, PlanCheck)

    /// What a failed search says of its question.
    package enum Verdict: Sendable {
        /// Proven: there is no such plan.
        case infeasible
        /// None was found in the time given.
        case undecided
        /// There is nothing to plan: no eligible commune, no driver…
        case refused
        case interrupted
        /// A defect of the program.
        case defect
    }

    package var verdict: Verdict {
        switch self {
        case .notSolved(let failure, _): failure.verdict
        case .notStaffed(.unsettled, _, _), .notStaffed(_, _, besideRounds: true): .undecided
        case .notStaffed, .contradicted: .infeasible
        case .sharedRests: .undecided
        case .notConfirmed: .defect
        }
    }
}

extension SolveFailure {
    package var verdict: PlanningFailure.Verdict {
        switch self {
        case .refused(.openingOutOfReach), .infeasible: .infeasible
        case .refused: .refused
        case .noPlan(_, let interrupted): interrupted ? .interrupted : .undecided
        }
    }
}

extension Scenario {
    /// Searches in this scenario; a search that fails says in which scenario it did.
    ///
    /// - Throws: `PlanningFailure.notSolved`; what else `search` throws.
    package func solving<Answer>(_ search: () throws -> Answer) throws -> Answer {
        do { return try search() } catch let failure as SolveFailure {
            throw PlanningFailure.notSolved(failure, self)
        }
    }
}
