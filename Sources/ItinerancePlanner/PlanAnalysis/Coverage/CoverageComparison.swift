import GeoModel
import PlanningModel

/// Several sets of places measured on the same communes, with the same people, travel times and parameters.
package struct CoverageComparison: Sendable {
    package struct Entry: Sendable {
        package var option: CoverageOption
        package var coverage: Coverage
        /// A, B, C…
        package var letter: String

        package init(option: CoverageOption, coverage: Coverage, letter: String) {
            self.option = option
            self.coverage = coverage
            self.letter = letter
        }
    }

    package var weight: CoverageWeight
    package var entries: [Entry]
    package var epciNames: [String: String]
    /// Communes left out because nobody knows how many people live there.
    package var withoutFigure: [Commune]
    package var parameters: CoverageParameters
    package var contours: Contours

    /// - Parameters:
    ///   - scenarios: of the things compared; the first gives travel, access and need parameters.
    ///   - options: what is compared, side by side.
    package init(
        _ options: [CoverageOption], scenarios: [Scenario], weight: CoverageWeight, contours: Contours = Contours()
    ) {
        self.weight = weight
        self.contours = contours
        var communes: [String: Commune] = [:]
        var all: [String: Commune] = [:]
        epciNames = [:]
        for scenario in scenarios {
            let served = Set(scenario.services.flatMap(\.communes))
            for commune in scenario.territory.communes {
                if all[commune.code] == nil { all[commune.code] = commune }
                if served.contains(commune.code), communes[commune.code] == nil { communes[commune.code] = commune }
            }
            for epci in scenario.territory.epcis where epciNames[epci.code] == nil { epciNames[epci.code] = epci.name }
        }
        let scope = communes.values.sorted { $0.code < $1.code }
        parameters = CoverageParameters()
        entries = []
        withoutFigure = []
        guard let first = scenarios.first else { return }
        parameters.access = first.parameters.access
        parameters.frequency = first.parameters.frequency
        let travel = BuiltInTravel(first.parameters.travel)
        let score = NeedScore(
            communes: scope, in: first.territory, parameters: first.parameters.need, travel: travel)
        let weights = Self.weights(weight, of: scope, first)
        var demand: [CoverageDemand] = []
        for (index, commune) in scope.enumerated() {
            if let figure = weights[index] {
                demand.append(
                    CoverageDemand(commune: commune, weight: figure, intensity: score.intensities[index].value))
            } else {
                withoutFigure.append(commune)
            }
        }
        let parameters = parameters
        entries = options.enumerated().map { index, option in
            let coverage = Coverage(demand, places: option.places, parameters) { commune, place in
                let stop = Place(id: place.id, name: place.name, commune: place.commune, position: place.position)
                return travel.familyLeg(from: commune, to: stop, in: all[place.commune] ?? commune)
            }
            return Entry(option: option, coverage: coverage, letter: PlanLetter.of(index))
        }
    }

    /// `nil` where the figure of a commune is not known.
    private static func weights(_ weight: CoverageWeight, of communes: [Commune], _ scenario: Scenario) -> [Double?] {
        switch weight {
        case .population: return communes.map { $0.population.map(Double.init) }
        case .families: return communes.map { ($0.families ?? $0.households).map(Double.init) }
        case .births: return communes.map { $0.births.map(Double.init) }
        case .points:
            var points: [String: Double] = [:]
            for needs in scenario.services.map(scenario.needs(of:)) {
                for (commune, weight) in zip(needs.communes, needs.weights) where weight.eligibility != .unknown {
                    points[commune.code, default: 0] += weight.points.points
                }
            }
            return communes.map { points[$0.code] }
        }
    }
}
