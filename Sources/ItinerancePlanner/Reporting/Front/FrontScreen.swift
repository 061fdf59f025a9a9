import FrenchText
import PlanAnalysis

/// The lines that `front` prints.
package struct FrontScreen {
    private let report: FrontReport

    package init(_ report: FrontReport) { self.report = report }

    package var lines: [String] {
        let front = report.front
        var lines = FrontWords.lead(report).flatMap { ScreenReport.wrapped($0, to: 100) } + [""]
        lines +=
            ScreenTable(
                heads: FrontWords.screenHeads,
                rows: front.kept.map {
                    (label: FrontWords.pointName(report.number($0)), cells: FrontWords.cells($0, report))
                }
            ).lines
        let dropped = front.points.indices.filter { front.points[$0].dominance != .kept }
        if !dropped.isEmpty { lines += [""] + dropped.map { FrontWords.point($0, report) } }
        let others = front.steps.filter { if case .point = $0.answer { false } else { true } }
        if !others.isEmpty { lines += [""] + others.map { FrontWords.step($0, report) } }
        return lines.map(ReportFigures.plain)
    }
}
