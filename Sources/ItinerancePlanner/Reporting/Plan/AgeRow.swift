import FrenchText
import PlanAnalysis

/// The reach of a service in one age group, as `bilan.mustache` prints it.
package struct AgeRow: Sendable {
    package var ageGroup: String
    package var ageTotal: String
    package var ageReached: String
    package var ageCovered: String
    package var ageUnknown: String

    package init(_ reach: AgeReach) {
        ageGroup = AgeWords.group(reach.group)
        let isKnown = reach.total > 0
        ageTotal = isKnown ? ReportFigures.decimal(reach.total, 0) : AgeWords.unknown
        ageReached = isKnown ? Self.share(reach.reached, of: reach.total) : AgeWords.unknown
        ageCovered = isKnown ? Self.share(reach.covered, of: reach.total) : AgeWords.unknown
        ageUnknown = ReportFigures.integer(reach.communesUnknown)
    }

    private static func share(_ part: Double, of total: Double) -> String {
        "\(ReportFigures.decimal(part, 0)) (\(ReportFigures.percent(part / total, 0)))"
    }
}
