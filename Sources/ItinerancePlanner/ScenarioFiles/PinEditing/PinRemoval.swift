import Foundation
import Yams

extension ScenarioDocument {
    /// The text without some pins of a service, or without some of their fields; all else stays as it is.
    ///
    /// - Parameter keys: fields to take away; a pin that asks for nothing without them goes as a whole. `nil` for all.
    /// - Throws: `Refusal`.
    package func removing(_ indices: [Int], keys: [String]?, from service: Int) throws -> ScenarioText {
        var wanted = pins(service)
        var document = self
        for index in indices.sorted(by: >) {
            guard let keys, let left = Self.pin(wanted[index], without: keys) else {
                wanted.remove(at: index)
                document = try ScenarioDocument(document.removingPin(index, service))
                continue
            }
            wanted[index] = left
            for key in keys where document.pins(service)[index].mapping?[Node(key)] != nil {
                document = try ScenarioDocument(document.removingField(key, index, service))
            }
        }
        try prove(document.text, service, at: self.service(service)) { $0 == wanted }
        return document.text
    }

    /// What is left of a pin; `nil` where it would ask for nothing.
    package static func pin(_ node: Node, without keys: [String]) -> Node? {
        guard var mapping = node.mapping else { return nil }
        for key in keys { mapping[Node(key)] = nil }
        return mapping.contains { PinReading.demands.contains($0.key.string ?? "") } ? .mapping(mapping) : nil
    }

    private func list(_ service: Int) throws -> (key: Node, value: Node) {
        guard let pair = self.service(service)?.mapping?.first(where: { $0.key.string == "epingles" }),
            let key = offset(pair.key), let value = offset(pair.value), value > key
        else { throw refusal(.alias, at: self.service(service)?.mapping?[Node("epingles")]) }
        return (pair.key, pair.value)
    }

    private func removingPin(_ index: Int, _ service: Int) throws -> ScenarioText {
        let (key, list) = try list(service)
        let pins = pins(service)
        var edited = text
        if let begin = offset(list), let flow = FlowCollection(text.scalars, at: begin) {
            guard flow.parts.count == pins.count else { throw refusal(.form, at: list) }
            flow.remove(index, from: &edited)
            return edited
        }
        guard let place = dash(of: pins[index]) else { throw refusal(.form, at: pins[index]) }
        edited.removeLines(place.line...lastLine(before: limit(pins[index])))
        guard pins.count == 1, let start = offset(key) else { return edited }
        // The key goes with its last pin, but where something else stands on its line.
        let lines = text.lines
        guard let line = lines.lastIndex(where: { $0.start <= start }) else { throw refusal(.form, at: key) }
        let words = text.text(lines[line].start..<lines[line].end)
        if words.trimmingCharacters(in: .whitespaces) == "epingles:" {
            edited.removeLines(line...line)
        } else {
            guard text.scalars.indices.contains(start + 8), text.text(start..<start + 9) == "epingles:" else {
                throw refusal(.form, at: key)
            }
            edited.insert(" []", at: start + 9)
        }
        return edited
    }

    private func removingField(_ key: String, _ index: Int, _ service: Int) throws -> ScenarioText {
        _ = try list(service)
        let pin = pins(service)[index]
        guard let mapping = pin.mapping, let position = mapping.firstIndex(where: { $0.key.string == key }),
            let start = offset(mapping[position].key), let begin = offset(pin)
        else { throw refusal(.form, at: pin) }
        var edited = text
        let number = mapping.distance(from: mapping.startIndex, to: position)
        if begin != start || number > 0, let flow = FlowCollection(text.scalars, at: begin) {
            guard flow.parts.count == mapping.count else { throw refusal(.form, at: pin) }
            flow.remove(number, from: &edited)
            return edited
        }
        let lines = text.lines
        guard let line = lines.lastIndex(where: { $0.start <= start }) else { throw refusal(.form, at: pin) }
        let before = text.text(lines[line].start..<start).trimmingCharacters(in: .whitespaces)
        if before.isEmpty {
            let next = mapping.index(after: position)
            let end = next < mapping.endIndex ? offset(mapping[next].key) : limit(pin)
            guard let end else { throw refusal(.form, at: pin) }
            edited.removeLines(line...lastLine(before: end))
        } else {
            // On the line of the dash: the next key takes its place.
            let next = mapping.index(after: position)
            guard next < mapping.endIndex, let end = offset(mapping[next].key) else { throw refusal(.form, at: pin) }
            edited.remove(start..<end)
        }
        return edited
    }
}
