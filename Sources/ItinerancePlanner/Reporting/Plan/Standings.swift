import GeoModel
import RoundPlan

/// What the data say of the standing of vans, crews, depots and venues: `exemple fictif` must not pass for real.
package struct Standings: Sendable {
    /// Subjects by standing, in the order in which they are met.
    private var subjects: [(standing: String, names: [String])] = []

    /// - Parameter teams: indices into the service's teams.
    package init(_ view: CheckedPlan.ServiceView, teams: [Int], _ rounds: [DayRound], _ scenario: Scenario) {
        let own = teams.map { view.service.teams[$0] }
        let vans = own.compactMap { team in scenario.vans.first { $0.id == team.van } }
        add(vans.map { ($0.name, $0.standing) }, one: "le véhicule", all: "les véhicules")
        let crews = teams.flatMap { index in
            Set(view.crews[index].map(\.standing)).sorted().map { (view.service.teams[index].crew, $0) }
        }
        add(crews, one: "l'équipe", all: "les équipes")
        var seen: Set<String> = []
        let depots = own.filter { seen.insert($0.depot).inserted }.compactMap(scenario.depot)
        add(depots.map { ($0.name, $0.standing) }, one: "le dépôt", all: "les dépôts")
        let stops = Set(rounds.flatMap { $0.visits.map(\.venue) })
        let venues = scenario.territory.venues.filter { stops.contains($0.id) }
        for standing in Set(venues.map(\.standing)).sorted() {
            let all = venues.allSatisfy { $0.standing == standing }
            let some = venues.filter { $0.standing == standing }.map(\.name).joined(separator: " ; ")
            add(all ? "les lieux d'arrêt" : "les lieux " + some, standing)
        }
    }

    /// What a page shows beside rounds, by what it is called; things of no standing add nothing.
    package init(_ groups: [(named: [(name: String, standing: String)], one: String, all: String)]) {
        for group in groups { add(group.named, one: group.one, all: group.all) }
    }

    /// A way to a prison: its van, the people, the prison and the relay.
    package init(_ outing: PrisonOuting, _ scenario: Scenario) {
        let people = Set(outing.staff)
        let relay = scenario.prisonRelays.first { $0.id == outing.service }
        self.init([
            (
                scenario.vans.filter { $0.id == outing.van }.map { ($0.name, $0.standing) }, "le véhicule",
                "les véhicules"
            ),
            (
                scenario.staff.filter { people.contains($0.id) }.map { ($0.id, $0.standing) }, "la personne",
                "les personnes"
            ),
            (
                relay.flatMap { scenario.depot(of: $0.team) }.map { [($0.name, $0.standing)] } ?? [], "le dépôt",
                "les dépôts"
            ),
            (
                scenario.territory.prisons.filter { $0.id == outing.prison }.map { ($0.name, $0.standing) },
                "l'établissement", "les établissements"
            ),
            (relay.map { [($0.name, $0.standing)] } ?? [], "le relais", "les relais"),
        ])
    }

    /// Of several, those of one standing by name where not all have it.
    private mutating func add(_ named: [(name: String, standing: String)], one: String, all: String) {
        let several = Set(named.map(\.name)).count > 1
        for standing in Set(named.map(\.standing)).sorted() {
            let names = named.filter { $0.standing == standing }.map(\.name)
            let isAll = Set(names).count == Set(named.map(\.name)).count
            let some = (names.count == 1 ? one : all) + " " + names.joined(separator: " ; ")
            add(!several ? one : isAll ? all : some, standing)
        }
    }

    private mutating func add(_ subject: String, _ standing: String) {
        guard !standing.isEmpty else { return }
        if let index = subjects.firstIndex(where: { $0.standing == standing }) {
            subjects[index].names.append(subject)
        } else {
            subjects.append((standing, [subject]))
        }
    }

    /// `Exemple fictif : le véhicule, l'équipe, le dépôt et les lieux d'arrêt.`
    package var sentences: [String] {
        subjects.map { standing, names in
            guard !standing.contains(":") else {
                // A standing of several words, as `commune réelle ; point et heures : exemple fictif`.
                let subject = ReportWords.enumeration(names)
                return subject.prefix(1).uppercased() + subject.dropFirst() + " (" + standing + ")."
            }
            return standing.prefix(1).uppercased() + standing.dropFirst() + " : " + ReportWords.enumeration(names) + "."
        }
    }
}
