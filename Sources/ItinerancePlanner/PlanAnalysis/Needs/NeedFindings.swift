import FileAccess
import GeoModel
import PlanningModel

/// All that is known of the need of one service: scores, how far they hold, and isolation.
package struct NeedFindings: Sendable {
    package var needs: ServiceNeeds
    package var robustness: WeightRobustness
    package var normalisations: [NormalisationTrial]
    package var isolation: Isolation
    /// Names of the EPCI by code.
    package var epcis: [String: String]
    /// What the files of this service are called, without their ending.
    package var fileName: OutputName

    /// The findings of every service of a scenario, in its order.
    ///
    /// - Parameter top: how many communes "the first" are; `nil` for the usual number.
    package static func all(of scenario: Scenario, draws: Int, top: Int?, seed: UInt64) -> [NeedFindings] {
        var taken = UniqueFileNames()
        return scenario.services.map(scenario.needs(of:)).map { needs in
            NeedFindings(
                needs: needs,
                robustness: WeightRobustness(
                    score: needs.score, weights: needs.weights, draws: draws, top: top, seed: seed),
                normalisations: NormalisationTrial.all(of: needs, in: scenario),
                isolation: Isolation(
                    communes: needs.communes, in: scenario.territory, score: needs.score,
                    travel: BuiltInTravel(scenario.parameters.travel)),
                epcis: Dictionary(
                    scenario.territory.epcis.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }),
                fileName: "besoins-\(taken.unique(needs.service.id))")
        }
    }

    /// Indices of the communes that count, the most need first; equal points in the order of their codes.
    package var ranking: [Int] {
        needs.weights.indices.filter { robustness.byPoints[$0] != nil }.sorted {
            (robustness.byPoints[$0]?.rank ?? 0, needs.communes[$0].code)
                < (robustness.byPoints[$1]?.rank ?? 0, needs.communes[$1].code)
        }
    }

    package func epciName(_ commune: Commune) -> String { epcis[commune.epci] ?? commune.epci }

    /// Source and vintage of an indicator's figures, each once; none where they stand in a column of the communes.
    package func sources(of indicator: NeedIndicator) -> [String] {
        let listed = needs.communes.flatMap { commune in
            commune.indicators.filter { $0.indicator == .need(indicator) }.map {
                [$0.source, $0.vintage].filter { !$0.isEmpty }.joined(separator: ", ")
            }
        }
        return Set(listed.filter { !$0.isEmpty }).sorted()
    }
}
