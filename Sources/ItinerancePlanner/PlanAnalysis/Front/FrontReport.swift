import FileAccess
import Foundation
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel

/// All that is told of a front: its points by number, and the confirmed plans of those that are kept.
package struct FrontReport: Sendable {
    package struct Confirmed: Sendable {
        package var plan: Plan
        package var check: PlanCheck

        package init(plan: Plan, check: PlanCheck) {
            self.plan = plan
            self.check = check
        }
    }

    package let front: ParetoFront
    /// By the index of the point: those of `front.kept`.
    package let plans: [Int: Confirmed]
    package let limits: FrontLimits

    package init(_ front: ParetoFront, plans: [Int: Confirmed], limits: FrontLimits) {
        self.front = front
        self.plans = plans
        self.limits = limits
    }

    package var service: Service { front.scenario.services[0] }
    /// All weight of the service: what the need of a point is a share of.
    package var weight: MilliPoints { front.points.first?.plan.needs.reduce(.zero) { $0 + $1.points } ?? .zero }

    /// Points are numbered from 1: kept ones from the cheapest on, then dominated ones.
    package func number(_ index: Int) -> Int { index + 1 }
    /// Folder of a point's plan: `point-03`.
    package func name(_ index: Int) -> OutputName { index < 9 ? "point-0\(index + 1)" : "point-\(index + 1)" }

    package func resources(_ point: FrontPoint) -> PlanFigures { PlanFigures(point.plan, in: front.scenario) }

    /// The floors of the lines that are drawn, loosest first; none for no floor.
    package var lines: [Double?] {
        var seen: [Double?] = []
        for step in front.steps where !seen.contains(step.cell.leastEquity) { seen.append(step.cell.leastEquity) }
        return seen
    }

    /// The kept points that steps of a line chose, from the cheapest on.
    package func points(ofLine floor: Double?) -> [Int] {
        let own = front.steps.filter { $0.cell.leastEquity == floor }.compactMap { step -> Int? in
            guard case .point(let index, _) = step.answer, front.points[index].dominance == .kept else { return nil }
            return index
        }
        return Set(own).sorted()
    }

    /// Plans of an earlier front in the same folder that have no place in this one.
    package func outdated(in folder: String) -> [OutputName] {
        let plans = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/plans")) ?? []
        let own = Set(front.kept.map { name($0).text })
        return plans.filter { $0.hasPrefix("point-") && !own.contains($0) }.sorted().compactMap { OutputName($0) }
            .flatMap {
                ["plans/\($0)/\(PlanFolder.plan)", "plans/\($0)/\(PlanFolder.contours)"] as [OutputName]
            }
    }
}
