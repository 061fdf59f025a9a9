import Foundation
import GeoModel
import Optimizer
import PlanningModel

/// Which stops of a plan stay when the weights of the dimensions are drawn anew.
package struct WeightTrial: Sendable {
    package struct Stop: Sendable {
        package var service: String
        package var venue: String
        /// Draws whose plan keeps the stop.
        package var kept: Int

        package init(service: String, venue: String, kept: Int) {
            self.service = service
            self.venue = venue
            self.kept = kept
        }
    }

    /// In the order of the services, those that depend most on the weights first.
    package var stops: [Stop]
    /// Draws that gave a plan.
    package var draws: Int
    package var asked: Int
    /// The largest gap left, of the base plan and of those drawn.
    package var gap: Double

    /// What each plan is asked for, and the time it may take.
    package static let gapAsked = 0.005
    package static let secondsEach = 30.0

    /// Plans once with the scenario's weights and once for each draw; stops early where `stop` is raised.
    ///
    /// - Throws: `PlanningFailure` where the scenario has no plan within the time.
    package static func run(
        _ scenario: Scenario, draws: Int, seed: UInt64, stop: StopFlag, progress: ProgressReport
    ) throws -> WeightTrial {
        let limits = SolveLimits(gap: gapAsked, seconds: secondsEach, seed: seed)
        let base = try scenario.solving { try RoundsSolver.solve(scenario, limits: limits, stop: stop) }
        let weights = scenario.parameters.need.dimensions
        var dirichlet = Dirichlet(
            shapes: NeedDimension.allCases.map { WeightRobustness.concentration * weights[$0] / weights.total },
            seed: seed)
        var kept: [[String]: Int] = [:]
        var trial = WeightTrial(stops: [], draws: 0, asked: draws, gap: Plan.gap(base.services))
        for number in 1...max(1, draws) {
            progress(.weightDraw(number, of: draws))
            var drawn = scenario
            drawn.parameters.need.dimensions = DimensionWeights(
                Dictionary(uniqueKeysWithValues: zip(NeedDimension.allCases, dirichlet.next())))
            guard !stop.isRaised, let other = try? RoundsSolver.solve(drawn, limits: limits, stop: stop),
                !stop.isRaised
            else { continue }
            trial.draws += 1
            trial.gap = max(trial.gap, Plan.gap(other.services))
            for key in venues(other.services) { kept[key, default: 0] += 1 }
        }
        let order = Dictionary(
            uniqueKeysWithValues: scenario.services.map(\.id).enumerated().map { ($1, $0) })
        trial.stops = venues(base.services).map { Stop(service: $0[0], venue: $0[1], kept: kept[$0] ?? 0) }.sorted {
            (order[$0.service] ?? 0, $0.kept, $0.venue) < (order[$1.service] ?? 0, $1.kept, $1.venue)
        }
        return trial
    }

    /// Pairs of service and venue.
    private static func venues(_ services: [ServicePlan]) -> Set<[String]> {
        Set(services.flatMap { service in service.days.flatMap { $0.visits.map { [service.id, $0.venue] } } })
    }
}
