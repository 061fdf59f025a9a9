import FileAccess
import GeoModel
import PlanningModel

/// At what level a plan reaches families: not how many communes get something, but how many households are near a stop, and
/// how much they get. Of eligible communes; those off target are told beside.
package struct ReachLevels: Sendable, Codable, FrenchKeyed, Equatable {
    /// Households of eligible communes; communes without the figure count for nothing, and how many they are is told.
    package var households: Int
    package var communesWithoutHouseholds: Int
    /// Shares of those households whose nearest stop is that near: by car, and on foot. `nil` where there are none.
    package var within10Minutes: Double?
    package var within20Minutes: Double?
    package var within1Kilometre: Double?
    package var within3Kilometres: Double?
    /// Shares by benefit, in the order of `Band`.
    package var bands: [Double]
    /// Communes that weigh nothing, and who lives there; `nil` where the population of one is not known.
    package var communesOffTarget: Int
    package var populationOffTarget: Int?

    /// Benefit of a commune, from 0 to 1: most first.
    package enum Band: Int, CaseIterable, Sendable {
        case threeQuarters, half, quarter, little, none

        init(_ benefit: Double) {
            self =
                switch benefit {
                case 0.75...: .threeQuarters
                case 0.5...: .half
                case 0.25...: .quarter
                case let some where some > 0: .little
                default: .none
                }
        }
    }

    package func share(_ band: Band) -> Double? { bands.indices.contains(band.rawValue) ? bands[band.rawValue] : nil }

    /// - Parameter views: one service, or all of them: a commune then has the nearest stop and the best benefit of any.
    package init(_ views: [ServiceOutcome], in scenario: Scenario) {
        let travel = scenario.travel
        let venues = Dictionary(
            scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var eligible: [String: (commune: Commune, nearest: Seconds?, onFoot: Metres?, benefit: Double)] = [:]
        var offTarget: [String: Commune] = [:]
        for view in views {
            let stops = Set(view.view.plan.days.flatMap { $0.visits.map(\.venue) }).compactMap { venues[$0] }
            for outcome in view.communes {
                let code = outcome.commune.code
                guard outcome.weight.points > .zero else {
                    if !outcome.weight.eligibility.counts { offTarget[code] = outcome.commune }
                    continue
                }
                let legs = stops.compactMap { travel.familyLeg(from: outcome.commune, to: $0) }
                let benefit = (outcome.credit?.points.points ?? 0) / outcome.weight.points.points
                let old = eligible[code]
                eligible[code] = (
                    outcome.commune, (legs.map(\.duration) + [old?.nearest].compactMap { $0 }).min(),
                    (legs.map(\.distance) + [old?.onFoot].compactMap { $0 }).min(), max(benefit, old?.benefit ?? 0)
                )
            }
        }
        let counted = eligible.values.filter { $0.commune.households != nil }
        let total = counted.reduce(0) { $0 + ($1.commune.households ?? 0) }
        typealias Entry = (commune: Commune, nearest: Seconds?, onFoot: Metres?, benefit: Double)
        func share(_ test: (Entry) -> Bool) -> Double? {
            guard total > 0 else { return nil }
            return Double(counted.filter(test).reduce(0) { $0 + ($1.commune.households ?? 0) }) / Double(total)
        }
        households = total
        communesWithoutHouseholds = eligible.count - counted.count
        within10Minutes = share { $0.nearest.map { $0 <= Seconds(600) } ?? false }
        within20Minutes = share { $0.nearest.map { $0 <= Seconds(1200) } ?? false }
        within1Kilometre = share { $0.onFoot.map { $0 <= Metres(1000) } ?? false }
        within3Kilometres = share { $0.onFoot.map { $0 <= Metres(3000) } ?? false }
        bands = total > 0 ? Band.allCases.compactMap { band in share { Band($0.benefit) == band } } : []
        let off = offTarget.filter { eligible[$0.key] == nil }.values
        communesOffTarget = off.count
        let people = off.compactMap(\.population)
        populationOffTarget = people.count == off.count ? people.reduce(0, +) : nil
    }

    package static var frenchKeys: [String: String] {
        [
            "households": "menages", "communesWithoutHouseholds": "communes_sans_menages",
            "within10Minutes": "part_a_10_min_en_voiture", "within20Minutes": "part_a_20_min_en_voiture",
            "within1Kilometre": "part_a_1_km_a_pied", "within3Kilometres": "part_a_3_km_a_pied",
            "bands": "parts_par_tranche_de_benefice", "communesOffTarget": "communes_hors_cible",
            "populationOffTarget": "population_hors_cible",
        ]
    }
}
