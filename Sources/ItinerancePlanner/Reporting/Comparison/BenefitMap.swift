import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis

/// Who gains and who loses in one service, on a map, with the stops of both plans.
package struct BenefitMap: Sendable {
    private let service: ServicePair
    private let pair: PlanPair
    private let contours: Contours
    private let identifier: String

    package init(_ service: ServicePair, _ pair: PlanPair, _ contours: Contours, identifier: String) {
        self.service = service
        self.pair = pair
        self.contours = contours
        self.identifier = identifier
    }

    /// Points of 100 between losses and gains that are large and those that are not.
    private static let large = 20.0

    package func svg() -> String {
        let visible = 100 * BenefitChange.visible
        var map = ChoroplethMap(
            title: ComparisonPageWords.mapTitle(service.name, pair),
            description: ComparisonPageWords.mapDescription(service.change), legend: ComparisonPageWords.mapLegend,
            areas: service.change.rows.map { row in
                ChoroplethMap.Area(
                    code: row.commune.code, name: row.commune.name, centre: row.commune.centre, shade: Self.shade(row),
                    note: ComparisonPageWords.mapNote(row))
            }, contours: contours, classes: MapClasses(bounds: [-Self.large, -visible, visible, Self.large]),
            source: ComparisonPageWords.mapSource(pair), identifier: identifier)
        map.shading = .change(labels: ComparisonPageWords.mapLabels)
        map.layers = layers
        return map.svg()
    }

    private static func shade(_ row: BenefitChange.Row) -> ChoroplethMap.Shade {
        switch row.direction {
        case .same: .value(0)
        case .gains, .loses: .value(100 * (row.change ?? 0))
        case .onlyFirst, .onlySecond: .plain
        case .notCounted: .offTarget
        }
    }

    private var layers: MapLayers {
        let first = Self.stops(service.first, in: pair.first)
        let second = Self.stops(service.second, in: pair.second)
        let groups: [(mark: MapLayers.Mark, places: [Place], words: String)] = [
            (.disc, first.filter { place in second.contains { $0.id == place.id } }, ComparisonPageWords.stopInBoth),
            (
                .square, first.filter { place in !second.contains { $0.id == place.id } },
                ComparisonPageWords.stopOnly(pair.first.letter)
            ),
            (
                .triangle, second.filter { place in !first.contains { $0.id == place.id } },
                ComparisonPageWords.stopOnly(pair.second.letter)
            ),
        ]
        var layers = MapLayers()
        let lone = service.change.rows.filter { [.onlyFirst, .onlySecond].contains($0.direction) }
        layers.spots = lone.map { .init(position: $0.commune.centre, mark: .ring, title: $0.commune.name) }
        for group in groups where !group.places.isEmpty {
            layers.spots += group.places.map { .init(position: $0.position, mark: group.mark, title: $0.name) }
            layers.keys.append(.mark(group.mark, "\(group.words) (\(group.places.count))"))
        }
        if !lone.isEmpty {
            layers.keys.append(.mark(.ring, "\(ComparisonPageWords.onlyOne) (\(lone.count))"))
        }
        return layers
    }

    private static func stops(_ outcome: ServiceOutcome, in plan: ComparedPlan) -> [Place] {
        let stops = Set(outcome.view.plan.days.flatMap { $0.visits.map(\.venue) })
        return plan.plan.scenario.territory.venues.filter { stops.contains($0.id) }.sorted { $0.id < $1.id }
    }
}
