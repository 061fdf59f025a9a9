import FileAccess
import PlanningModel
import Yams

/// What a service owes and what it may spend: `planchers` and `budgets`.
extension ScenarioReader {
    package mutating func floors(_ mapping: Node.Mapping) -> Floors {
        var floors = Floors()
        guard let given = figures(mapping, "planchers", ["epci", "besoin_eleve", "moins_bien_servis"]) else {
            return floors
        }
        floors.everyEpci = figure(given, "epci", most: 1, ScenarioFault.notAShare)
        floors.highestNeed = figure(given, "besoin_eleve", most: 1, ScenarioFault.notAShare)
        floors.worstOff = figure(given, "moins_bien_servis", most: 1, ScenarioFault.notAShare)
        return floors
    }

    package mutating func budgets(_ mapping: Node.Mapping) -> Budgets {
        var budgets = Budgets()
        guard let given = figures(mapping, "budgets", ["km", "heures", "euros"]) else { return budgets }
        budgets.kilometres = figure(given, "km", most: 1e9, ScenarioFault.tooLarge)
        budgets.personHours = figure(given, "heures", most: 1e9, ScenarioFault.tooLarge)
        budgets.euros = figure(given, "euros", most: 1e9, ScenarioFault.tooLarge)
        return budgets
    }

    private mutating func figures(_ mapping: Node.Mapping, _ key: String, _ allowed: [String]) -> Node.Mapping? {
        guard let node = mapping[Node(key)] else { return nil }
        guard let given = node.mapping else {
            report(.yaml(.notAMapping), at: node, key: key)
            return nil
        }
        // `{epci: 0,05}` is a key `epci` and a key `05`.
        if given.contains(where: { $0.key.string.map { Int($0) != nil } ?? false }) {
            report(.scenario(.commaInBraces), at: node, key: key)
            return nil
        }
        checkKeys(given, allowed)
        return given
    }

    /// A number of at least 0, decimal comma or point; `nil` where it is not given, or wrong.
    private mutating func figure(
        _ mapping: Node.Mapping, _ key: String, most: Double, _ tooMuch: (String) -> ScenarioFault
    ) -> Double? {
        guard let node = mapping[Node(key)] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            report(.cell(.empty), at: node, key: key)
            return nil
        }
        guard let value = FrenchDecimal.value(text), value.isFinite else {
            report(.cell(.notANumber(text)), at: node, key: key)
            return nil
        }
        guard value >= 0, value <= most else {
            report(value < 0 ? .cell(.negative(text)) : .scenario(tooMuch(text)), at: node, key: key)
            return nil
        }
        return value
    }
}
