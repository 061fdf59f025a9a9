import Optimizer
import RoundPlan
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
        for number in 1...15 { try Self.hold(FeatureTerritory.scenario(feature, number), searches: number % 3 == 0) }
    }

    @Test("The whole tree's audit gives the proven optimum of small territories", arguments: 1...60)
    func territories(seed: Int) throws {
        try Self.hold(RandomTerritory.scenario(seed: UInt64(seed)), searches: seed % 2 == 0)
    }

    @Test("The small cases have every kind of row, trees told apart, exclusions and rounds without a place")
    func notVacuous() throws {
        var found: Set<String> = []
        for feature in Feature.allCases {
            for number in 1...15 {
                let scenario = FeatureTerritory.scenario(feature, number)
                guard let solved = try AuditedCase(scenario, searches: false) else { continue }
                if solved.trees.count > 1 { found.insert("two trees") }
                for node in solved.trees.flatMap({ Array($0.certificate.nodes.values) }) {
                    if node.end == .unplaceable { found.insert("unplaceable") }
                    if !node.exclusions.isEmpty { found.insert("exclusions") }
                    for dual in node.bound ?? [] {
                        if case .rounding = dual.cut { found.insert("rounding") }
                        found.insert(String(dual.row.prefix { $0 != "[" }))
                    }
                }
            }
        }
        let wanted = [
            "two trees", "unplaceable", "exclusions", "rounding", "link", "once", "oneDay", "work", "cover", "count",
            "opening",
            "overtime", "twice", "mustBeTwice", "promised", "floor", "shortfall", "budget", "cycle", "together",
            "distinct",
            "halves",
        ]
        #expect(Set(wanted).subtracting(found).isEmpty, "\(Set(wanted).subtracting(found))")
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
