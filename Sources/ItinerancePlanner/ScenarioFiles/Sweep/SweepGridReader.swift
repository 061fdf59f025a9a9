import FileAccess
import Foundation
import PlanningModel
import Yams

/// A grid with the scenario that it varies.
package struct LoadedGrid: Sendable {
    package let path: String
    package let grid: SweepGrid
    package let open: OpenScenario

    /// - Throws: `InputFailure` with all that is wrong with this cell, told where the grid says it.
    package func read(_ cell: SweepCell) throws -> LoadedScenario {
        do { return try open.read { grid.apply(cell, to: &$0) } } catch let failure as InputFailure {
            throw InputFailure(
                findings: failure.findings.map { finding in
                    guard finding.file == open.path else { return finding }
                    if let own = SweepGridReader.inGrid(finding, path, after: open.lineCount) { return own }
                    return Finding(.inCell(cell.name(in: grid), finding.fault), file: path, column: finding.column)
                })
        }
    }
}

/// Reads a grid file: the scenario that it names, and its axes.
///
/// What a cell takes from the grid is read by the scenario's reader, among lines of the scenario. So that a finding tells where
/// it belongs, lines of the grid are counted on after the last line of the scenario.
package struct SweepGridReader {
    private static let topKeys = ["nom", "scenario", "axes"]
    private static let axisKeys = ["axe", "service", "vehicule", "renforts", "valeurs"]

    private let path: String
    private var reader: ScenarioReader
    private let open: OpenScenario

    /// - Throws: `InputFailure` with all that is wrong with the grid, or with the scenario.
    package static func read(_ path: String) throws -> LoadedGrid {
        var plain = ScenarioReader(path: path)
        guard let text = try InputFile(plain.url, named: path).text(&plain.findings) else {
            throw InputFailure(findings: plain.findings.all)
        }
        let root = try plain.mapping(text)
        plain.checkKeys(root, topKeys)
        let scenario = plain.requiredScalar(root, "scenario", in: nil)
        try plain.findings.throwIfErrors()
        let open = try OpenScenario(plain.shown(scenario ?? ""))
        var own = Self(path: path, reader: ScenarioReader(path: path), open: open)
        let shifted = try own.reader.mapping(String(repeating: "\n", count: open.lineCount) + text)
        let axes = own.axes(shifted)
        do { try own.reader.findings.throwIfErrors() } catch let failure as InputFailure {
            throw InputFailure(
                findings: failure.findings.map { inGrid($0, path, after: open.lineCount) ?? $0 })
        }
        let name = plain.scalar(root, "nom") ?? plain.url.deletingPathExtension().lastPathComponent
        return LoadedGrid(path: path, grid: SweepGrid(name: name, axes: axes), open: open)
    }

    /// A finding about a line of the grid, told there; `nil` for one of the scenario.
    package static func inGrid(_ finding: Finding, _ path: String, after lines: Int) -> Finding? {
        guard let line = finding.line, line > lines else { return nil }
        var own = finding
        own.file = path
        own.line = line - lines
        return own
    }

    private mutating func axes(_ root: Node.Mapping) -> [SweepAxis] {
        guard let node = root[Node("axes")] else {
            reader.findings.add(.yaml(.missingKey("axes")), file: path, line: 1, column: "axes")
            return []
        }
        guard let mapping = node.mapping, !mapping.isEmpty else {
            reader.report(.sweep(.noAxes), at: node, key: "axes")
            return []
        }
        var axes: [SweepAxis] = []
        for (key, value) in mapping {
            guard let axis = axis(key, value) else { continue }
            if let other = axes.first(where: { $0.overlaps(axis) }) {
                reader.report(.sweep(.sameSubject(axis.name, other.name)), at: key, key: axis.name)
            }
            axes.append(axis)
        }
        return axes
    }

    private mutating func axis(_ key: Node, _ node: Node) -> SweepAxis? {
        guard let name = key.string, !name.isEmpty else {
            reader.report(.sweep(.noAxes), at: key)
            return nil
        }
        let long = node.mapping
        if let long { reader.checkKeys(long, Self.axisKeys) }
        let word = long.flatMap { reader.scalar($0, "axe") } ?? name
        guard let subject = SweepAxis.subject(word) else {
            let near = NearestNames.of(word, among: SweepAxis.words)
            reader.report(.sweep(.unknownAxis(word, near: near)), at: long?[Node("axe")] ?? key, key: name)
            return nil
        }
        guard let list = long == nil ? node : long?[Node("valeurs")], let items = list.sequence, !items.isEmpty else {
            reader.report(.sweep(.noValues(name)), at: long?[Node("valeurs")] ?? node, key: name)
            return nil
        }
        var axis = SweepAxis(name: name, subject: subject, values: [])
        if case .parameters = subject {
        } else {
            guard let service = service(long, at: key, name) else { return nil }
            axis.service = service
        }
        guard readTeams(long, &axis) else { return nil }
        let errors = reader.findings.errorCount
        axis.values = items.compactMap { value($0, axis) }
        guard reader.findings.errorCount == errors else { return nil }
        for (index, item) in items.enumerated()
        where axis.values[..<index].contains(where: { $0.text == axis.values[index].text }) {
            reader.report(.sweep(.valueTwice(axis.values[index].text)), at: item, key: name)
        }
        return axis
    }

    /// The identifier of the service that an axis is about: the one it names, or the only one.
    private mutating func service(_ long: Node.Mapping?, at key: Node, _ axis: String) -> String? {
        let known = open.base.scenario.services.map(\.id)
        guard let long, let node = long[Node("service")] else {
            if known.count == 1 { return known[0] }
            reader.report(.sweep(.whichService(known)), at: key, key: axis)
            return nil
        }
        guard let word = node.scalar?.string, known.contains(word) else {
            let word = node.scalar?.string ?? ""
            reader.report(
                .sweep(.unknownService(word, near: NearestNames.of(word, among: known), known)), at: node,
                key: "service")
            return nil
        }
        return word
    }

    /// The keys `vehicule` and `renforts`; false where they are wrong.
    private mutating func readTeams(_ long: Node.Mapping?, _ axis: inout SweepAxis) -> Bool {
        guard let long else { return true }
        let errors = reader.findings.errorCount
        for (key, subject) in [("vehicule", SweepAxis.Subject.depot), ("renforts", .vans)] where axis.subject != subject
        {
            guard let node = long[Node(key)] else { continue }
            reader.report(.sweep(.notForAxis(key, axis.name)), at: node, key: key)
        }
        if let node = long[Node("vehicule")], axis.subject == .depot {
            let known = open.contents?.vans.map(\.id) ?? []
            let word = node.scalar?.string ?? ""
            if known.contains(word) {
                axis.van = word
            } else {
                reader.report(
                    .scenario(
                        .unknownReference(word, .file("vehicules.csv"), near: NearestNames.of(word, among: known))),
                    at: node, key: "vehicule")
            }
        }
        if let node = long[Node("renforts")], axis.subject == .vans {
            let items = node.sequence.map(Array.init) ?? []
            if items.isEmpty || items.contains(where: { $0.mapping == nil }) {
                reader.report(.sweep(.noReserve), at: node, key: "renforts")
            }
            axis.reserve = items.map { ParsedYaml(part: $0) }
        }
        return reader.findings.errorCount == errors
    }

    // MARK: Values

    private mutating func value(_ node: Node, _ axis: SweepAxis) -> SweepValue? {
        let parts = node.sequence.map(Array.init) ?? [node]
        let texts = parts.map { $0.scalar?.string ?? "" }
        guard !texts.isEmpty, texts.allSatisfy({ !$0.isEmpty }) else {
            reader.report(.sweep(.noValue(axis.name)), at: node, key: axis.name)
            return nil
        }
        var value = SweepValue(
            text: texts.joined(separator: axis.subject == .depot ? " + " : " / "), number: nil,
            nodes: parts.map { ParsedYaml(part: $0) })
        switch axis.subject {
        case .depot: return value
        case .vans:
            guard texts.count == 1, let count = Int(texts[0]), (1...most(axis)).contains(count) else {
                reader.report(.sweep(.badVans(texts[0], own(axis), axis.reserve.count)), at: node, key: axis.name)
                return nil
            }
            value.number = Double(count)
        case .service(let path):
            guard texts.count == 1 else {
                reader.report(.cell(.notANumber(value.text)), at: node, key: axis.name)
                return nil
            }
            if texts[0] == SweepAxis.absent, path.count > 1 {
                value.nodes = []
            } else if let number = Self.number(texts[0]) {
                value.number = number
            } else {
                reader.report(.cell(.notANumber(value.text)), at: node, key: axis.name)
                return nil
            }
        case .parameters(let keys):
            // A list is the value of one parameter, as of `jours`, or one value for each.
            if keys.count == 1 {
                value.nodes = [ParsedYaml(part: node)]
                value.number = number(texts, of: keys[0])
            } else if parts.count != keys.count {
                reader.report(.sweep(.severalValues(keys)), at: node, key: axis.name)
                return nil
            }
        }
        return value
    }

    private func own(_ axis: SweepAxis) -> Int {
        open.base.scenario.services.first { $0.id == axis.service }?.teams.count ?? 0
    }
    private func most(_ axis: SweepAxis) -> Int { max(1, own(axis) + axis.reserve.count) }

    private static func number(_ text: String) -> Double? {
        FrenchDecimal.value(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Minutes for a time of day; `nil` for what has no order.
    private func number(_ texts: [String], of key: String) -> Double? {
        guard texts.count == 1, let entry = ParameterCatalogue.entries.first(where: { $0.key == key }) else {
            return nil
        }
        switch entry.kind {
        case .number, .count, .duration, .hours: return Self.number(texts[0])
        case .timeOfDay: return ParameterEntry.minutes(texts[0]).map { Double($0.count) }
        case .choice, .weekdays, .lighterWeeks: return nil
        }
    }
}

extension SweepAxis {
    /// Whether two axes would change the same thing.
    fileprivate func overlaps(_ other: SweepAxis) -> Bool {
        switch (subject, other.subject) {
        case (.parameters(let own), .parameters(let their)): !Set(own).isDisjoint(with: their)
        case (.depot, .depot): service == other.service && (van == nil || other.van == nil || van == other.van)
        default: subject == other.subject && service == other.service
        }
    }
}
