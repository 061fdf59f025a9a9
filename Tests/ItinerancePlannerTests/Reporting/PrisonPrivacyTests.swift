import GeoModel
import PlanCheck
import PlanningModel
import Reporting
import Testing

@Suite("Where the prison relay fetches children")
struct PrisonPrivacyTests {
    /// The awkward plan, with an outing that fetches two children in a commune where no van stops.
    private func plan() -> (plan: Plan, communes: [String]) {
        var scenario = PublicationFixture.scenario()
        scenario.prisonRelays[0].visits = [
            PrisonVisitWish(
                prison: "prison", timesInFourWeeks: 1,
                slots: [PrisonSlot(weekday: .wednesday, start: Minutes(14 * 60))],
                pickups: [ChildPickup(commune: "01002", children: 2)])
        ]
        let names = scenario.territory.communes.map(\.name)
        return (PublicationFixture.plan(scenario), names)
    }

    @Test("The timetable and the dossier count the communes of an outing and never name one beside it")
    func counted() throws {
        let (plan, communes) = plan()
        let check = PlanCheck(plan)
        let dossier = try ConformityFile(plan, check).files().map(\.text)
        let timetable = try TimetableReport(plan, check).html()
        for page in [dossier[0], timetable] {
            let outings = page.split(separator: "\n").filter { $0.contains("établissement 13") }
            #expect(outings.count == 1)
            #expect(outings.allSatisfy { $0.contains("enfants") && $0.contains("1\u{A0}commune,") }, "\(outings)")
            for name in communes { #expect(!outings.contains { $0.contains(name) }, "\(name)") }
        }
        let rows = dossier[1].split(separator: "\r\n").filter { $0.contains("Relais enfants-parents") }
        for name in communes { #expect(!rows.contains { $0.contains(name) }, "\(name)") }
    }
}
