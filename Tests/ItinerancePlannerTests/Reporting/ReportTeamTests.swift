import FileAccess
import Foundation
import FrenchText
import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel
import Reporting
import Testing

/// The plan of the report tests with the rounds of its second service driven by a second team of the first.
@Suite("Reports of several teams")
struct ReportTeamTests {
    private func plan() throws -> Plan {
        var plan = try ReportFixture.planned.get()
        let second = plan.services.removeLast()
        let team = plan.scenario.services.removeLast().teams[0]
        plan.scenario.services[0].teams.append(team)
        plan.services[0].days = (plan.services[0].days + second.days).sorted {
            ($0.week, $0.weekday, $0.van) < ($1.week, $1.weekday, $1.van)
        }
        return plan
    }

    private func html(_ plan: Plan) throws -> String {
        ReportFigures.plain(try TimetableReport(plan, PlanCheck(plan)).html())
    }

    private func count(_ text: String, in page: String) -> Int { page.components(separatedBy: text).count - 1 }

    @Test("There is a page for each week of each van, with its own crew and its own days")
    func pages() throws {
        let page = try html(plan())
        #expect(count("<section class=\"semaine", in: page) == 8)
        #expect(count("<dt>Véhicule</dt><dd>Van 1</dd>", in: page) == 4)
        #expect(count("<dt>Véhicule</dt><dd>Van 2</dd>", in: page) == 4)
        #expect(count("<dt>Équipe</dt><dd>equipe-2</dd>", in: page) == 4)
        let sheet = try #require(page.components(separatedBy: "<section class=\"semaine").dropFirst(5).first)
        let days = try plan().services[0].days.filter { $0.week == 1 }
        for day in days where day.van == "van-2" {
            #expect(sheet.contains(ReportFigures.plain(ReportFigures.clock(day.departure))))
        }
        let road = days.filter { $0.van == "van-2" }.reduce(Metres.zero) { $0 + $1.distance }
        #expect(sheet.contains(ReportFigures.plain(ReportFigures.kilometres(road))))
        #expect(sheet.contains("service : "))
    }

    @Test("A van that stays at the depot has no page, and the results say so")
    func idle() throws {
        var plan = try plan()
        plan.services[0].days.removeAll { $0.van == "van-2" }
        let page = try html(plan)
        #expect(count("<section class=\"semaine", in: page) == 4)
        #expect(
            page.contains(
                "<th scope=\"row\">Van 2</th><td>equipe-2</td><td>Dépôt d&#39;Avesnes</td><td>pas de tournée</td>"))
    }

    @Test("The results list all teams, and say of each whether it is made up")
    func results() throws {
        let page = try html(plan())
        #expect(page.contains("Lieu ressources parentalité – 2 équipages, un véhicule chacun"))
        #expect(page.contains("<h4>Équipages</h4>") && page.contains("2 véhicules"))
        #expect(page.contains("Exemple fictif : les véhicules, les équipes, le dépôt et les lieux d&#39;arrêt."))
        #expect(page.contains("Exemple fictif : le véhicule, l&#39;équipe, le dépôt et les lieux d&#39;arrêt."))
        var mixed = try plan()
        mixed.scenario.vans[0].standing = ""
        #expect(try html(mixed).contains("Exemple fictif : le véhicule Van 2, les équipes, le dépôt"))
        #expect(!(try html(ReportFixture.planned.get())).contains("<h4>Équipages</h4>"))
    }

    @Test("Hours are added up by crew, and each day costs the persons of its own crew")
    func hours() throws {
        var plan = try plan()
        plan.scenario.staff.append(
            StaffMember(id: "agent-2c", crew: "equipe-2", roles: [.accueillant], weeklyHours: Minutes(2100)))
        let summary = PlanSummary(plan, PlanCheck(plan))
        let service = try #require(summary.services.first)
        #expect(service.teams.map(\.van) == ["van-1", "van-2"] && service.teams.map(\.persons) == [2, 3])
        for week in 0..<4 {
            #expect(abs(service.teams.reduce(0) { $0 + $1.hours[week] } - service.hours[week]) < 1e-9)
            #expect(abs(service.teams.reduce(0) { $0 + $1.kilometres[week] } - service.kilometres[week]) < 1e-9)
        }
        let personHours = service.teams.reduce(0) { $0 + $1.hours.reduce(0, +) * Double($1.persons) }
        #expect(abs(service.staffEuros - personHours * 28) < 1e-6)
        #expect(ScreenReport(plan, PlanCheck(plan)).text.contains(" pour les 2 équipes"))
    }

    @Test("Each line of the spreadsheet names the van and the crew of its day")
    func spreadsheet() throws {
        let plan = try plan()
        let lines = TimetableReport(plan, PlanCheck(plan)).csv().components(separatedBy: "\r\n")
        for (van, crew) in [("Van 1", "equipe-1"), ("Van 2", "equipe-2")] {
            let days = plan.services[0].days.filter { $0.crew == crew }
            #expect(lines.count { $0.contains(";\(van);\(crew);") } == days.flatMap(\.visits).flatMap(\.openings).count)
        }
    }

    @Test("Commitments stand in the results, on the terminal and in the check with figure and threshold")
    func commitments() throws {
        var plan = try ReportFixture.planned.get()
        plan.scenario.services[0].floors.worstOff = 1
        plan.scenario.services[1].budgets.kilometres = 100_000
        plan.scenario.services[0].pins = [Pin(commune: "01004", served: false, reason: "essai")]
        let check = PlanCheck(plan)
        let page = ReportFigures.plain(try TimetableReport(plan, check).html())
        #expect(page.contains("<h3>Engagements</h3>"))
        #expect(
            page.contains("Service 1 de l&#39;Avesnois, Plancher de bénéfice, cinquième du besoin le moins bien servi"))
        #expect(page.contains("<div class=\"discret\">au moins 100,00 %</div>"))
        #expect(page.contains("Épingle : Anor (commune) – non desservi ; motif : essai"))
        for text in [ScreenReport(plan, check).text, CheckReport(plan, check).text] {
            #expect(text.contains("\nEngagements\n"))
            #expect(text.contains(" km (au plus 100 000,0 km)"))
            #expect(text.contains("le plancher est 100,00 %."))
        }
        let data = try FrenchJSON.encode(CheckSummary(plan, check))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let listed = try #require(object["engagements"] as? [[String: Any]])
        #expect(listed.count == 3 && listed[0]["etat"] as? String == "non tenu")
        #expect((listed[0]["constats"] as? [String])?.count == 1)
        #expect(!check.isValid)
    }

    @Test("A short stop is called short where the team reads its day, and where families read the dates")
    func shortStops() throws {
        var plan = try ReportFixture.planned.get()
        for index in plan.services[0].days.indices where plan.services[0].days[index].visits.count == 2 {
            for (visit, start) in [(0, 540), (1, 660)] {
                plan.services[0].days[index].visits[visit].openings = [
                    Interval(start: Minutes(start), end: Minutes(start + 75))
                ]
            }
        }
        let page = try html(plan)
        #expect(page.contains("<span class=\"commune\">arrêt court</span>"))
        #expect(page.contains("11 h – 12 h 15"))
        #expect(page.contains("<span class=\"discret\">arrêt court</span>"))
        #expect(!(try html(ReportFixture.planned.get())).contains("arrêt court</span>"))
    }
}
