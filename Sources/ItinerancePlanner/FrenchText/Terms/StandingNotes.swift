import PlanningModel

/// What the data say of the standing of vans, crews, depots and venues: `exemple fictif` must not pass for real.
package struct StandingNotes: Sendable {
    /// A kind of things that a page shows.
    package enum Kind: Sendable {
        case van, crew, depot, person, prison, relay, stop, fixedPlace, listening, office
        /// The place that a poster is for, and a fixed centre as it names it.
        case thisPlace, fixedReception

        fileprivate var words: (one: String, all: String) {
            switch self {
            case .van: ("le véhicule", "les véhicules")
            case .crew: ("l'équipe", "les équipes")
            case .depot: ("le dépôt", "les dépôts")
            case .person: ("la personne", "les personnes")
            case .prison: ("l'établissement", "les établissements")
            case .relay: ("le relais", "les relais")
            case .stop: ("le lieu d'arrêt", "les lieux d'arrêt")
            case .fixedPlace: ("le lieu fixe", "les lieux fixes")
            case .listening: ("l'écoute", "les écoutes")
            case .office: ("le bureau", "les bureaux")
            case .thisPlace: ("ce lieu", "ces lieux")
            case .fixedReception: ("l'accueil fixe", "les accueils fixes")
            }
        }
    }

    /// A thing by its name, and what the data say of it.
    package typealias Named = (name: String, standing: String)

    /// Subjects by standing, in the order in which they are met.
    private var subjects: [(standing: String, names: [String])] = []

    /// - Parameter teams: indices into the service's teams.
    package init(_ view: PlanView.ServiceView, teams: [Int], _ rounds: [DayRound], _ scenario: Scenario) {
        let own = teams.map { view.service.teams[$0] }
        let vans = own.compactMap { team in scenario.vans.first { $0.id == team.van } }
        add(vans.map { ($0.name, $0.standing) }, .van)
        let crews = teams.flatMap { index in
            Set(view.crews[index].map(\.standing)).sorted().map { (view.service.teams[index].crew, $0) }
        }
        add(crews, .crew)
        var seen: Set<String> = []
        let depots = own.filter { seen.insert($0.depot).inserted }.compactMap(scenario.depot)
        add(depots.map { ($0.name, $0.standing) }, .depot)
        let stops = Set(rounds.flatMap { $0.visits.map(\.venue) })
        let venues = scenario.territory.venues.filter { stops.contains($0.id) }
        for standing in Set(venues.map(\.standing)).sorted() {
            let all = venues.allSatisfy { $0.standing == standing }
            let some = venues.filter { $0.standing == standing }.map(\.name).joined(separator: " ; ")
            add(all ? Kind.stop.words.all : "les lieux " + some, standing)
        }
    }

    /// What a page shows beside rounds; things of no standing add nothing.
    package init(_ groups: [(kind: Kind, named: [Named])]) {
        for group in groups { add(group.named, group.kind) }
    }

    /// A way to a prison: its van, the people, the prison and the relay.
    package init(_ outing: PrisonOuting, _ scenario: Scenario) {
        let people = Set(outing.staff)
        let relay = scenario.prisonRelays.first { $0.id == outing.service }
        self.init([
            (.van, scenario.vans.filter { $0.id == outing.van }.map { ($0.name, $0.standing) }),
            (.person, scenario.staff.filter { people.contains($0.id) }.map { ($0.id, $0.standing) }),
            (.depot, relay.flatMap { scenario.depot(of: $0.team) }.map { [($0.name, $0.standing)] } ?? []),
            (.prison, scenario.territory.prisons.filter { $0.id == outing.prison }.map { ($0.name, $0.standing) }),
            (.relay, relay.map { [($0.name, $0.standing)] } ?? []),
        ])
    }

    /// Of several, those of one standing by name where not all have it.
    private mutating func add(_ named: [Named], _ kind: Kind) {
        let (one, all) = kind.words
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
