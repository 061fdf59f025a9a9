import DrawnTerritories
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// The front of small services against every plan of theirs.
@Suite("Front of need, cost and equity", .enabled(if: FullProblem.isSolved))
struct FrontTests {
    private static func limits(_ gap: Double, workers: Int = 1) -> FrontLimits {
        FrontLimits(points: 8, gap: gap, seconds: 120, seed: 1, workers: workers)
    }

    /// Few enough venues that every plan can be looked at, and none is left out for its value.
    private static func small(_ scenario: Scenario) -> Scenario {
        var small = scenario
        let most = scenario.parameters.cycleWeeks == 4 || scenario.services[0].teams.count > 1 ? 3 : 4
        small.territory.venues.removeLast(max(0, small.territory.venues.count - most))
        let known = Set(small.territory.venues.map(\.id))
        small.services[0].pins.removeAll { $0.venue.map { !known.contains($0) } ?? false }
        small.services[0].formerStops.removeAll { !known.contains($0.venue) }
        small.territory.venueFacts.removeAll { !known.contains($0.venue) }
        return small
    }

    private static func within(_ cell: EpsilonCell, _ all: [BruteForce.Objectives]) -> [BruteForce.Objectives] {
        all.filter { plan in
            (cell.mostEuros.map { plan.euros <= $0 } ?? true) && (cell.leastEquity.map { plan.worstOff >= $0 } ?? true)
        }
    }

    private static func hold(_ scenario: Scenario, gap: Double) throws {
        let all = BruteForce(scenario).everyObjective()
        let name = scenario.name
        let front: ParetoFront
        do { front = try FrontSearch.run(scenario.services[0], in: scenario, limits: limits(gap)) } catch {
            #expect(all.isEmpty, "\(name): \(error)")
            return
        }
        guard !all.isEmpty else {
            Issue.record("\(name): no plan exists, but \(front.points.count) points")
            return
        }
        for (index, point) in front.points.enumerated() {
            let figures = point.figures
            let rivals = all.filter {
                $0.euros <= figures.euros * (1 + 1e-9) && $0.worstOff >= figures.equity - 1e-9
            }
            let most = rivals.map(\.need).max() ?? Int.min
            #expect(figures.need.count <= most, "\(name): point \(index) is no plan")
            #expect(point.bound.count >= most, "\(name): bound \(point.bound.count) below \(most)")
            #expect(point.gap <= gap + 1e-12, "\(name): \(point.gap)")
            check(front, point)
            switch point.dominance {
            case .kept:
                for other in front.points { #expect(!other.figures.dominates(figures), "\(name)") }
            case .dominated(let by):
                #expect(front.points[by].dominance == .kept)
                #expect(front.points[by].figures.dominates(figures), "\(name)")
            }
        }
        for step in front.steps {
            let most = within(step.cell, all).map(\.need).max()
            switch step.answer {
            case .impossible: #expect(most == nil, "\(name): \(step.cell) has a plan")
            case .undecided: Issue.record("\(name): \(step.cell) is undecided")
            case .point(let index, let bound):
                let point = front.points[index]
                #expect(step.cell.admits(point.figures), "\(name)")
                #expect(bound.count >= most ?? Int.min, "\(name): \(step.cell)")
                if front.isBest(point, in: step) {
                    #expect(point.figures.need.count == most, "\(name): \(step.cell)")
                }
            }
        }
        #expect(front.ends.needBound.count >= all.map(\.need).max() ?? 0, "\(name)")
        #expect(front.ends.leastEurosBound <= (all.map(\.euros).min() ?? 0) + 1e-9, "\(name)")
        if let equity = front.ends.impossibleEquity {
            let cell = EpsilonCell(mostEuros: front.ends.mostEuros, leastEquity: equity)
            #expect(within(cell, all).isEmpty, "\(name)")
        }
    }

    /// A point's plan passes the check, its figures are those that the check finds, and its value is within its bound.
    private static func check(_ front: ParetoFront, _ point: FrontPoint) {
        var own = point.plan
        own.bound = point.valueBound
        // The plan's own figures as limits: it keeps them, and the check finds the same.
        var tight = front.scenario
        tight.services[0].budgets.euros = point.figures.euros
        tight.services[0].floors.worstOff = point.figures.equity
        for scenario in [front.scenario(of: point), tight] {
            let check = PlanCheck(
                Plan(services: [own], stop: .gapReached, seed: 1, scenario: scenario, fingerprint: "", sources: []))
            #expect(check.isValid, "\(scenario.name): \(check.discrepancies) \(check.commitments)")
            for verdict in check.commitments where scenario.services[0].floors.worstOff == point.figures.equity {
                if verdict.commitment == .worstOffFloor, case .share(let found)? = verdict.found {
                    #expect(abs(found - point.figures.equity) < 1e-12)
                }
            }
        }
        if let best = BruteForce(front.scenario(of: point)).solve() {
            #expect(best <= point.valueBound.count, "\(front.scenario.name)")
        }
    }

    @Test("No plan is above a bound or within a cell said to be empty: one team, proven to the end", arguments: 1...10)
    func exact(seed: Int) throws {
        try Self.hold(Self.small(RandomTerritory.scenario(seed: UInt64(seed))), gap: 0)
    }

    @Test("The same with a gap: every point is within it, inherited bounds too", arguments: 41...44, [0.005, 0.1])
    func within(seed: Int, gap: Double) throws {
        try Self.hold(Self.small(RandomTerritory.scenario(seed: UInt64(seed))), gap: gap)
    }

    @Test(
        "The same with teams, pins, hours, and floors, budgets and prices of the scenario's own",
        arguments: [Feature.twoTeams, .pins, .venueHours, .floors, .budgets, .prices, .lighterWeeks], 1...2)
    func features(feature: Feature, number: Int) throws {
        try Self.hold(Self.small(FeatureTerritory.scenario(feature, number)), gap: 0.01)
    }

    @Test("The front does not depend on the number of workers", arguments: 1...2)
    func workers(seed: Int) throws {
        let scenario = RandomTerritory.scenario(seed: UInt64(seed))
        func figures(_ workers: Int) -> [FrontFigures]? {
            try? FrontSearch.run(scenario.services[0], in: scenario, limits: Self.limits(0.005, workers: workers))
                .points.map(\.figures)
        }
        #expect(figures(1) == figures(2))
    }

    @Test("Most small fronts have several points, and some step is answered without a search")
    func shares() throws {
        var (several, inherited, count) = (0, 0, 0)
        for seed in 1...20 {
            let scenario = Self.small(RandomTerritory.scenario(seed: UInt64(seed)))
            guard let front = try? FrontSearch.run(scenario.services[0], in: scenario, limits: Self.limits(0)) else {
                continue
            }
            count += 1
            if front.kept.count > 2 { several += 1 }
            if front.steps.contains(where: \.isInherited) { inherited += 1 }
        }
        print("fronts: \(count), several points: \(several), inherited steps: \(inherited)")
        #expect(2 * several >= count && 2 * inherited >= count)
    }

    @Test("A plan is dominated only by one as good in all three and better in one")
    func dominance() {
        let plan = FrontFigures(need: MilliPoints(1000), euros: 10, equity: 0.1)
        func other(_ need: Int, _ euros: Double, _ equity: Double) -> FrontFigures {
            FrontFigures(need: MilliPoints(need), euros: euros, equity: equity)
        }
        #expect(!plan.dominates(plan))
        #expect(other(1001, 10, 0.1).dominates(plan))
        #expect(other(1000, 9.99, 0.1).dominates(plan))
        #expect(other(1000, 10, 0.1001).dominates(plan))
        #expect(!other(2000, 10.01, 0.9).dominates(plan))
        #expect(!other(2000, 1, 0.0999).dominates(plan))
        // What rounding makes of sums is no difference.
        #expect(!other(1000, 10 - 1e-10, 0.1 + 1e-12).dominates(plan))
    }
}
