import GeoModel
import Yams

/// The fields of a pin that are crews, weeks and dates.
extension ScenarioReader {
    package mutating func crew(_ mapping: Node.Mapping, _ reading: PinReading) -> String? {
        guard let node = mapping[Node("equipe")] else { return nil }
        let text = node.scalar?.string ?? ""
        let known = Set(reading.teams.map(\.crew)).sorted()
        guard !known.isEmpty else { return nil }
        guard known.contains(text) else {
            report(.pin(.crewNotInService(text, known)), at: node, key: "equipe")
            return nil
        }
        return text
    }

    /// The key `semaines`; `nil` without it.
    package mutating func weeks(_ mapping: Node.Mapping, _ reading: PinReading) -> [Int]? {
        guard let node = mapping[Node("semaines")] else { return nil }
        let cycle = 1...reading.parameters.cycleWeeks
        let items = list(mapping, "semaines")
        guard !items.isEmpty else {
            if node.sequence?.isEmpty == true { report(.pin(.noWeek(cycle)), at: node, key: "semaines") }
            return nil
        }
        let weeks = items.compactMap { item -> Int? in
            guard let week = Int(item.text), cycle.contains(week) else {
                report(.pin(.noSuchWeek(item.text, cycle)), at: item.node, key: "semaines")
                return nil
            }
            return week
        }
        return Set(weeks).sorted()
    }

    /// The key `ordre`; `nil` without it.
    package mutating func order(_ mapping: Node.Mapping, _ reading: PinReading) -> Int? {
        guard let node = mapping[Node("ordre")] else { return nil }
        let parameters = reading.parameters
        let most = parameters.shortStops == .yes ? max(1, parameters.shortStopsPerHalfDay) : 1
        let text = node.scalar?.string ?? ""
        guard let order = Int(text), (1...most).contains(order) else {
            report(.pin(.noSuchOrder(text, most: most)), at: node, key: "ordre")
            return nil
        }
        return order
    }

    package mutating func date(_ mapping: Node.Mapping, _ key: String) -> CivilDate? {
        guard let text = scalar(mapping, key) else { return nil }
        guard let date = CivilDate(iso: text) else {
            report(.cell(.badDate(text)), at: mapping[Node(key)], key: key)
            return nil
        }
        return date
    }
}
