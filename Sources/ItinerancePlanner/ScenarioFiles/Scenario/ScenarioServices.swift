import FileAccess
import GeoModel
import PlanningModel
import TabularData
import Yams

/// The services of a scenario file: territory, teams, weight and commitments of each.
extension ScenarioReader {
    private static let serviceKeys = [
        "id", "nom", "type", "epci", "communes", "departement", "depot", "vehicule", "equipe", "equipages", "poids",
        "forcer", "exclure", "planchers", "budgets", "epingles", "cycle_precedent", "seances", "tarif", "ages",
        "partenaires",
    ]

    package mutating func services(
        _ root: Node.Mapping, _ contents: TerritoryContents, _ parameters: Parameters, firstMonday: CivilDate?
    ) -> [Service] {
        guard let node = root[Node("services")] else {
            findings.add(.yaml(.missingKey("services")), file: name, line: 1, column: "services")
            return []
        }
        guard let items = node.sequence, !items.isEmpty else {
            report(.scenario(.noServices), at: node, key: "services")
            return []
        }
        var used = Used()
        return items.compactMap { item -> Service? in
            guard let mapping = item.mapping else {
                report(.yaml(.notAMapping), at: item, key: "services")
                return nil
            }
            let parts = ServiceParts(contents: contents, parameters: parameters, firstMonday: firstMonday)
            return service(mapping, item, parts, &used)
        }
    }

    private struct ServiceParts {
        var contents: TerritoryContents
        var parameters: Parameters
        var firstMonday: CivilDate?
    }

    private mutating func service(
        _ mapping: Node.Mapping, _ item: Node, _ parts: ServiceParts, _ used: inout Used
    ) -> Service? {
        let contents = parts.contents
        checkKeys(mapping, Self.serviceKeys)
        let id = requiredScalar(mapping, "id", in: item)
        if let id, !used.isNew(id) {
            report(.scenario(.idTwice(id)), at: mapping[Node("id")], key: "id")
        }
        let kindWord = requiredScalar(mapping, "type", in: item)
        let kind = kindWord.flatMap(ServiceKind.init(word:))
        if let kindWord, kind == nil {
            report(
                .cell(.notAllowed(kindWord, ServiceKind.words)), at: mapping[Node("type")],
                key: "type")
        }
        let teams = teams(mapping, item, contents, parts.parameters, &used)
        let communes = communes(mapping, item, contents.territory)
        let factor = factor(mapping)
        let codes = Set(contents.territory.communes.map(\.code))
        let forcedIn = known(list(mapping, "forcer"), codes, contents.territory, "forcer")
        let forcedOut = known(list(mapping, "exclure"), codes, contents.territory, "exclure")
        let floors = floors(mapping)
        let budgets = budgets(mapping)
        let pins = pins(
            mapping, contents.territory, communes: communes ?? [], teams: teams, parts.parameters,
            firstMonday: parts.firstMonday)
        let former = formerStops(
            mapping, service: id, contents.territory, parts.parameters, firstMonday: parts.firstMonday)
        let programme = programme(mapping, contents.territory, parts.parameters)
        let charge = charge(mapping)
        let ages = ages(mapping)
        let partners = partners(mapping, contents.territory)
        guard let id, let kind, let teams, let communes, let factor else { return nil }
        return Service(
            id: id, name: scalar(mapping, "nom") ?? id, kind: kind, communes: communes, teams: teams, factor: factor,
            forcedIn: forcedIn, forcedOut: forcedOut, floors: floors, budgets: budgets, pins: pins,
            formerStops: former, programme: programme, charge: charge, ages: ages, partners: partners)
    }

    private mutating func factor(_ mapping: Node.Mapping) -> Double? {
        guard let text = scalar(mapping, "poids") else { return 1 }
        let node = mapping[Node("poids")]
        guard let value = FrenchDecimal.value(text), value.isFinite else {
            report(.cell(.notANumber(text)), at: node, key: "poids")
            return nil
        }
        guard value > 0, value <= 1000 else {
            report(
                value < 0 ? .cell(.negative(text)) : .cell(.outOfRange(text, 0.001...1000)), at: node,
                key: "poids")
            return nil
        }
        return value
    }

    package mutating func known(
        _ items: [(text: String, node: Node)], _ codes: Set<String>, _ territory: Territory, _ key: String
    ) -> [String] {
        items.compactMap { item in
            if codes.contains(item.text) { return item.text }
            guard !codes.isEmpty else { return nil }
            let near = NearestNames.of(item.text, among: codes.sorted()).map {
                $0 + " " + (territory.commune($0)?.name ?? "")
            }
            report(.territory(.unknownCommune(item.text, near: near)), at: item.node, key: key)
            return nil
        }
    }

    private mutating func communes(_ mapping: Node.Mapping, _ item: Node, _ territory: Territory) -> [String]? {
        let given = ["epci", "communes", "departement"].filter { mapping[Node($0)] != nil }
        guard !given.isEmpty else {
            findings.add(.scenario(.noTerritory), file: name, line: item.mark?.line, column: "epci")
            return nil
        }
        let before = findings.errorCount
        var codes: Set<String> = []
        if let word = scalar(mapping, "departement") {
            if word != "oui" {
                report(.cell(.notAllowed(word, ["oui"])), at: mapping[Node("departement")], key: "departement")
            }
            codes.formUnion(territory.communes.map(\.code))
        }
        for epci in list(mapping, "epci") {
            guard territory.epcis.contains(where: { $0.code == epci.text }) else {
                guard !territory.epcis.isEmpty else { continue }
                report(
                    .territory(.unknownEpci(epci.text, near: Self.nearEpcis(epci.text, territory))), at: epci.node,
                    key: "epci")
                continue
            }
            let own = territory.communes.filter { $0.epci == epci.text }.map(\.code)
            if own.isEmpty, !territory.communes.isEmpty {
                report(.scenario(.epciWithoutCommunes(epci.text)), at: epci.node, key: "epci")
            }
            codes.formUnion(own)
        }
        codes.formUnion(
            known(list(mapping, "communes"), Set(territory.communes.map(\.code)), territory, "communes"))
        guard !codes.isEmpty else {
            // Where a name of it is wrong, that is said already; without communes or EPCI at all, their table has its fault.
            let lacksTable =
                territory.communes.isEmpty || territory.epcis.isEmpty && !list(mapping, "epci").isEmpty
            if findings.errorCount == before, !lacksTable || findings.errorCount == 0 {
                report(.scenario(.emptyTerritory), at: given.first.flatMap { mapping[Node($0)] }, key: given[0])
            }
            return nil
        }
        return codes.sorted()
    }

    /// EPCI of a near code or name, as `code name`.
    private static func nearEpcis(_ text: String, _ territory: Territory) -> [String] {
        let names = territory.epcis.map { $0.code + " " + $0.name }
        let byCode = NearestNames.of(text, among: territory.epcis.map(\.code))
        let byName = NearestNames.of(text, among: territory.epcis.map(\.name))
        return names.filter { name in
            byCode.contains { name.hasPrefix($0 + " ") } || byName.contains { name.hasSuffix(" " + $0) }
        }
    }
}
