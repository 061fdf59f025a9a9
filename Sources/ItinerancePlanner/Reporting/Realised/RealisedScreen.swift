import FrenchText
import PlanAnalysis

/// The lines that `realise` prints.
package struct RealisedScreen {
    package let report: RealisedReport
    private let names: ReportNames

    package init(_ report: RealisedReport) {
        self.report = report
        names = ReportNames(report.scenario)
    }

    package var lines: [String] {
        var lines = RealisedWords.lead(report)
        lines.append("")
        lines +=
            ScreenTable(
                heads: RealisedWords.weekHeads, rows: report.weeks.map { (label: label($0.week), cells: cells($0)) }
            ).lines
        lines.append("")
        lines += RealisedWords.people(report)
        lines +=
            ScreenTable(
                heads: RealisedWords.communeHeads,
                rows: report.communes.map {
                    (
                        label: "  " + $0.name,
                        cells: [
                            String($0.held), RealisedWords.shown($0.parents, report.counts),
                            RealisedWords.shown($0.children, report.counts),
                        ]
                    )
                }
            ).lines
        lines.append("")
        lines += RealisedWords.durations(report)
        if !report.legs.isEmpty {
            lines +=
                ScreenTable(
                    heads: RealisedWords.durationHeads,
                    rows: report.legs.map { leg in
                        (
                            label: "  " + RealisedWords.way(leg, names), cells: RealisedWords.figures(leg)
                        )
                    }
                ).lines
        }
        return lines.map(ReportFigures.plain)
    }

    private func label(_ week: RealisedWeek) -> String {
        "  " + (report.severalServices ? week.service + ", " : "") + RealisedWords.week(week)
    }

    private func cells(_ row: RealisedReport.WeekRow) -> [String] {
        let week = row.week
        return [
            String(week.planned), ReportFigures.range(week.least, week.most), RealisedWords.verdict(week.verdict),
            String(week.held), String(week.cancelled), RealisedWords.late(week), String(week.unknown),
            String(week.fallen), RealisedWords.shown(row.parents, report.counts),
        ]
    }
}
