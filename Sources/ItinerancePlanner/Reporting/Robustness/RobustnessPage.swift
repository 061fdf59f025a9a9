import FrenchText
import PageRendering
import PlanAnalysis
import PlanCheck
import PlanningModel

/// `robustesse.html`: each figure with its interval, and plots. Needs no other file and no network.
package struct RobustnessPage {
    private let report: RobustnessReport
    private let names: ReportNames

    package init(_ report: RobustnessReport) {
        self.report = report
        names = ReportNames(report.plan.scenario)
    }

    package func html(_ templates: TemplateShelf) -> String {
        let services = report.replay.services
        let chapters = services.enumerated().flatMap { index, service in
            self.chapters(service, index, isOnly: services.count == 1)
        }
        let style = ["commun", "rapport", "comparaison"].map(templates.style).joined()
        return templates.render(
            "robustesse",
            [
                "title": RobustnessWords.title(report.plan.scenario.name),
                "style": ":root { --bureau: \(Office.usualColour); }\n" + style, "skip": ReportPageWords.skip,
                "contents": ReportPageWords.contents, "lead": RobustnessWords.pageLead(report.replay),
                "anchors": (chapters.map { ($0.anchor, $0.title) } + [("methode", RobustnessWords.methodTitle)]).map {
                    ["anchor": $0.0, "title": $0.1]
                },
                "chapters": chapters.map(\.context), "methodTitle": RobustnessWords.methodTitle,
                "method": RobustnessWords.method,
            ])
    }

    private struct Chapter {
        var anchor: String
        var title: String
        var context: [String: Any]
    }

    private func chapters(_ service: PlanReplay.ServiceReplay, _ index: Int, isOnly: Bool) -> [Chapter] {
        let own = isOnly ? "" : names.serviceName(service.service) + " – "
        let plots = [needPlot(service, index), weekPlot(service, index), stopPlot(service, index)]
        return RobustnessReport.Part.allCases.map { part in
            let anchor = Self.anchor(part) + (isOnly ? "" : String(index + 1))
            let title = own + RobustnessWords.title(part)
            var context = ReportSection(
                title: title, texts: [RobustnessWords.text(part, report.replay.laws)],
                tables: [
                    ReportSection.Table(
                        caption: RobustnessWords.caption, headers: RobustnessWords.headers,
                        rows: report.figures(service, part).map { figure in
                            [RobustnessWords.label(figure.measure, names)] + RobustnessWords.cells(figure)
                        })
                ]
            ).context
            context["anchor"] = anchor
            let drawings: [String] =
                switch part {
                case .needs: [plots[0]]
                case .travel: []
                case .absences: [plots[1], plots[2]].filter { !$0.isEmpty }
                }
            context["plots"] = drawings
            return Chapter(anchor: anchor, title: title, context: context)
        }
    }

    private static func anchor(_ part: RobustnessReport.Part) -> String {
        switch part {
        case .needs: "besoins"
        case .travel: "trajets"
        case .absences: "absences"
        }
    }

    /// Draws by the need reached, in ten classes of one width.
    private func needPlot(_ service: PlanReplay.ServiceReplay, _ index: Int) -> String {
        let values = service.needs.need.values
        let low = values.first ?? 0
        let high = max(values.last ?? 0, low + 1e-9)
        let width = (high - low) / 10
        let bars = (0..<10).map { place -> BarPlot.Bar in
            let from = low + width * Double(place)
            let count = values.count { value in min(9, Int((value - low) / width)) == place }
            return BarPlot.Bar(
                name: RobustnessWords.classOf(from, from + width), values: [Double(count)], limit: nil,
                text: ReportFigures.integer(count))
        }
        return BarPlot(
            title: RobustnessWords.needPlot, description: RobustnessWords.needPlotText, limitLegend: "", bars: bars,
            identifier: "besoins\(index + 1)"
        ).svg()
    }

    private func weekPlot(_ service: PlanReplay.ServiceReplay, _ index: Int) -> String {
        BarPlot(
            title: RobustnessWords.weekPlot, description: RobustnessWords.weekPlotText,
            limitLegend: RobustnessWords.weekLimit,
            bars: service.absences.weeks.map { week in
                BarPlot.Bar(
                    name: RobustnessWords.week(week.week), values: [week.mean.mean], limit: Double(week.required),
                    text: RobustnessWords.amount(week.mean.mean, .halfDays))
            }, identifier: "semaines\(index + 1)"
        ).svg()
    }

    private func stopPlot(_ service: PlanReplay.ServiceReplay, _ index: Int) -> String {
        let stops = report.stops(service.absences)
        guard !stops.isEmpty else { return "" }
        return BarPlot(
            title: RobustnessWords.stopPlot, description: RobustnessWords.stopPlotText,
            limitLegend: RobustnessWords.stopLimit,
            bars: stops.map { stop in
                BarPlot.Bar(
                    name: stop.name, values: [stop.figure.estimate.mean], limit: Double(stop.planned),
                    text: RobustnessWords.amount(stop.figure.estimate.mean, .visits))
            }, identifier: "communes\(index + 1)"
        ).svg()
    }
}
