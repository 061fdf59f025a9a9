import FileAccess
import Foundation
import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel
import Reporting
import Testing

@Suite("Summary of a plan")
struct ReportSummaryTests {
    private func share(
        _ name: String, _ weight: Double, _ benefit: Double, intensity: Double = 0.5
    ) -> BenefitSpread.Share {
        BenefitSpread.Share(commune: name, weight: weight, volume: weight, intensity: intensity, benefit: benefit)
    }

    @Test("The worst-off fifth takes its last commune in part")
    func worstOff() throws {
        // A fifth of 100 is 20: all of a (15 at 0.1), 5 of b (at 0.5).
        let spread = BenefitSpread([share("c", 60, 1), share("b", 25, 0.5), share("a", 15, 0.1)])
        let expected: Double = (1.5 + 2.5) / 20
        let found = try #require(spread.worstOff())
        #expect(abs(found - expected) < 1e-12)
    }

    @Test("The fifth of highest need is chosen by intensity, not by result")
    func highestNeed() throws {
        let spread = BenefitSpread([share("a", 20, 0.3, intensity: 1), share("b", 80, 0, intensity: 0.1)])
        let found = try #require(spread.highestNeed())
        #expect(abs(found - 0.3) < 1e-12)
    }

    @Test("Gini is 0 where all get the same, and the textbook figure where half get all")
    func gini() throws {
        let equal = BenefitSpread([share("a", 10, 0.4), share("b", 30, 0.4)])
        let none = try #require(equal.gini)
        #expect(abs(none) < 1e-12)
        let half = BenefitSpread([share("a", 10, 0), share("b", 10, 1)])
        let found = try #require(half.gini)
        #expect(abs(found - 0.5) < 1e-12)
        #expect(BenefitSpread([share("a", 10, 0)]).gini == nil)
    }

    @Test("Figures add up, and communes that do not count are said with their reason")
    func figures() throws {
        let plan = try ReportFixture.planned.get()
        let summary = PlanSummary(plan, PlanCheck(plan))
        #expect(summary.services.count == 2)
        #expect(abs(summary.services.reduce(0) { $0 + $1.value } - summary.value) < 1e-9)
        for service in summary.services {
            #expect(service.halfDays.count == 4 && service.halfDays.allSatisfy { $0 >= 5 })
            #expect(service.offTarget.tooDense == 1 && service.offTarget.unknown == 1)
            #expect(service.communesReached <= service.communesAtStake && service.communesAtStake == 6)
            #expect(service.shareReached > 0 && service.shareReached <= 1)
        }
        let monday = try #require(summary.holidays.first)
        #expect(monday.date == CivilDate(iso: "2027-03-29") && monday.name == "Lundi de Pâques")
        let usual = try #require(summary.services.first?.halfDays[3])
        #expect(monday.halfDaysLost + monday.halfDaysLeft == usual)
    }

    @Test("Families reached by age add up by hand, and a commune without a figure is unknown, not zero")
    func ages() throws {
        var plan = try ReportFixture.planned.get()
        let credits = plan.services[0].credits
        let reached = try #require(credits.first { $0.points > .zero })
        for index in plan.scenario.territory.communes.indices {
            let code = plan.scenario.territory.communes[index].code
            guard code == reached.commune || code == "01007" else { continue }
            plan.scenario.territory.communes[index].indicators = [
                IndicatorFigure(indicator: .ages(AgeGroup(.families, 0, 2)), value: code == reached.commune ? 30 : 10)
            ]
        }
        let summary = PlanSummary(plan, PlanCheck(plan))
        let group = try #require(summary.services[0].ages.first { $0.group == .ages(AgeGroup(.families, 0, 2)) })
        let need = try #require(plan.services[0].needs.first { $0.commune == reached.commune })
        #expect(group.total == 40 && group.reached == 30 && group.communesUnknown == 6)
        let share = Double(reached.points.count) / Double(need.points.count)
        #expect(abs(group.covered - 30 * share) < 1e-9 && share > 0 && share <= 1)
        let births = try #require(summary.services[0].ages.first)
        #expect(births.group == .births && births.communesUnknown == 0)
        #expect(births.total == Double((4...11).reduce(0, +)))
        #expect(summary.total.ages.isEmpty)
    }

    @Test("The keys of the JSON are French")
    func json() throws {
        let plan = try ReportFixture.planned.get()
        let data = try FrenchJSON.encode(PlanSummary(plan, PlanCheck(plan)))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["valeur"] != nil && object["jours_sans_accueil"] != nil && object["services"] != nil)
    }

    @Test("The terminal shows opening, proof, need and every rule")
    func screen() throws {
        let plan = try ReportFixture.planned.get()
        let check = PlanCheck(plan)
        let text = ScreenReport(plan, check).text
        #expect(text.contains("(minimum 5, R01)"))
        #expect(text.contains("Besoin                    : 2 dimensions sur 4 (fragilité, éloignement)"))
        #expect(text.contains(" ; borne ") && text.contains(" ; écart "))
        #expect(text.contains("À confirmer avec la Caf"))
        #expect(!text.contains("\u{A0}") && !text.contains("\u{202F}"))
        for rule in RuleID.allCases { #expect(text.contains("  \(rule.rawValue)  "), "\(rule.rawValue)") }
    }

    @Test("A broken plan is told rule by rule, figure by figure")
    func broken() throws {
        var plan = try ReportFixture.planned.get()
        plan.services[0].days.removeAll { $0.week == 2 }
        let text = CheckReport(plan, PlanCheck(plan)).text
        #expect(text.contains("R01  non respectée"))
        #expect(text.contains("semaine 2 : 0 demi-journée d'ouverture, il en faut 5."))
        #expect(text.contains("Chiffres qui ne se retrouvent pas") && text.contains("Plan non valide"))
    }
}
