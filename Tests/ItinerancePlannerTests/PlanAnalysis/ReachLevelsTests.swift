import FrenchText
import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel
import Testing

@Suite("At what level a plan reaches households")
struct ReachLevelsTests {
    @Test("Shares are of households, bands add up to all of them, and each level holds the one below")
    func levels() throws {
        let plan = try ReportFixture.planned.get()
        let summary = PlanSummary(plan, PlanCheck(plan))
        for reach in summary.services.map(\.reach) + [summary.total.reach] {
            #expect(reach.households > 0 && reach.bands.count == ReachLevels.Band.allCases.count)
            #expect(abs(reach.bands.reduce(0, +) - 1) < 1e-9)
            let ten = try #require(reach.within10Minutes)
            let twenty = try #require(reach.within20Minutes)
            let one = try #require(reach.within1Kilometre)
            let three = try #require(reach.within3Kilometres)
            #expect(0 <= ten && ten <= twenty && twenty <= 1 && 0 <= one && one <= three && three <= 1)
        }
    }

    @Test("All communes that get something, however little, do not make 100 %")
    func counted() throws {
        let plan = try ReportFixture.planned.get()
        let scenario = plan.scenario
        let view = try #require(PlanView(plan).services.first)
        let outcome = ServiceOutcome(view, in: scenario)
        let reach = ReachLevels([outcome], in: scenario)
        var whole = 0
        var full = 0
        for commune in outcome.communes where commune.weight.points > .zero {
            let households = commune.commune.households ?? 0
            whole += households
            if 4 * (commune.credit?.points.count ?? 0) >= 3 * commune.weight.points.count { full += households }
        }
        #expect(reach.households == whole)
        let share = try #require(reach.share(.threeQuarters))
        #expect(abs(share - Double(full) / Double(whole)) < 1e-9)
    }

    @Test("The sentence says minutes, kilometres, bands and who is off target; unknown is not zero")
    func sentence() throws {
        let plan = try ReportFixture.planned.get()
        let reach = PlanSummary(plan, PlanCheck(plan)).total.reach
        let text = ReportFigures.plain(ReachLevelWords.sentence(reach))
        for part in ["à 10 min", "20 min", "1 km", "3 km", "bénéfice de 75 % ou plus", "nul", "hors cible"] {
            #expect(text.contains(part))
        }
        // One commune of the fixture has no known population.
        #expect(reach.communesOffTarget == 2 && reach.populationOffTarget == nil)
        #expect(text.contains("population inconnue"))
    }

    @Test("Without a figure of households nothing is shared out")
    func unknown() throws {
        var plan = try ReportFixture.planned.get()
        for index in plan.scenario.territory.communes.indices {
            plan.scenario.territory.communes[index].households = nil
        }
        let views = PlanView(plan).services.map { ServiceOutcome($0, in: plan.scenario) }
        let reach = ReachLevels(views, in: plan.scenario)
        #expect(reach.households == 0 && reach.within20Minutes == nil && reach.bands.isEmpty)
        #expect(!ReachLevelWords.sentence(reach).contains("0 %"))
    }
}
