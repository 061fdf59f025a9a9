import PlanningModel
import Staffing

extension Plan {
    /// The plan with all that happens at fixed times beside its rounds.
    ///
    /// - Throws: `PlanningFailure.notStaffed`.
    package func withFixedTimes() throws -> Plan {
        do { return try FixedTimesPlanning(scenario).completed(self) } catch let failure as FixedTimesFailure {
            throw PlanningFailure.notStaffed(failure, scenario)
        }
    }
}
