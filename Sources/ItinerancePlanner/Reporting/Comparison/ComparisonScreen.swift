import FrenchText
import PlanAnalysis

/// The lines that `comparer` prints: one column for each plan, then what is proven and who gains.
package struct ComparisonScreen: Sendable {
    private let comparison: ScenarioComparison

    package init(_ comparison: ScenarioComparison) { self.comparison = comparison }

    package var lines: [String] {
        var lines = ScreenReport.wrapped(ComparisonWords.lead(comparison), to: 100)
        lines += comparison.plans.map { "  " + ComparisonWords.plan($0) }
        let services: [(id: String, name: String)?] =
            (comparison.hasSeveralServices ? comparison.services.map { $0 } : []) + [nil]
        for service in services {
            let rows =
                ComparisonRows(comparison, service: service?.id).all
                + (service == nil ? ComparisonRows.ofPlans(comparison.plans) : [])
            lines += ["", ComparisonPageWords.factsCaption(service?.name)]
            lines +=
                ScreenTable(
                    heads: comparison.plans.map(\.letter),
                    rows: rows.map { (label: $0.label, cells: $0.cells.map(\.figure)) }
                ).lines
        }
        lines += ["", ComparisonWords.claimsTitle]
        for pair in comparison.pairs {
            let names = (pair.first.letter, pair.second.letter)
            for service in pair.services where comparison.hasSeveralServices {
                lines += Self.indented(
                    "\(service.name) : " + ComparisonWords.verdict(service.verdict, names.0, names.1))
            }
            lines += Self.indented(ComparisonWords.verdict(pair.total, names.0, names.1))
        }
        for pair in comparison.pairs {
            lines += ["", ComparisonPageWords.pairTitle(pair)]
            if pair.services.isEmpty { lines += Self.indented(ComparisonPageWords.noServiceInCommon) }
            for service in pair.services {
                let name = comparison.hasSeveralServices ? [service.name + " :"] : []
                lines += (name + ComparisonPageWords.summary(service.change)).flatMap(Self.indented)
            }
        }
        return lines.map(ReportFigures.plain)
    }

    private static func indented(_ text: String) -> [String] { ScreenReport.wrapped(text, to: 98).map { "  " + $0 } }
}
