import FrenchText
import PageRendering
import PlanAnalysis

/// `realise.html`: weeks against R01, people received, durations. Needs no other file and no network.
package struct RealisedPage {
    package let report: RealisedReport
    private let names: ReportNames

    package init(_ report: RealisedReport) {
        self.report = report
        names = ReportNames(report.scenario)
    }

    private struct Row: Sendable {
        var name: String
        var figures: [String]
        var notes: [String] = []
    }

    package func html() throws -> String {
        let templates = try TemplateShelf.builtIn()
        let context: [String: Any] = [
            "title": RealisedWords.pageTitle, "style": templates.style("horaires"),
            "lead": RealisedWords.lead(report), "plots": plots.map { $0.svg() },
            "weekHeads": RealisedWords.weekHeads, "weeks": weeks, "peopleTitle": RealisedWords.peopleTitle,
            "people": RealisedWords.people(report), "communeHeads": RealisedWords.communeHeads, "communes": communes,
            "durationTitle": RealisedWords.durationTitle, "durations": RealisedWords.durations(report),
            "durationHeads": RealisedWords.durationHeads, "legs": legs, "hasLegs": !legs.isEmpty,
            "methodTitle": RealisedWords.methodTitle, "method": RealisedWords.method(report.counts),
        ]
        return templates.render("realise", context)
    }

    /// One plot for each service: for each week, held for certain and held at most.
    package var plots: [BarPlot] {
        var order: [String] = []
        for row in report.weeks where !order.contains(row.week.service) { order.append(row.week.service) }
        return order.enumerated().map { index, service in
            BarPlot(
                title: RealisedWords.plotTitle(names.serviceName(service)),
                description: RealisedWords.plotDescription, limitLegend: RealisedWords.plotLimit,
                bars: report.weeks.filter { $0.week.service == service }.map { row in
                    let week = row.week
                    return BarPlot.Bar(
                        name: RealisedWords.week(week),
                        values: week.least == week.most
                            ? [Double(week.least)] : [Double(week.least), Double(week.most)],
                        limit: Double(week.minimum),
                        text: ReportFigures.range(week.least, week.most) + ", " + RealisedWords.verdict(week.verdict))
                }, identifier: "ouverture\(index + 1)")
        }
    }

    private var weeks: [Row] {
        report.weeks.map { row in
            let week = row.week
            return Row(
                name: (report.severalServices ? names.serviceName(week.service) + ", " : "")
                    + RealisedWords.week(week),
                figures: [
                    String(week.planned), ReportFigures.range(week.least, week.most),
                    RealisedWords.verdict(week.verdict), String(week.held), String(week.cancelled),
                    RealisedWords.late(week), String(week.unknown), String(week.fallen),
                    RealisedWords.shown(row.parents, report.counts),
                ],
                notes: RealisedWords.reasons(week))
        }
    }

    private var communes: [Row] {
        report.communes.map {
            Row(
                name: $0.name,
                figures: [
                    String($0.held), RealisedWords.shown($0.parents, report.counts),
                    RealisedWords.shown($0.children, report.counts),
                ])
        }
    }

    private var legs: [Row] {
        report.legs.map { Row(name: RealisedWords.way($0, names), figures: RealisedWords.figures($0)) }
    }
}
