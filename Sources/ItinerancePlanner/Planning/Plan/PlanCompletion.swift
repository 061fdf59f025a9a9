import Optimizer
import RoundPlan

extension Plan {
    /// The plan with all that happens at fixed times beside its rounds.
    ///
    /// - Throws: `CommandFailure` where that cannot be staffed.
    package func withFixedTimes() throws -> Plan {
        do {
            return try FixedTimesPlanning(scenario).completed(self)
        } catch let failure as FixedTimesFailure {
            let isSettled = if case .unsettled = failure { false } else { true }
            throw CommandFailure(
                ending: isSettled ? .infeasible : .noPlan, messages: [FixedTimesWords.failure(failure, scenario)])
        }
    }
}
