import FileAccess
import FrenchText
import PlanAnalysis

/// Each commune with the ingredients of its need, its weight and what the plan reaches of it, as
/// `bilan.mustache` prints them.
package struct NeedTable: Sendable {
    package struct Row: Sendable {
        package var needCommune: String
        package var cells: [String]

        package init(needCommune: String, cells: [String]) {
            self.needCommune = needCommune
            self.cells = cells
        }
    }

    package var needColumns: [String]
    package var needRows: [Row]
    /// Whether some figure is marked with a star.
    package var hasImputed: Bool

    package init(_ outcome: ServiceOutcome) {
        let score = outcome.needs.score
        needColumns =
            [ReportWords.volumeHeader(outcome.needs.measure)]
            + score.usedIndicators.map(ReportWords.indicatorHeader)
            + ResultWords.needHeaders
        let intensities = Dictionary(
            score.intensities.map { ($0.commune, $0) }, uniquingKeysWith: { first, _ in first })
        needRows = outcome.communes.sorted {
            NearestNames.folded($0.commune.name) < NearestNames.folded($1.commune.name)
        }.map { entry in
            let ingredients = intensities[entry.commune.code]?.ingredients ?? []
            return Row(
                needCommune: entry.commune.name,
                cells: [entry.weight.volume.map { ReportFigures.decimal($0, 0) } ?? ResultWords.unknown]
                    + ingredients.map { ReportWords.figure($0) }
                    + [
                        ReportFigures.decimal(entry.weight.intensity, 2),
                        entry.weight.eligibility.counts
                            ? ReportFigures.decimal(entry.weight.points.points, 1) : ResultWords.notAtStake,
                        ReportFigures.decimal(entry.credit?.points.points ?? 0, 1),
                    ])
        }
        hasImputed = score.intensities.contains { $0.ingredients.contains(where: \.imputed) }
    }
}
