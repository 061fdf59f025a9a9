import DrawnTerritories
import LinearSolver
import Optimizer
import PlanningModel
import TestSupport
import Testing

@Suite("Bounds worked out a second time")
struct BoundAuditTests {
    private static func hold(_ scenario: Scenario, searches: Bool) throws {
        guard let solved = try AuditedCase(scenario, searches: searches) else { return }
        #expect(solved.service.audit == .wholeTree, "\(solved.name): \(solved.verdict(value: nil, reported: .max))")
        let verdict = solved.verdict(value: solved.value, reported: solved.bound)
        if case .holds(let bound, _) = verdict {
            #expect(bound == solved.bound, "\(solved.name)")
        } else {
            Issue.record("\(solved.name): \(verdict)")
        }
    }

    @Test("The whole tree's audit gives the proven optimum, feature by feature", arguments: Feature.allCases)
    func features(feature: Feature) throws {
        for number in 1...8 {
            try Self.hold(FeatureTerritory.scenario(feature, number), searches: number % 2 == 0)
        }
    }

    @Test("The whole tree's audit gives the proven optimum of small territories", arguments: 1...60)
    func territories(seed: Int) throws {
        try Self.hold(RandomTerritory.scenario(seed: UInt64(seed)), searches: seed % 2 == 0)
    }

    @Test("The small cases have exclusions, rounds without a place, cuts, and nearly every row of the model")
    func notVacuous() throws {
        // Rows of the weekly work bind in the Avesnois, those of weekdays where teams are told apart, those of two segments on one
        // day in no small case: other decisions come first.
        var missing: Set = [
            "unplaceable", "exclusions", "lists", "rounding", "link", "once", "oneDay", "cover", "count", "opening",
            "overtime",
            "twice", "mustBeTwice", "promised", "floor", "shortfall", "budget", "cycle", "evenings", "longDays",
        ]
        // Rounds without a place are rare; the first number has some.
        for number in [41] + Array(1...40) where !missing.isEmpty {
            let scenarios =
                Feature.allCases.map { FeatureTerritory.scenario($0, number) }
                + (6 * number - 5...6 * number).map { RandomTerritory.scenario(seed: UInt64($0)) }
            for solved in try scenarios.compactMap({ try AuditedCase($0, searches: false) }) {
                for node in solved.trees.flatMap({ Array($0.certificate.nodes.values) }) {
                    if node.end == .unplaceable { missing.remove("unplaceable") }
                    if !node.exclusions.isEmpty { missing.remove("exclusions") }
                    if node.listsRounds { missing.remove("lists") }
                    for dual in node.bound ?? [] {
                        if case .rounding = dual.cut { missing.remove("rounding") }
                        missing.remove(String(dual.row.prefix { $0 != "[" }))
                    }
                }
            }
        }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test("With every team and weekday told apart the audit gives the same optimum")
    func disaggregated() throws {
        var rows: Set<String> = []
        for number in 1...20 {
            let scenario = FeatureTerritory.scenario(.twoTeams, number)
            guard let solved = try AuditedCase(scenario) else { continue }
            let problem = try RoundsProblem(scenario.services[0], in: scenario, disaggregated: true)
            let (tree, value, bound) = try onSolverThread { try SearchedTree.searched(problem) }
            #expect(value == solved.value && bound == solved.bound, "\(scenario.name)")
            let verdict = TreeAudit(problem, tree.certificate, value: value).verdict(reported: bound)
            #expect(verdict.bound == bound, "\(scenario.name): \(verdict)")
            rows.formUnion(tree.certificate.nodes.values.flatMap { $0.bound ?? [] }.map(\.row))
        }
        #expect(rows.contains { $0.hasPrefix("halves") } && rows.contains { $0.hasPrefix("distinct") })
    }

    @Test("Unasked, the root is audited, and the bound is the same")
    func rootOnly() throws {
        let scenario = RandomTerritory.scenario(seed: 1)
        let limits = SolveLimits(gap: 0, seconds: 300, seed: 1, workers: 1)
        let solution = try RoundsSolver.solve(scenario, limits: limits)
        #expect(solution.services[0].audit == .root)
        #expect(try AuditedCase(scenario)?.bound == solution.services[0].bound.count)
    }

    @Test("A search stopped early has a bound that its nodes give", arguments: [1, 2, 3])
    func stoppedEarly(nodes: Int) throws {
        for number in 1...12 {
            let scenario = FeatureTerritory.scenario(.twoTeams, number)
            do {
                let solution = try RoundsSolver.solve(
                    scenario,
                    limits: SolveLimits(gap: 0, seconds: 300, nodes: nodes, seed: 1, workers: 1, auditsTree: true))
                #expect(solution.services[0].audit == .wholeTree, "\(scenario.name)")
            } catch is SolveFailure {}
        }
    }

    @Test("No duals whatever bring the audited bound below the optimum", arguments: Feature.allCases)
    func anyDuals(feature: Feature) throws {
        var random = TestRandom(77)
        for number in 1...8 {
            guard let solved = try AuditedCase(FeatureTerritory.scenario(feature, number)) else { continue }
            for tree in solved.trees {
                for _ in 0..<6 {
                    var certificate = tree.certificate
                    certificate.nodes[0]?.claimed = .max
                    for index in certificate.nodes[0]?.bound?.indices ?? 0..<0 {
                        certificate.nodes[0]?.bound?[index].dual *= random.real(-0.3...1.7)
                    }
                    let bound = try TreeAudit(tree.problem, certificate, value: nil).root()
                    #expect(bound >= solved.value, "\(solved.name)")
                }
            }
        }
    }
}
