import PlanCheck
import PlanningModel
import Staffing

extension Plan {
    /// The plan with all that happens at fixed times beside its rounds.
    ///
    /// - Throws: `PlanningFailure.notStaffed`.
    package func withFixedTimes() throws -> Plan {
        do { return try FixedTimesPlanning(scenario).completed(self) } catch let failure as FixedTimesFailure {
            throw PlanningFailure.notStaffed(failure, scenario, besideRounds: services.contains { !$0.days.isEmpty })
        }
    }
}

extension Scenario {
    /// Tells what no search could mend: what cannot be staffed even without rounds, and what every plan would break.
    ///
    /// - Throws: `PlanningFailure.notStaffed`, `PlanningFailure.contradicted`.
    func refuseContradictions() throws {
        let fixed = try Plan(
            services: [], stop: .interrupted, seed: 0, scenario: self, fingerprint: "", sources: []
        ).withFixedTimes()
        let broken = contradictions(in: fixed)
        guard broken.isEmpty else { throw PlanningFailure.contradicted(broken, self) }
    }
}
