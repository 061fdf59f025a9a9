import Foundation
import Yams

extension ScenarioDocument {
    /// The text with one more pin of a service, behind the others; all else stays as it is, byte by byte.
    ///
    /// - Throws: `Refusal` where the file is written in a form in which that cannot be done for certain.
    package func adding(_ pin: PinText, to service: Int) throws -> ScenarioText {
        guard let item = self.service(service), let mapping = item.mapping, let first = mapping.first?.key,
            let start = offset(first)
        else { throw Refusal(reason: .form, line: nil) }
        var edited = text
        if let list = mapping[Node("epingles")] {
            let key = mapping.first { $0.key.string == "epingles" }?.key
            guard let begin = offset(list), let keyOffset = key.flatMap(offset), begin > keyOffset else {
                throw refusal(.alias, at: key)
            }
            if let flow = FlowCollection(text.scalars, at: begin) {
                flow.append(pin.braces, to: &edited)
            } else {
                guard let last = list.sequence?.last, let place = dash(of: last) else { throw refusal(.form, at: list) }
                edited.insertLines(pin.lines(dash: place.dash), after: lastLine(before: limit(list)))
            }
        } else {
            guard offset(item) == start else { throw refusal(.braces, at: item) }
            let lines = text.lines
            let column = start - (lines.last { $0.start <= start }?.start ?? 0)
            let indent = String(repeating: " ", count: column)
            edited.insertLines(
                [indent + "epingles:"] + pin.lines(dash: indent + "  - "), after: lastLine(before: limit(item)))
        }
        do {
            try prove(edited, service, at: mapping[Node("epingles")] ?? item) { pins in
                pins.count == self.pins(service).count + 1 && Array(pins.dropLast()) == self.pins(service)
                    && pins.last.map { Self.holds($0, pin) } == true
            }
        } catch let refusal as Refusal {
            throw refusal.reason == .form && hasAnchor(service)
                ? Refusal(reason: .alias, line: refusal.line) : refusal
        }
        return edited
    }

    /// Whether the list of pins has a name by which others may use it.
    private func hasAnchor(_ service: Int) -> Bool {
        guard let pair = self.service(service)?.mapping?.first(where: { $0.key.string == "epingles" }),
            let start = offset(pair.key), let end = pins(service).first.flatMap(offset), start < end
        else { return false }
        return text.scalars[start..<end].contains("&")
    }

    /// The line of a list item, by index, and what stands on it before the item: indent, dash, spaces.
    package func dash(of item: Node) -> (line: Int, dash: String)? {
        guard let start = offset(item) else { return nil }
        let lines = text.lines
        guard let line = lines.lastIndex(where: { $0.start <= start }) else { return nil }
        let before = text.text(lines[line].start..<start)
        let words = before.trimmingCharacters(in: .whitespaces)
        return words == "-" && before.hasSuffix(" ") ? (line, before) : nil
    }

    /// Reads the edited text again: its data are the old ones but for the pins, which are as wanted.
    ///
    /// - Throws: `Refusal`.
    package func prove(
        _ edited: ScenarioText, _ service: Int, at node: Node?, pins isWanted: ([Node]) -> Bool
    ) throws {
        guard edited.data != nil else { throw refusal(.encoding, at: node) }
        guard let new = try? ScenarioDocument(edited), isWanted(new.pins(service)),
            new.rest(besides: service) == rest(besides: service)
        else { throw refusal(.form, at: node) }
    }

    private static func holds(_ node: Node, _ pin: PinText) -> Bool {
        guard let mapping = node.mapping, mapping.count == pin.fields.count else { return false }
        return pin.fields.allSatisfy { field in
            let value = mapping[Node(field.key)]
            return field.isList
                ? value?.sequence?.map { $0.scalar?.string } == field.values
                : value?.scalar?.string == field.values.first
        }
    }
}
