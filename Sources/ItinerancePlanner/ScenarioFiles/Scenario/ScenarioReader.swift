import FileAccess
import Foundation
import GeoModel
import PlanningModel
import Yams

/// A scenario with the files it was read from.
package struct LoadedScenario {
    package var scenario: Scenario
    package var sources: [SourceFile]
    package var warnings: [Finding]
    /// For maps only.
    package var contours = Contours()
    /// Where the data lie, when that is a store.
    package var store: URL?
}

/// Reads a scenario file (YAML, French keys) and the folder of CSV files it names.
package struct ScenarioReader {
    package let name: String
    package let url: URL
    package var findings = Findings()
    /// Plans that services go on from.
    package var otherSources: [SourceFile] = []
    /// What an earlier reading of the same file found, and what this one finds.
    package var readOnce: ReadOnce?

    private static let topKeys =
        ["nom", "donnees", "premier_lundi", "services", "parametres", "trajets", "durees_apprises", "bureau"]
        + FixedTimesReading.keys

    package init(path: String, readOnce: ReadOnce? = nil) {
        name = path
        url = URL(fileURLWithPath: path)
        self.readOnce = readOnce
    }

    /// - Parameters:
    ///   - contents: what the file is to hold, where it is not read from there.
    ///   - withTravel: false leaves the files of the keys `trajets` and `durees_apprises` aside, which need not exist then.
    /// - Throws: `InputFailure` with all that is wrong.
    package static func read(_ path: String, contents: Data? = nil, withTravel: Bool = true) throws -> LoadedScenario {
        try ParsedScenario(path, contents: contents).read(withTravel: withTravel)
    }

    /// - Parameter sha256: of the file that the root was read from, before any change.
    package mutating func read(_ root: Node.Mapping, sha256: String, withTravel: Bool = true) throws -> LoadedScenario {
        checkKeys(root, Self.topKeys)
        checkPersonalData(root)
        let folderName = scalar(root, "donnees") ?? "."
        let folder = URL(fileURLWithPath: folderName, relativeTo: url.deletingLastPathComponent())
        let contents = try readOnce?.contents ?? TerritorySource.read(folder, named: shown(folderName), &findings)
        if readOnce == nil { readOnce = ReadOnce(contents: contents) }
        let parameters = parameters(root)
        let firstMonday = firstMonday(root)
        let services = services(root, contents, parameters, firstMonday: firstMonday)
        let fixed = fixedTimes(root, contents, parameters, besides: services)
        let office = office(root)
        checkConsistency(parameters, root)
        try findings.throwIfErrors()
        var scenario = Scenario(
            name: scalar(root, "nom") ?? url.deletingPathExtension().lastPathComponent,
            firstMonday: firstMonday ?? CivilDate(dayNumber: 4), territory: contents.territory, services: services,
            vans: contents.vans.filter { van in
                services.contains { $0.teams.contains { $0.van == van.id } }
                    || fixed.relays.contains { $0.team.van == van.id }
            },
            staff: contents.staff.filter { person in
                services.contains { $0.teams.contains { $0.crew == person.crew } } || fixed.crews.contains(person.crew)
            },
            calendar: contents.calendar, parameters: parameters, listening: fixed.listening,
            prisonRelays: fixed.relays, centres: fixed.centres, absences: contents.absences, calls: contents.calls,
            publishedOn: fixed.publishedOn, office: office)
        var sources =
            [SourceFile(name: url.lastPathComponent, sha256: sha256)] + contents.sources
            + otherSources
        if withTravel, let file = try travelMatrix(root, into: &scenario) { sources.append(file) }
        if withTravel, let file = try learnedLegs(root, into: &scenario) { sources.append(file) }
        try findings.throwIfErrors()
        return LoadedScenario(
            scenario: scenario, sources: sources, warnings: findings.warnings, contours: contents.contours,
            store: TerritorySource.isStore(folder) ? folder : nil)
    }

    /// The data folder as the user would name it from where the program runs.
    package func shown(_ folder: String) -> String {
        let base = (name as NSString).deletingLastPathComponent
        if folder == "." { return base.isEmpty ? "." : base }
        return folder.hasPrefix("/") || base.isEmpty ? folder : base + "/" + folder
    }

    // MARK: YAML

    /// Parts that are named again, at most: parts that name others that name others grow fast.
    private static let aliasLimit = 30

    package mutating func mapping(_ text: String) throws -> Node.Mapping {
        guard text.matches(of: /(?:^|[\s,\[\{:\-?])\*[^\s*]/).count <= Self.aliasLimit else {
            findings.add(.yaml(.tooManyAliases(limit: Self.aliasLimit)), file: name)
            throw InputFailure(findings: findings.all)
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                findings.add(.file(.empty), file: name)
                throw InputFailure(findings: findings.all)
            }
            guard let mapping = node.mapping else {
                findings.add(.yaml(.notAMapping), file: name, line: node.mark?.line)
                throw InputFailure(findings: findings.all)
            }
            return mapping
        } catch let error as YamlError {
            let place = Self.place(of: error)
            findings.add(.yaml(place.fault), file: name, line: place.line, column: place.column)
            throw InputFailure(findings: findings.all)
        }
    }

    private static func place(of error: YamlError) -> (line: Int?, column: String?, fault: YamlFault) {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            (mark.line, String(mark.column), .syntax)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, nil, .duplicateKeys(duplicates.sorted()))
        default: (nil, nil, .syntax)
        }
    }

    package mutating func report(_ fault: InputFault, at node: Node?, key: String? = nil) {
        findings.add(fault, file: name, line: node?.mark?.line, column: key ?? node?.mark.map { String($0.column) })
    }

    package mutating func checkKeys(_ mapping: Node.Mapping, _ allowed: [String]) {
        for (key, _) in mapping {
            guard let word = key.string, !allowed.contains(word) else { continue }
            report(.yaml(.unknownKey(word, near: NearestNames.of(word, among: allowed, count: 1), allowed)), at: key)
        }
    }

    package func scalar(_ mapping: Node.Mapping, _ key: String) -> String? { mapping[Node(key)]?.scalar?.string }

    package mutating func requiredScalar(_ mapping: Node.Mapping, _ key: String, in parent: Node?) -> String? {
        guard let node = mapping[Node(key)] else {
            findings.add(
                .yaml(.missingKey(key)), file: name, line: parent?.mark?.line ?? mapping.mark?.line, column: key)
            return nil
        }
        guard let text = node.scalar?.string, !text.isEmpty else {
            report(.cell(.empty), at: node, key: key)
            return nil
        }
        return text
    }

    package mutating func list(_ mapping: Node.Mapping, _ key: String) -> [(text: String, node: Node)] {
        guard let node = mapping[Node(key)] else { return [] }
        guard let items = node.sequence else {
            report(.yaml(.notAList(key)), at: node, key: key)
            return []
        }
        return items.compactMap { item in
            guard let text = item.scalar?.string else {
                report(.yaml(.notAList(key)), at: item, key: key)
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
            report(.cell(.badDate(text)), at: node, key: "premier_lundi")
            return nil
        }
        guard date.weekday == .monday else {
            report(.cell(.notAMonday(date)), at: node, key: "premier_lundi")
            return nil
        }
        return date
    }

    private mutating func parameters(_ root: Node.Mapping) -> Parameters {
        var parameters = Parameters()
        guard let node = root[Node("parametres")] else { return parameters }
        guard let mapping = node.mapping else {
            if node.scalar?.string.isEmpty != true { report(.yaml(.notAMapping), at: node, key: "parametres") }
            return parameters
        }
        let keys = ParameterCatalogue.entries.map(\.key)
        checkKeys(mapping, keys)
        if let profile = scalar(mapping, "profil").flatMap(WorkProfile.init(word:)) { parameters.apply(profile) }
        for entry in ParameterCatalogue.entries {
            guard let value = mapping[Node(entry.key)] else { continue }
            if entry.profileBound, parameters.profile != .custom {
                report(.scenario(.profileBound(entry.key)), at: value, key: entry.key)
                continue
            }
            let text = value.sequence?.compactMap { $0.scalar?.string }.joined(separator: ",") ?? value.scalar?.string
            do {
                try entry.set(text ?? "", in: &parameters)
            } catch {
                report(.cell(.parameter(text ?? "", error)), at: value, key: entry.key)
            }
        }
        return parameters
    }

    /// What each parameter allows on its own may still contradict another.
    private mutating func checkConsistency(_ parameters: Parameters, _ root: Node.Mapping) {
        let node = root[Node("parametres")]
        func line(_ key: String) -> Node? { node?.mapping?[Node(key)] ?? node }
        if parameters.access.car.none <= parameters.access.car.full {
            report(.scenario(.radii), at: line("acces_voiture_limite"), key: "acces_voiture_limite")
        }
        if parameters.access.foot.none <= parameters.access.foot.full {
            report(.scenario(.radii), at: line("acces_pied_limite"), key: "acces_pied_limite")
        }
        if parameters.windowEnd - parameters.windowStart < parameters.sessionLength {
            report(.scenario(.windowTooShort), at: line("ouverture_fin"), key: "ouverture_fin")
        }
        if parameters.lunchUntil - parameters.lunchFrom < parameters.lunch {
            report(.scenario(.lunchTooShort), at: line("dejeuner_fin"), key: "dejeuner_fin")
        }
        if parameters.need.dimensions.total <= 0 {
            report(.scenario(.noDimensionWeight), at: line("poids_fragilite"), key: "poids_fragilite")
        }
        if parameters.cadences.isEmpty {
            report(.scenario(.noCadence), at: line("min_visites"), key: "min_visites")
        }
    }
}
