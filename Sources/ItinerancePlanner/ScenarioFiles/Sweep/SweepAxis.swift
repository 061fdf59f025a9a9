import PlanningModel
import Yams

/// One axis of a grid: what it changes of a scenario file, and to which values.
package struct SweepAxis: Sendable {
    package enum Subject: Hashable, Sendable {
        /// Keys of `parametres` that change together.
        case parameters([String])
        /// A key of a service, or a key inside one: `poids`, `budgets` `km`.
        case service([String])
        /// Where the teams of a service start from.
        case depot
        /// How many teams a service has.
        case vans
    }

    /// Which way a change of the axis can only allow more plans, so that the best one is worth no less.
    package enum Loosening: Sendable { case rising, falling }

    package var name: String
    package var subject: Subject
    /// The service that it is about; `nil` for parameters.
    package var service: String?
    /// The only van whose depot changes; `nil` for all of the service.
    package var van: String?
    /// Teams that may join the service, in this order.
    package var reserve: [ParsedYaml<Node>] = []
    package var values: [SweepValue]

    /// Whether its values have an order, so that one step more means something.
    package var isOrdered: Bool {
        switch subject {
        case .parameters(let keys): keys.count == 1 && values.allSatisfy { $0.number != nil }
        case .service, .vans: true
        case .depot: false
        }
    }

    package var loosening: Loosening? {
        switch subject {
        case .service(let path) where path.first == "budgets": .rising
        case .service(let path) where path.first == "planchers": .falling
        case .parameters(["demi_journees_min"]), .parameters(["min_visites"]): .falling
        case .service, .parameters, .depot, .vans: nil
        }
    }

    /// Indices of the values in their order; as they stand where they have none.
    package var inOrder: [Int] {
        guard isOrdered else { return Array(values.indices) }
        return values.indices.sorted { rank(values[$0]) < rank(values[$1]) }
    }

    /// No budget is more than any, no floor less than any.
    private func rank(_ value: SweepValue) -> Double {
        value.number ?? (loosening == .falling ? -.infinity : .infinity)
    }
}

/// One value of an axis.
package struct SweepValue: Sendable {
    /// As it is shown and as it stands in files.
    package var text: String
    /// Its place on an axis; `nil` for `aucun` and for words.
    package var number: Double?
    /// One for each key that changes; none takes the key away.
    package var nodes: [ParsedYaml<Node>]
}

extension SweepAxis {
    /// The word that takes a budget or a floor away.
    package static let absent = "aucun"

    /// Parameters that make sense together only, by the name of their axis.
    package static let bundles: [(name: String, keys: [String])] = [
        ("ouverture", ["ouverture_debut", "ouverture_fin"]),
        ("acces_voiture", ["acces_voiture_plein", "acces_voiture_limite"]),
        ("acces_pied", ["acces_pied_plein", "acces_pied_limite"]),
        ("poids_besoin", ["poids_fragilite", "poids_eloignement", "poids_numerique", "poids_offre_absente"]),
    ]

    private static let inService: [[String]] = [
        ["budgets", "km"], ["budgets", "heures"], ["budgets", "euros"], ["planchers", "epci"],
        ["planchers", "besoin_eleve"], ["planchers", "moins_bien_servis"], ["poids"],
    ]

    /// Every word that names an axis.
    package static var words: [String] {
        ["depot", "vehicules"] + inService.map { $0.joined(separator: ".") } + bundles.map(\.name)
            + ParameterCatalogue.entries.map(\.key)
    }

    package static func subject(_ word: String) -> Subject? {
        if word == "depot" { return .depot }
        if word == "vehicules" { return .vans }
        if let path = inService.first(where: { $0.joined(separator: ".") == word }) { return .service(path) }
        if let bundle = bundles.first(where: { $0.name == word }) { return .parameters(bundle.keys) }
        return ParameterCatalogue.entries.contains { $0.key == word } ? .parameters([word]) : nil
    }
}

/// Several axes, each cell of their product a scenario.
package struct SweepGrid: Sendable {
    package var name: String
    package var axes: [SweepAxis]

    /// More cells are not begun.
    package static let mostCells = 2000

    /// `nil` beyond what can be counted.
    package var count: Int? {
        axes.reduce(Int?.some(1)) { product, axis in
            product.flatMap {
                let (count, overflow) = $0.multipliedReportingOverflow(by: axis.values.count)
                return overflow ? nil : count
            }
        }
    }

    /// The scenario as it is, then every choice of one value an axis, the last axis fastest.
    package var cells: [SweepCell] {
        var choices: [[Int]] = [[]]
        for axis in axes { choices = choices.flatMap { choice in axis.values.indices.map { choice + [$0] } } }
        return [SweepCell(choice: nil)] + choices.map { SweepCell(choice: $0) }
    }
}

/// One scenario of a grid.
package struct SweepCell: Hashable, Sendable {
    /// Index of the value on each axis; `nil` for the scenario as it is.
    package var choice: [Int]?

    /// What the scenario as it is is called among the cells.
    package static let baseName = "base"

    package func name(in grid: SweepGrid) -> String {
        guard let choice else { return Self.baseName }
        return zip(grid.axes, choice).map { "\($0.name) = \($0.values[$1].text)" }.joined(separator: ", ")
    }

    package init(choice: [Int]? = nil) {
        self.choice = choice
    }
}
