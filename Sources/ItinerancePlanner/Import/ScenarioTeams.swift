import GeoModel
import RoundPlan
import Yams

/// The teams of a service: one in the short form `vehicule`, `equipe`, `depot`, or a list under `equipages`.
extension ScenarioReader {
    private static let teamKeys = ["vehicule", "equipe", "depot"]

    /// Vans, crews and services met so far, each with the service it stands in.
    struct Used {
        fileprivate var services: [String: [String: Int]] = [:]

        /// The service that had it first; `nil` where it is new.
        mutating func note(_ key: String, _ value: String, service: Int) -> Int? {
            if let first = services[key]?[value] { return first }
            services[key, default: [:]][value] = service
            return nil
        }
    }

    /// `nil` where any team is wrong.
    mutating func teams(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents, service: Int, _ used: inout Used
    ) -> [Team]? {
        guard let node = mapping[Node("equipages")] else {
            return team(mapping, item, contents, service: service, &used).map { [$0] }
        }
        for key in Self.teamKeys {
            guard let twice = mapping[Node(key)] else { continue }
            report(ScenarioWords.teamsTwice(key), at: twice, key: key)
        }
        guard let items = node.sequence, !items.isEmpty else {
            report(ScenarioWords.noTeams, at: node, key: "equipages")
            return nil
        }
        let teams = items.compactMap { item -> Team? in
            guard let mapping = item.mapping else {
                report(ScenarioWords.teamNotAMapping, at: item, key: "equipages")
                return nil
            }
            checkKeys(mapping, Self.teamKeys)
            return team(mapping, item, contents, service: service, &used)
        }
        return teams.count == items.count ? teams : nil
    }

    private mutating func team(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryContents, service: Int, _ used: inout Used
    ) -> Team? {
        let depot = reference(mapping, item, "depot", contents.territory.depots.map(\.id), "depots.csv")
        let van = reference(mapping, item, "vehicule", contents.vans.map(\.id), "vehicules.csv")
        let crew = reference(mapping, item, "equipe", Set(contents.staff.map(\.crew)).sorted(), "personnel.csv")
        for (key, value) in [("vehicule", van), ("equipe", crew)] {
            guard let value, let first = used.note(key, value, service: service) else { continue }
            report(
                first == service ? ScenarioWords.inTwoTeams(key, value) : ErrorWords.usedTwice(key, value),
                at: mapping[Node(key)], key: key)
        }
        guard let depot, let van, let crew else { return nil }
        return Team(van: van, crew: crew, depot: depot)
    }

    mutating func reference(
        _ mapping: Node.Mapping, _ item: Node, _ key: String, _ known: [String], _ file: String
    ) -> String? {
        guard let value = requiredScalar(mapping, key, in: item) else { return nil }
        guard !known.contains(value) else { return value }
        if !findings.hasErrors(in: file), !findings.hasErrors(in: TableKind.communes.fileName) {
            report(
                ErrorWords.unknownReference(value, file, near: NearestNames.of(value, among: known)),
                at: mapping[Node(key)], key: key)
        }
        return nil
    }
}
