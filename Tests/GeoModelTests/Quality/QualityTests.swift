import GeoModel
import Testing

@Suite struct QualityTests {
    /// One commune; the issues that a sound territory of this size has anyway are taken away.
    private func newIssues(_ change: (inout Commune) -> Void) throws -> [QualityIssue] {
        let day = try #require(CivilDate(iso: "2027-01-04"))
        func issues(_ commune: Commune) -> [QualityIssue] {
            let territory = Territory(communes: [commune], epcis: [], venues: [], depots: [])
            let calendar = ClosureCalendar(publicHolidays: [], schoolHolidays: [])
            return TerritoryQuality(territory, calendar: calendar, contours: Contours(), on: day).issues
        }
        var commune = Commune(
            code: "59001", name: "A", epci: "1", centre: Position(latitude: 50, longitude: 3), population: 100,
            areaKm2: 5, households: 40, families: 10, births: 2, active: 50, unemployed: 5,
            medianLivingStandard: 20_000)
        let before = Set(issues(commune))
        change(&commune)
        return issues(commune).filter { !before.contains($0) }
    }

    @Test func moreUnemployedThanActive() throws {
        let found = try newIssues { $0.unemployed = 51 }
        #expect(found.map(\.kind) == [.moreUnemployedThanActive])
        #expect(found.first?.examples == [QualityIssue.Example(code: "59001", name: "A")])
    }

    /// A tenth of 100 inhabitants is 10: 10 births pass, 11 do not.
    @Test func tooManyBirths() throws {
        #expect(try newIssues { $0.births = 10 }.isEmpty)
        #expect(try newIssues { $0.births = 11 }.map(\.kind) == [.tooManyBirths])
    }

    @Test func missingFamilies() throws {
        let found = try newIssues { $0.families = nil }
        #expect(found.map(\.kind) == [.communeField])
        #expect(found.map(\.subject) == [.field(.families)])
    }
}
