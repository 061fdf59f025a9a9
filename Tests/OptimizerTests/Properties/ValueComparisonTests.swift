import DrawnTerritories
import GeoModel
import Optimizer
import PlanningModel
import Testing

@Suite("Comparison of the values of two scenarios")
struct ValueComparisonTests {
    @Test("On small ranges a verdict is certain exactly where it holds for every pair of values inside")
    func everySmallRange() {
        let ends = 0...5
        let ranges = ends.flatMap { least in
            (least...5).map { ValueRange(least: MilliPoints(least), most: MilliPoints($0)) }
        }
        for first in ranges {
            for second in ranges {
                let signs = Set(
                    (first.least.count...first.most.count).flatMap { a in
                        (second.least.count...second.most.count).map { ($0 - a).signum() }
                    })
                let expected: ValueComparison =
                    switch signs {
                    case [1]: .secondIsBetter
                    case [-1]: .firstIsBetter
                    case [0]: .equal
                    default: .undecided
                    }
                #expect(ValueComparison(of: second, beside: first) == expected, "\(first) \(second)")
            }
        }
    }

    /// Every plan of a case and of the same case with one thing changed that is no part of the scale.
    @Test(
        "Whatever gap the search stops at, no certain verdict contradicts brute force over all plans", arguments: 1...60
    )
    func neverContradicted(seed: Int) throws {
        let scenario = RandomTerritory.scenario(seed: UInt64(seed))
        var other = scenario
        switch seed % 3 {
        case 0: other.parameters.referenceWeek = other.parameters.referenceWeek - Minutes(120)
        case 1: other.parameters.minimumHalfDays += 1
        default: other.territory.venues.removeLast(min(1, max(0, other.territory.venues.count - 2)))
        }
        guard let first = BruteForce(scenario).solve(), let second = BruteForce(other).solve() else { return }
        let scales = [scenario, other].map { ValueScale($0.needs(of: $0.services[0]), in: $0) }
        #expect(scales[0].differences(from: scales[1]).isEmpty)
        for (gap, nodes) in [(0.0, nil), (0.05, 1), (0.5, 1)] as [(Double, Int?)] {
            func range(_ scenario: Scenario) throws -> ValueRange {
                let limits = SolveLimits(gap: gap, seconds: 120, nodes: nodes, seed: 1, workers: 1)
                return ValueRange(try RoundsSolver.solve(scenario, limits: limits).services[0])
            }
            guard let a = try? range(scenario), let b = try? range(other) else { continue }
            let truth: ValueComparison = second > first ? .secondIsBetter : second < first ? .firstIsBetter : .equal
            let verdict = ValueComparison(of: b, beside: a)
            #expect(verdict == truth || verdict == .undecided, "case \(seed), gap \(gap): \(verdict), truth \(truth)")
            if gap == 0 { #expect(verdict == truth) }
        }
    }

    /// Where every stop is weekly, a longer cycle only says the same week again.
    @Test("Rounding in cycles of different lengths never makes a scenario better for certain")
    func cyclesOfTheSameWeeks() throws {
        var apart = 0
        for seed in 1...40 {
            var scenarios = [1, 2].map { weeks in
                var scenario = RandomTerritory.scenario(seed: UInt64(seed))
                scenario.parameters.cycleWeeks = weeks
                scenario.parameters.minimumVisits = 4
                scenario.parameters.pricePerEuro = 0.0123
                return scenario
            }
            if seed % 2 == 0 { scenarios.reverse() }
            let limits = SolveLimits(gap: 0, seconds: 60, seed: 1, workers: 1)
            guard let first = try? RoundsSolver.solve(scenarios[0], limits: limits).services[0],
                let second = try? RoundsSolver.solve(scenarios[1], limits: limits).services[0]
            else { continue }
            let scales = scenarios.map { ValueScale($0.needs(of: $0.services[0]), in: $0) }
            #expect(scales[0].differences(from: scales[1]).isEmpty)
            let rounding = scales[0].rounding(beside: scales[1])
            #expect(rounding == scales[1].rounding(beside: scales[0]) && rounding > .zero)
            if first.value != second.value { apart += 1 }
            let comparison = ValueComparison(of: ValueRange(second).widened(by: rounding), beside: ValueRange(first))
            #expect(comparison == .undecided, "case \(seed): \(first.value) and \(second.value)")
        }
        #expect(apart > 0)
    }

    @Test("Cycles of one length round alike")
    func sameCycle() {
        #expect(Self.scale().rounding(beside: Self.scale { $0.parameters.minimumVisits = 4 }) == .zero)
    }

    private static func scale(_ edit: (inout Scenario) -> Void = { _ in }) -> ValueScale {
        var scenario = RandomTerritory.scenario(seed: 1)
        edit(&scenario)
        return ValueScale(scenario.needs(of: scenario.services[0]), in: scenario)
    }

    @Test("What values are made of is told apart from what a scenario may do")
    func scale() {
        let own = Self.scale { $0.parameters.pricePerEuro = 0.02 }
        func differences(_ edit: (inout Scenario) -> Void) -> [ValueScale.Part] {
            own.differences(
                from: Self.scale {
                    $0.parameters.pricePerEuro = 0.02
                    edit(&$0)
                })
        }
        #expect(differences { _ in }.isEmpty)
        #expect(differences { $0.parameters.referenceWeek = Minutes(1000) }.isEmpty)
        #expect(differences { $0.parameters.minimumVisits = 4 }.isEmpty)
        #expect(differences { $0.services[0].budgets.kilometres = 10 }.isEmpty)
        #expect(differences { $0.territory.venues.removeLast() }.isEmpty)
        #expect(differences { $0.parameters.costPerHour += 1 }.isEmpty == (Self.wages == .fixed))
        #expect(differences { $0.parameters.pricePerEuro = 0.03 } == [.prices])
        #expect(differences { $0.parameters.priceOfStopWithoutPartner = 1 } == [.prices])
        #expect(differences { $0.parameters.frequency = $0.parameters.frequency.other } == [.frequency])
        #expect(differences { $0.parameters.access.car.none += 1 } == [.access])
        #expect(differences { $0.parameters.travel.ruralSpeed += 1 }.contains(.travel))
        #expect(differences { $0.services[0].factor *= 2 } == [.needs])
        #expect(differences { $0.services[0].communes.removeLast() }.contains { $0 == .communes || $0 == .needs })
    }

    private static var wages: WageMode { RandomTerritory.scenario(seed: 1).parameters.wages }
}
