import FrenchText
import Optimizer
import PageRendering
import PlanAnalysis
import PlanningModel

/// `front.html`: the drawing, the points with their proofs, the steps. Needs no other file and no network.
package struct FrontPage {
    private let report: FrontReport
    private var front: ParetoFront { report.front }

    package init(_ report: FrontReport) { self.report = report }

    package func html(_ templates: TemplateShelf) -> String {
        let style = ["commun", "rapport", "comparaison"].map(templates.style).joined()
        let title = FrontPageWords.title(report.service.name)
        let dropped = front.points.indices.filter { front.points[$0].dominance != .kept }
        let sections: [(String, ReportSection)] = [
            (
                "points",
                ReportSection(
                    title: FrontPageWords.pointsTitle, texts: [FrontPageWords.pointsText],
                    tables: [
                        ReportSection.Table(
                            caption: FrontPageWords.pointsCaption, headers: FrontPageWords.pointHeaders,
                            rows: front.kept.map(row))
                    ])
            ),
            (
                "ecartes",
                ReportSection(
                    title: FrontPageWords.droppedTitle, texts: [FrontPageWords.droppedText],
                    items: dropped.map { FrontWords.point($0, report) })
            ),
            (
                "etapes",
                ReportSection(
                    title: FrontPageWords.stepsTitle,
                    tables: [
                        ReportSection.Table(
                            caption: FrontPageWords.stepsCaption, headers: FrontPageWords.stepHeaders,
                            rows: front.steps.map { step in
                                [
                                    FrontWords.limits(step.cell), FrontPageWords.answer(step, report),
                                    step.bound.map { ReportFigures.points($0.points) } ?? "–",
                                    FrontPageWords.proven(step, report),
                                ]
                            })
                    ])
            ),
            (
                "extremites",
                ReportSection(title: FrontPageWords.endsTitle, items: FrontPageWords.ends(report))
            ), ("methode", ReportSection(title: FrontPageWords.methodTitle, items: FrontPageWords.method(report))),
        ].filter { $0.0 != "ecartes" || !dropped.isEmpty }
        return templates.render(
            "front",
            [
                "title": title, "style": ":root { --bureau: \(Office.usualColour); }\n" + style,
                "skip": ReportPageWords.skip, "contents": ReportPageWords.contents, "leads": FrontWords.lead(report),
                "drawingTitle": FrontPageWords.drawingTitle, "drawingText": FrontPageWords.plotText,
                "plot": FrontPlot(report).svg(),
                "anchors": [["anchor": "dessin", "title": FrontPageWords.drawingTitle]]
                    + sections.map { ["anchor": $0.0, "title": $0.1.title] },
                "chapters": sections.map { anchor, section -> [String: Any] in
                    var context = section.context
                    context["anchor"] = anchor
                    return context
                },
            ])
    }

    private func row(_ index: Int) -> [String] {
        let point = front.points[index]
        let used = report.resources(point)
        return [
            String(report.number(index)), ReportFigures.points(point.figures.need.points),
            ReportFigures.points(point.bound.points), FrontWords.gap(point.gap),
            ReportFigures.decimal(point.figures.euros, 2), ReportFigures.decimal(used.metres.kilometres, 1),
            ReportFigures.percent(point.figures.equity, 2), ReportFigures.duration(used.personMinutes),
            "plans/\(report.name(index))",
        ]
    }
}
