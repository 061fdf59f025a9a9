import GeoModel
import Optimizer
import PlanningModel

/// A small territory with awkward names, planned once for all report tests.
enum ReportFixture {
    static let longName = "Saint-Jean-de-la-Très-Longue-Vallée-des-Sources-de-l'Helpe-Mineure"
    static let awkwardName = "L'Épine & <b>Fils</b> \"Halle\""

    private static let names = [
        "Saint-Hilaire-sur-Helpe", longName, awkwardName, "Anor", "Étrœungt", "Trélon", "Ville-Dense", "Sans-Chiffres",
    ]

    /// Communes on a ring around the depot, the last but one too dense, the last of unknown density.
    private static let communes = names.enumerated().map { index, name in
        Commune(
            code: "0100\(index + 1)", name: name, epci: "1",
            centre: Position(latitude: 50.1 + 0.03 * Double(index % 3), longitude: 3.9 + 0.05 * Double(index / 3)),
            population: index == 7 ? nil : index == 6 ? 9000 : 500 + 60 * index, areaKm2: 10,
            households: 200 + 25 * index, births: 4 + index, active: 300, unemployed: 20 + 3 * index,
            medianLivingStandard: 20_000 + 300 * Double(index))
    }

    static func scenario(
        firstMonday: String = "2027-03-08", services: Int = 1, _ edit: (inout Parameters) -> Void = { _ in }
    ) -> Scenario {
        var parameters = Parameters()
        edit(&parameters)
        let years = ["2026", "2027"]
        return Scenario(
            name: "Essai de l'Avesnois", firstMonday: CivilDate(iso: firstMonday) ?? CivilDate(dayNumber: 0),
            territory: Territory(
                communes: communes, epcis: [],
                venues: communes.map {
                    Place(
                        id: "lieu-\($0.code)", name: "\($0.name), centre", commune: $0.code, position: $0.centre,
                        standing: "exemple fictif")
                },
                depots: [
                    Place(
                        id: "depot", name: "Dépôt d'Avesnes", commune: "01001",
                        position: Position(latitude: 50.12, longitude: 3.93), standing: "exemple fictif")
                ]),
            services: (1...services).map { number in
                Service(
                    id: "service-\(number)", name: "Service \(number) de l'Avesnois",
                    kind: number == 1 ? .parentingResource : .firstThousandDays, communes: communes.map(\.code),
                    teams: [Team(van: "van-\(number)", crew: "equipe-\(number)", depot: "depot")])
            },
            vans: (1...2).map { Van(id: "van-\($0)", name: "Van \($0)", standing: "exemple fictif") },
            staff: (1...2).flatMap { crew in
                ["a", "b"].map {
                    StaffMember(
                        id: "agent-\(crew)\($0)", crew: "equipe-\(crew)", roles: [.accueillant, .driver], licence: "B",
                        weeklyHours: Minutes(2100), standing: "exemple fictif")
                }
            },
            calendar: ClosureCalendar(
                publicHolidays: (years.map { "\($0)-01-01" } + ["2027-03-29"]).compactMap(CivilDate.init(iso:))
                    .map { .init(date: $0, name: $0.month == 3 ? "Lundi de Pâques" : "1er janvier") },
                schoolHolidays: years.compactMap { CivilDate(iso: "\($0)-02-15") }
                    .map { .init(date: $0, name: "Vacances d'hiver") }),
            parameters: parameters)
    }

    static func plan(_ scenario: Scenario) throws -> Plan {
        let solved = try RoundsSolver.solve(scenario, limits: SolveLimits(gap: 0.02, seconds: 20))
        return Plan(
            services: solved.services, stop: solved.stop, seed: 1, scenario: scenario, fingerprint: "0123456789abcdef",
            sources: [SourceFile(name: "essai.yaml", sha256: "ab12")])
    }

    static let planned = Result { try plan(scenario(services: 2)) }
}
