import Foundation
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// The example of `README.md`: the same lines, compiled and run.
@Suite("The example of the README")
struct ReadmeExampleTests {
    private static func example() throws -> (plan: Plan, check: PlanCheck) {
        // README begins
        let villages = [("59001", 50.10, 3.90), ("59002", 50.14, 3.97), ("59003", 50.05, 4.02)]
        let communes = villages.map { code, latitude, longitude in
            Commune(
                code: code, name: "Commune \(code)", epci: "200000001",
                centre: Position(latitude: latitude, longitude: longitude), population: 900, areaKm2: 12,
                households: 380)
        }
        let venues = communes.map { Place(id: "hall-\($0.code)", name: "Hall", commune: $0.code, position: $0.centre) }
        let depot = Place(id: "depot", name: "Depot", commune: "59001", position: venues[0].position)
        let service = Service(
            id: "lr", name: "Parenting centre", kind: .parentingResource, communes: communes.map(\.code),
            teams: [Team(van: "van", crew: "crew", depot: "depot")])
        let scenario = Scenario(
            name: "Three villages", firstMonday: CivilDate(year: 2027, month: 1, day: 4)!,
            territory: Territory(
                communes: communes, epcis: [Epci(code: "200000001", name: "Valley")], venues: venues, depots: [depot]),
            services: [service], vans: [Van(id: "van", name: "Van")],
            staff: [
                StaffMember(
                    id: "a", crew: "crew", roles: [.accueillant, .driver], licence: "B", weeklyHours: Minutes(35 * 60))
            ], calendar: ClosureCalendar(publicHolidays: [], schoolHolidays: []), parameters: Parameters())

        let solution = try RoundsSolver.solve(scenario, limits: SolveLimits(gap: 0, seconds: 60))
        let plan = Plan(
            services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
            sources: [])
        let check = PlanCheck(plan)
        print("\(plan.value) of at most \(plan.bound) points, valid: \(check.isValid)")
        // README ends
        return (plan, check)
    }

    @Test("It gives a plan that is proven optimal and valid")
    func runs() throws {
        let (plan, check) = try Self.example()
        #expect(plan.stop == .optimal)
        #expect(plan.value == plan.bound && plan.value > 0)
        #expect(check.isValid)
    }

    @Test("The README shows the same lines")
    func same() throws {
        let file = URL(fileURLWithPath: #filePath)
        let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let own = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let first = try #require(own.firstIndex { $0.hasSuffix("// README begins") })
        let last = try #require(own.firstIndex { $0.hasSuffix("// README ends") })
        let code = own[(first + 1)..<last].map { String($0.dropFirst(8)) }
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let block = try #require(
            readme.components(separatedBy: "```swift\n").dropFirst().first?.components(separatedBy: "\n```").first)
        #expect(
            block
                == (["GeoModel", "Optimizer", "PlanCheck", "PlanningModel"].map { "import " + $0 } + [""] + code)
                .joined(separator: "\n"))
    }
}
