import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis

extension ChoroplethMap {
    /// The intensity of need by commune, with the ranks of those that weigh most.
    package init(need findings: NeedFindings, contours: Contours, highlighted: Int) {
        let needs = findings.needs
        let isKnown = !needs.score.usedIndicators.isEmpty
        let areas = needs.communes.indices.map { index in
            let weight = needs.weights[index]
            let shade: Shade =
                switch weight.eligibility {
                case .isolated, .forcedIn: isKnown ? .value(weight.intensity) : .withheld
                case .tooDense, .forcedOut: .offTarget
                case .unknown: .withheld
                }
            return Area(
                code: needs.communes[index].code, name: needs.communes[index].name,
                centre: needs.communes[index].centre, shade: shade,
                note: NeedWords.mapNote(weight, rank: findings.robustness.byPoints[index]?.rank, needs.measure))
        }
        let first = findings.ranking.prefix(highlighted)
        self.init(
            title: NeedWords.mapTitle(needs.service.name), description: NeedWords.mapDescription(findings),
            legend: NeedWords.mapLegend, areas: areas, contours: contours,
            highlights: first.map { index in
                let rank = findings.robustness.byPoints[index]?.rank ?? 0
                return Highlight(
                    position: needs.communes[index].centre, label: String(rank),
                    title: NeedWords.rankTitle(rank, needs.communes[index].name))
            },
            highlightLegend: NeedWords.mapHighlights(first.count, needs.measure),
            source: NeedWords.sources(findings).joined(separator: " ; "), places: 2, identifier: findings.fileName.text)
    }
}
