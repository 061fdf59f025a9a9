import Foundation
import GeoModel
import RoundPlan
import Yams

/// A scenario with the files it was read from.
struct LoadedScenario {
    var scenario: Scenario
    var sources: [SourceFile]
    var warnings: [Finding]
}

/// Reads a scenario file (YAML, French keys) and the folder of CSV files it names.
struct ScenarioReader {
    private let name: String
    private let url: URL
    private var findings = Findings()

    private static let topKeys = ["nom", "donnees", "premier_lundi", "services", "parametres"]
    private static let serviceKeys = [
        "id", "nom", "type", "epci", "communes", "departement", "depot", "vehicule", "equipe", "poids", "forcer",
        "exclure",
    ]

    private init(path: String) {
        name = path
        url = URL(fileURLWithPath: path)
    }

    /// - Throws: `InputFailure` with all that is wrong.
    static func read(_ path: String) throws -> LoadedScenario {
        var reader = ScenarioReader(path: path)
        return try reader.read()
    }

    private mutating func read() throws -> LoadedScenario {
        let input = try InputFile(url, named: name)
        guard let text = input.text(&findings) else { throw InputFailure(findings: findings.all) }
        let root = try mapping(text)
        checkKeys(root, Self.topKeys)
        let folderName = scalar(root, "donnees") ?? "."
        let folder = URL(fileURLWithPath: folderName, relativeTo: url.deletingLastPathComponent())
        let shownFolder = shown(folderName)
        var territory = TerritoryReader(folder: folder, named: shownFolder)
        let contents = try territory.read(&findings)
        let parameters = parameters(root)
        let firstMonday = firstMonday(root)
        let services = services(root, contents)
        checkConsistency(parameters, root)
        try findings.throwIfErrors()
        let scenario = Scenario(
            name: scalar(root, "nom") ?? url.deletingPathExtension().lastPathComponent,
            firstMonday: firstMonday ?? CivilDate(dayNumber: 4), territory: contents.territory, services: services,
            vans: contents.vans.filter { van in services.contains { $0.van == van.id } },
            staff: contents.staff.filter { person in services.contains { $0.crew == person.crew } },
            calendar: contents.calendar, parameters: parameters)
        let file = SourceFile(name: url.lastPathComponent, sha256: input.source.sha256)
        return LoadedScenario(scenario: scenario, sources: [file] + contents.sources, warnings: findings.warnings)
    }

    /// The data folder as the user would name it from where the program runs.
    private func shown(_ folder: String) -> String {
        let base = (name as NSString).deletingLastPathComponent
        if folder == "." { return base.isEmpty ? "." : base }
        return folder.hasPrefix("/") || base.isEmpty ? folder : base + "/" + folder
    }

    // MARK: YAML

    private mutating func mapping(_ text: String) throws -> Node.Mapping {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                findings.add(ErrorWords.fileEmpty, file: name)
                throw InputFailure(findings: findings.all)
            }
            guard let mapping = node.mapping else {
                findings.add(ErrorWords.notAMapping, file: name, line: node.mark?.line)
                throw InputFailure(findings: findings.all)
            }
            return mapping
        } catch let error as YamlError {
            let place = Self.place(of: error)
            findings.add(ErrorWords.brokenYaml(place.problem), file: name, line: place.line, column: place.column)
            throw InputFailure(findings: findings.all)
        }
    }

    private static func place(of error: YamlError) -> (line: Int?, column: String?, problem: ErrorWords.YamlProblem) {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            (mark.line, String(mark.column), .syntax)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, nil, .duplicateKeys(duplicates.sorted()))
        default: (nil, nil, .syntax)
        }
    }

    private mutating func report(_ message: String, at node: Node?, key: String? = nil) {
        findings.add(message, file: name, line: node?.mark?.line, column: key ?? node?.mark.map { String($0.column) })
    }

    private mutating func checkKeys(_ mapping: Node.Mapping, _ allowed: [String]) {
        for (key, _) in mapping {
            guard let word = key.string, !allowed.contains(word) else { continue }
            report(ErrorWords.unknownKey(word, near: NearestNames.of(word, among: allowed, count: 1), allowed), at: key)
        }
    }

    private func scalar(_ mapping: Node.Mapping, _ key: String) -> String? { mapping[Node(key)]?.scalar?.string }

    private mutating func requiredScalar(_ mapping: Node.Mapping, _ key: String, in parent: Node?) -> String? {
        guard let node = mapping[Node(key)] else {
            findings.add(
                ErrorWords.missingKey(key), file: name, line: parent?.mark?.line ?? mapping.mark?.line, column: key)
            return nil
        }
        guard let text = node.scalar?.string, !text.isEmpty else {
            report(ErrorWords.emptyCell, at: node, key: key)
            return nil
        }
        return text
    }

    private mutating func list(_ mapping: Node.Mapping, _ key: String) -> [(text: String, node: Node)] {
        guard let node = mapping[Node(key)] else { return [] }
        guard let items = node.sequence else {
            report(ErrorWords.notAList(key), at: node, key: key)
            return []
        }
        return items.compactMap { item in
            guard let text = item.scalar?.string else {
                report(ErrorWords.notAList(key), at: item, key: key)
                return nil
            }
            return (text, item)
        }
    }

    // MARK: Contents

    private mutating func firstMonday(_ root: Node.Mapping) -> CivilDate? {
        guard let text = requiredScalar(root, "premier_lundi", in: nil) else { return nil }
        let node = root[Node("premier_lundi")]
        guard let date = CivilDate(iso: text) else {
            report(ErrorWords.badDate(text), at: node, key: "premier_lundi")
            return nil
        }
        guard date.weekday == .monday else {
            report(ErrorWords.notAMonday(date), at: node, key: "premier_lundi")
            return nil
        }
        return date
    }

    private mutating func parameters(_ root: Node.Mapping) -> Parameters {
        var parameters = Parameters()
        guard let node = root[Node("parametres")] else { return parameters }
        guard let mapping = node.mapping else {
            if node.scalar?.string.isEmpty != true { report(ErrorWords.notAMapping, at: node, key: "parametres") }
            return parameters
        }
        let keys = ParameterCatalogue.entries.map(\.key)
        checkKeys(mapping, keys)
        if let profile = scalar(mapping, "profil").flatMap(WorkProfile.init(rawValue:)) { parameters.apply(profile) }
        for entry in ParameterCatalogue.entries {
            guard let value = mapping[Node(entry.key)] else { continue }
            if entry.profileBound, parameters.profile != .custom {
                report(ErrorWords.profileBound(entry.key), at: value, key: entry.key)
                continue
            }
            let text = value.sequence?.compactMap { $0.scalar?.string }.joined(separator: ",") ?? value.scalar?.string
            do {
                try entry.set(text ?? "", in: &parameters)
            } catch {
                report(ErrorWords.parameter(entry.key, text ?? "", error), at: value, key: entry.key)
            }
        }
        return parameters
    }

    /// What each parameter allows on its own may still contradict another.
    private mutating func checkConsistency(_ parameters: Parameters, _ root: Node.Mapping) {
        let node = root[Node("parametres")]
        func line(_ key: String) -> Node? { node?.mapping?[Node(key)] ?? node }
        if parameters.access.car.none <= parameters.access.car.full {
            report(ErrorWords.radii, at: line("acces_voiture_limite"), key: "acces_voiture_limite")
        }
        if parameters.access.foot.none <= parameters.access.foot.full {
            report(ErrorWords.radii, at: line("acces_pied_limite"), key: "acces_pied_limite")
        }
        if parameters.windowEnd - parameters.windowStart < parameters.sessionLength {
            report(ErrorWords.windowTooShort, at: line("ouverture_fin"), key: "ouverture_fin")
        }
        if parameters.lunchUntil - parameters.lunchFrom < parameters.lunch {
            report(ErrorWords.lunchTooShort, at: line("dejeuner_fin"), key: "dejeuner_fin")
        }
        if parameters.cadences.isEmpty {
            report(ErrorWords.noCadence, at: line("min_visites"), key: "min_visites")
        }
    }

    private mutating func services(_ root: Node.Mapping, _ contents: TerritoryReader.Contents) -> [Service] {
        guard let node = root[Node("services")] else {
            findings.add(ErrorWords.missingKey("services"), file: name, line: 1, column: "services")
            return []
        }
        guard let items = node.sequence, !items.isEmpty else {
            report(ErrorWords.noServices, at: node, key: "services")
            return []
        }
        var seen: [String: Set<String>] = [:]
        return items.compactMap { item -> Service? in
            guard let mapping = item.mapping else {
                report(ErrorWords.notAMapping, at: item, key: "services")
                return nil
            }
            let service = service(mapping, item, contents)
            for (key, value) in [("id", service?.id), ("vehicule", service?.van), ("equipe", service?.crew)] {
                guard let value else { continue }
                if !seen[key, default: []].insert(value).inserted {
                    report(ErrorWords.usedTwice(key, value), at: mapping[Node(key)], key: key)
                }
            }
            return service
        }
    }

    private mutating func service(
        _ mapping: Node.Mapping, _ item: Node, _ contents: TerritoryReader.Contents
    ) -> Service? {
        checkKeys(mapping, Self.serviceKeys)
        let id = requiredScalar(mapping, "id", in: item)
        let kindWord = requiredScalar(mapping, "type", in: item)
        let kind = kindWord.flatMap(ServiceKind.init(rawValue:))
        if let kindWord, kind == nil {
            report(
                ErrorWords.notAllowed(kindWord, ServiceKind.allCases.map(\.rawValue)), at: mapping[Node("type")],
                key: "type")
        }
        let depot = reference(mapping, item, "depot", contents.territory.depots.map(\.id), "depots.csv")
        let van = reference(mapping, item, "vehicule", contents.vans.map(\.id), "vehicules.csv")
        let crew = reference(mapping, item, "equipe", Set(contents.staff.map(\.crew)).sorted(), "personnel.csv")
        let communes = communes(mapping, item, contents.territory)
        let factor = factor(mapping)
        let codes = Set(contents.territory.communes.map(\.code))
        let forcedIn = known(list(mapping, "forcer"), codes, contents.territory, "forcer")
        let forcedOut = known(list(mapping, "exclure"), codes, contents.territory, "exclure")
        guard let id, let kind, let depot, let van, let crew, let communes, let factor else { return nil }
        return Service(
            id: id, name: scalar(mapping, "nom") ?? id, kind: kind, communes: communes, depot: depot, van: van,
            crew: crew, factor: factor, forcedIn: forcedIn, forcedOut: forcedOut)
    }

    private mutating func factor(_ mapping: Node.Mapping) -> Double? {
        guard let text = scalar(mapping, "poids") else { return 1 }
        let node = mapping[Node("poids")]
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
            report(ErrorWords.notANumber(text), at: node, key: "poids")
            return nil
        }
        guard value > 0, value <= 1000 else {
            report(
                value < 0 ? ErrorWords.negative(text) : ErrorWords.outOfRange(text, 0.001...1000), at: node,
                key: "poids")
            return nil
        }
        return value
    }

    private mutating func reference(
        _ mapping: Node.Mapping, _ item: Node, _ key: String, _ known: [String], _ file: String
    ) -> String? {
        guard let value = requiredScalar(mapping, key, in: item) else { return nil }
        guard !known.contains(value) else { return value }
        if !findings.hasErrors(in: file) {
            report(
                ErrorWords.unknownReference(value, file, near: NearestNames.of(value, among: known)),
                at: mapping[Node(key)], key: key)
        }
        return nil
    }

    private mutating func known(
        _ items: [(text: String, node: Node)], _ codes: Set<String>, _ territory: Territory, _ key: String
    ) -> [String] {
        items.compactMap { item in
            if codes.contains(item.text) { return item.text }
            guard !codes.isEmpty else { return nil }
            let near = NearestNames.of(item.text, among: codes.sorted()).map {
                $0 + " " + (territory.commune($0)?.name ?? "")
            }
            report(ErrorWords.unknownCommune(item.text, near: near), at: item.node, key: key)
            return nil
        }
    }

    private mutating func communes(_ mapping: Node.Mapping, _ item: Node, _ territory: Territory) -> [String]? {
        let given = ["epci", "communes", "departement"].filter { mapping[Node($0)] != nil }
        guard !given.isEmpty else {
            findings.add(ErrorWords.noTerritory, file: name, line: item.mark?.line, column: "epci")
            return nil
        }
        var codes: Set<String> = []
        if let word = scalar(mapping, "departement") {
            if word != "oui" {
                report(ErrorWords.notAllowed(word, ["oui"]), at: mapping[Node("departement")], key: "departement")
            }
            codes.formUnion(territory.communes.map(\.code))
        }
        for epci in list(mapping, "epci") {
            guard territory.epcis.contains(where: { $0.code == epci.text }) else {
                guard !territory.epcis.isEmpty else { continue }
                report(
                    ErrorWords.unknownEpci(epci.text, near: Self.nearEpcis(epci.text, territory)), at: epci.node,
                    key: "epci")
                continue
            }
            codes.formUnion(territory.communes.filter { $0.epci == epci.text }.map(\.code))
        }
        codes.formUnion(
            known(list(mapping, "communes"), Set(territory.communes.map(\.code)), territory, "communes"))
        return codes.isEmpty ? nil : codes.sorted()
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
