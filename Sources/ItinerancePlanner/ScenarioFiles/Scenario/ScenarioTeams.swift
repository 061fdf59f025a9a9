import FileAccess
import GeoModel
import PlanningModel
import TabularData
import Yams

/// The teams of a service: one in the short form `vehicule`, `equipe`, `depot`, or a list under `equipages`.
extension ScenarioReader {
    private static let teamKeys = ["vehicule", "equipe", "depot"]
    private static let sharingKeys = ["jours", "heures"]

    /// Identifiers of services and teams met so far.
    package struct Used {
        private var ids: Set<String> = []
        fileprivate var teams: [Team] = []

        /// Whether no service had it before.
        package mutating func isNew(_ id: String) -> Bool { ids.insert(id).inserted }
    }

    /// `nil` where any team is wrong.
    package mutating func teams(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents, _ parameters: Parameters,
        _ used: inout Used
    ) -> [Team]? {
        guard let node = mapping[Node("equipages")] else {
            return team(mapping, item, contents, parameters, beside: [], &used).map { [$0] }
        }
        for key in Self.teamKeys {
            guard let twice = mapping[Node(key)] else { continue }
            report(.team(.twoForms(key)), at: twice, key: key)
        }
        guard let items = node.sequence, !items.isEmpty else {
            report(.team(.noTeams), at: node, key: "equipages")
            return nil
        }
        let first = used.teams.count
        let teams = items.compactMap { item -> Team? in
            guard let mapping = item.mapping else {
                report(.team(.notAMapping), at: item, key: "equipages")
                return nil
            }
            checkKeys(mapping, Self.teamKeys + Self.sharingKeys)
            return team(mapping, item, contents, parameters, beside: used.teams[first...].map(\.crew), &used)
        }
        return teams.count == items.count ? teams : nil
    }

    private mutating func team(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents, _ parameters: Parameters,
        beside crews: [String], _ used: inout Used
    ) -> Team? {
        let depot = reference(mapping, item, "depot", contents.territory.depots.map(\.id), "depots.csv")
        let van = reference(mapping, item, "vehicule", contents.vans.map(\.id), "vehicules.csv")
        let crew = reference(mapping, item, "equipe", Set(contents.staff.map(\.crew)).sorted(), "personnel.csv")
        // In the short form the service's own key `jours` does not exist: only a list says when each team works.
        let isListed = mapping[Node("id")] == nil
        let days = isListed ? weekdays(mapping, parameters) : nil
        let hours = isListed ? weeklyHours(mapping) : nil
        if let van, used.teams.contains(where: { $0.van == van && !$0.isApart(from: days) }) {
            report(.team(.shared("vehicule", van)), at: mapping[Node("vehicule")], key: "vehicule")
        }
        if let crew {
            let others = used.teams.filter { $0.crew == crew }
            if crews.contains(crew) {
                report(.team(.crewTwice(crew)), at: mapping[Node("equipe")], key: "equipe")
            } else if others.contains(where: { !$0.isApart(from: days) }) {
                report(.team(.shared("equipe", crew)), at: mapping[Node("equipe")], key: "equipe")
            }
            let stated = (others.compactMap(\.weeklyHours) + [hours].compactMap { $0 }).reduce(.zero, +)
            let contract = contents.staff.filter { $0.crew == crew }.map(\.weeklyHours).min()
            if hours != nil, let contract, stated > min(contract, parameters.referenceWeek) {
                report(
                    .team(.tooManyHours(crew, stated, most: min(contract, parameters.referenceWeek))),
                    at: mapping[Node("heures")], key: "heures")
            }
        }
        guard let depot, let van, let crew else { return nil }
        let team = Team(van: van, crew: crew, depot: depot, weekdays: days, weeklyHours: hours)
        used.teams.append(team)
        return team
    }

    private mutating func weeklyHours(_ mapping: Node.Mapping) -> Minutes? {
        guard let text = scalar(mapping, "heures") else { return nil }
        guard let hours = FrenchDecimal.value(text), (1...48).contains(hours) else {
            report(.team(.badHours(text)), at: mapping[Node("heures")], key: "heures")
            return nil
        }
        return Minutes(Int((60 * hours).rounded()))
    }

    package mutating func reference(
        _ mapping: Node.Mapping, _ item: Node, _ key: String, _ known: [String], _ file: String
    ) -> String? {
        guard let value = requiredScalar(mapping, key, in: item) else { return nil }
        guard !known.contains(value) else { return value }
        if !findings.hasErrors(in: file), !findings.hasErrors(in: TableKind.communes.fileName) {
            report(
                .scenario(.unknownReference(value, .file(file), near: NearestNames.of(value, among: known))),
                at: mapping[Node(key)], key: key)
        }
        return nil
    }
}
