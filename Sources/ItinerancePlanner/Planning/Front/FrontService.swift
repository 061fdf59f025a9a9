import Optimizer
import PlanningModel

extension Scenario {
    /// The one service that a front is drawn of.
    ///
    /// - Parameter id: its identifier; `nil` where the scenario has only one.
    /// - Throws: `FrontFailure`.
    package func frontService(_ id: String?) throws -> Service {
        let found = id.map { id in services.filter { $0.id == id } } ?? services
        guard let chosen = found.first, found.count == 1 else {
            throw FrontFailure.whichService(id, known: services.map(\.id))
        }
        let others = services.filter { $0.id != chosen.id }.flatMap(\.teams)
        guard chosen.teams.allSatisfy({ own in !others.contains { $0.crew == own.crew || $0.van == own.van } }) else {
            throw FrontFailure.sharedTeam(service: chosen.name)
        }
        guard !RunningCost(parameters).isNothing else { throw FrontFailure.noCost }
        return chosen
    }
}
