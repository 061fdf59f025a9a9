import DrawnTerritories
import FileAccess
import Foundation
import GeoModel
import Optimizer
import Planning
import PlanningModel
import ScenarioFiles
import TestSupport

/// A small drawn scenario, planned with its whole tree kept: the plan's file and that of its proof.
struct ProvenCase {
    let name: String
    let plan: Plan
    let planFile: Data
    let proofs: [ServiceProof]
    let proofFile: Data

    /// `nil` where there is no plan.
    ///
    /// - Parameter nodes: at most; a search stopped there has a proof all the same.
    init?(_ scenario: Scenario, nodes: Int? = nil) throws {
        var limits = SolveLimits(gap: 0, seconds: 300, nodes: nodes, seed: 1, workers: 1, auditsTree: true)
        // Without it trees grow larger.
        limits.searchesNeighbourhoods = false
        let solution: RoundsSolver.Solution
        do { solution = try RoundsSolver.solve(scenario, limits: limits) } catch is SolveFailure { return nil }
        name = scenario.name
        plan = Plan(
            services: solution.services, stop: solution.stop, seed: 1, scenario: scenario,
            fingerprint: try PlanFile.fingerprint(scenario), sources: [])
        planFile = try PlanFile.encode(plan)
        proofs = zip(solution.services, solution.trees).map { ServiceProof(service: $0.id, $1) }
        proofFile = try ProofFile.encode(proofs, of: plan, as: planFile)
    }

    /// What the two files give, read again.
    func verified() throws -> VerifiedProof { try Self.verified(planFile, proofFile) }

    static func verified(_ planFile: Data, _ proofFile: Data) throws -> VerifiedProof {
        let plan = try PlanFile.decode(InputFile(planFile, named: "plan.json"))
        return try VerifiedProof(
            try ProofFile(InputFile(proofFile, named: "preuve.json")), named: "preuve.json", of: plan,
            planHash: Sha256.hex(planFile), fingerprint: try PlanFile.fingerprint(plan.scenario))
    }

    /// The first of some numbers that has a plan.
    static func first(_ numbers: ClosedRange<Int>) throws -> ProvenCase {
        for number in numbers { if let own = try ProvenCase(scenario(number)) { return own } }
        throw CocoaError(.featureUnsupported)
    }

    /// What a scenario has beside the usual, in turn.
    enum Feature: Int, CaseIterable {
        case usual, twoTeams, shortTours, twiceWeekly, prices, floors, budgets, monthly
    }

    /// Territories of a depot and two to four communes, with one feature after the other.
    static func scenario(_ number: Int) -> Scenario {
        let feature =
            number % 2 == 0 ? .usual : Feature(rawValue: number / 2 % Feature.allCases.count) ?? .usual
        var random = TestRandom(UInt64(number) &+ 4_000_000)
        var scenario = RandomTerritory.scenario(seed: UInt64(number))
        scenario.name = "\(feature) \(number)"
        let depot = scenario.territory.depots[0]
        switch feature {
        case .usual: break
        case .twoTeams:
            scenario.staff.append(
                StaffMember(
                    id: "q0", crew: "crew2", roles: [.accueillant, .driver], licence: "B",
                    weeklyHours: Minutes(random.whole(600...2100))))
            scenario.vans.append(Van(id: "van2", name: "Van 2"))
            scenario.services[0].teams.append(Team(van: "van2", crew: "crew2", depot: depot.id))
            scenario.parameters.minimumHalfDays = random.whole(0...3)
            scenario.parameters.referenceWeek = Minutes(random.whole(350...1000))
        case .shortTours:
            scenario.parameters.shortStops = .yes
            scenario.parameters.shortStopLength = Minutes(random.pick([75, 90, 100]))
            scenario.parameters.weekdays = Array(scenario.parameters.weekdays.prefix(1))
            scenario.parameters.minimumHalfDays = 0
        case .twiceWeekly: scenario.parameters.twiceWeekly = .yes
        case .prices:
            scenario.parameters.priceOfVisitBesideSocialCentre = random.real(0...20)
            scenario.parameters.priceOfStopWithoutPartner = random.real(0...60)
            scenario.parameters.priceOfSpanHour = random.real(0...5)
            scenario.parameters.overtime = .yes
            scenario.parameters.priceOfOvertimeHour = random.real(0...10)
        case .floors:
            scenario.services[0].floors = Floors(everyEpci: 0.02, highestNeed: 0.05, worstOff: 0.01)
        case .budgets:
            scenario.services[0].budgets = Budgets(kilometres: 900, personHours: 300, euros: 600)
        case .monthly:
            scenario.parameters.cycleWeeks = 4
            scenario.parameters.minimumVisits = 1
            scenario.parameters.minimumHalfDays = 1
            scenario.parameters.weekdays = Array(scenario.parameters.weekdays.prefix(1))
        }
        return scenario
    }
}
