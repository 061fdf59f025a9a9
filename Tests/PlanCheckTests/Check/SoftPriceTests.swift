import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Prices of soft rules")
struct SoftPriceTests {
    private func kinds(_ scenario: Scenario, softCost: Int) -> Set<Discrepancy.Kind> {
        PlanFixture.kinds(PlanFixture.plan(scenario, PlanFixture.days(scenario), softCost: softCost))
    }

    @Test("R10: each visit of a commune that has a centre social, the price rounded once")
    func socialCentre() {
        var scenario = PlanFixture.scenario { $0.priceOfVisitBesideSocialCentre = 0.0126 }
        scenario.territory.communes[0].socialCentre = .present
        scenario.territory.communes[1].socialCentre = .unknown
        #expect(kinds(scenario, softCost: 4 * 13).isEmpty)
        #expect(kinds(scenario, softCost: 0) == [.cost, .serviceValue])
    }

    @Test("R12: each stop without a partner in its commune")
    func partner() {
        var scenario = PlanFixture.scenario { $0.priceOfStopWithoutPartner = 0.5 }
        #expect(kinds(scenario, softCost: 5 * 500).isEmpty)
        scenario.territory.partners = [Partner(id: "p", kind: "pmi", name: "PMI", commune: "59003")]
        #expect(kinds(scenario, softCost: 4 * 500).isEmpty)
        #expect(kinds(scenario, softCost: 5 * 500) == [.cost, .serviceValue])
    }

    @Test("R14: each stop by its way to the nearest fixed service families use, none known being no price")
    func services() {
        var scenario = PlanFixture.scenario { $0.priceOfKilometreToServices = 0.5 }
        #expect(kinds(scenario, softCost: 0).isEmpty)
        let positions = scenario.territory.venues.map(\.position)
        // A thousandth of a degree of latitude is 111.195 m on the sphere of the Earth's mean radius.
        var north = positions[0]
        north.latitude += 0.01
        scenario.territory.facilities = [
            Facility(id: "a", kind: .school, name: "École", commune: "59001", position: north),
            Facility(
                id: "b", kind: .franceServices, name: "Bus", commune: "59001", position: positions[0],
                itinerant: .present),
            Facility(id: "c", kind: .pmi, name: "PMI", commune: "59001", position: positions[0]),
        ]
        for position in positions.dropFirst() {
            scenario.territory.facilities.append(
                Facility(
                    id: "\(position.latitude) \(position.longitude)", kind: .nursery, name: "Crèche", commune: "59001",
                    position: position))
        }
        #expect(kinds(scenario, softCost: 556).isEmpty)
        #expect(kinds(scenario, softCost: 0) == [.cost, .serviceValue])
    }

    @Test("R22: each minute and person above that person's limit, where overtime is allowed")
    func overtime() {
        var scenario = PlanFixture.scenario {
            $0.overtime = .yes
            $0.priceOfOvertimeHour = 1
        }
        let week = PlanFixture.days(scenario).filter { $0.week == 1 }.reduce(Minutes.zero) { $0 + $1.workTime }
        scenario.staff[0].weeklyHours = week
        scenario.staff[1].weeklyHours = week - Minutes(7)
        // A point an hour is 16.67 thousandths a minute, rounded to 17.
        #expect(kinds(scenario, softCost: 4 * 7 * 17).isEmpty)
        scenario.staff[1].weeklyHours = week
        #expect(kinds(scenario, softCost: 0).isEmpty)
    }

    @Test("R26: each minute and person of each day above the reported span")
    func spans() throws {
        var scenario = PlanFixture.scenario { $0.priceOfSpanHour = 1 }
        let spans = PlanFixture.days(scenario).map(\.span)
        let longest = try #require(spans.max())
        scenario.parameters.spanReported = longest
        #expect(kinds(scenario, softCost: 0).isEmpty)
        scenario.parameters.spanReported = longest - Minutes(9)
        let over = spans.reduce(0) { $0 + max(0, ($1 - longest + Minutes(9)).count) }
        #expect(over >= 9)
        // Two persons, and 16.67 thousandths a minute rounded to 17.
        #expect(kinds(scenario, softCost: 2 * over * 17).isEmpty)
        // 34.5 thousandths a minute, as docs/modele.md multiplies: the last bit decides.
        scenario.parameters.priceOfSpanHour = 2.07
        #expect(kinds(scenario, softCost: 2 * over * Int((1000 * 2.07 / 60 * 1).rounded())).isEmpty)
    }
}
