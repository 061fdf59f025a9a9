import FrenchText
import PlanAnalysis
import PlanCheck

/// The lines that `robustesse` prints.
package struct RobustnessScreen {
    private let report: RobustnessReport
    private let names: ReportNames

    package init(_ report: RobustnessReport) {
        self.report = report
        names = ReportNames(report.plan.scenario)
    }

    package var lines: [String] {
        report.replay.services.flatMap { service -> [String] in
            [RobustnessWords.lead(names.serviceName(service.service), report.replay)]
                + RobustnessReport.Part.allCases.flatMap { ["", RobustnessWords.title($0)] + table(service, $0).lines }
        }.map(ReportFigures.plain)
    }

    private func table(_ service: PlanReplay.ServiceReplay, _ part: RobustnessReport.Part) -> ScreenTable {
        ScreenTable(
            heads: RobustnessWords.screenHeads,
            rows: report.figures(service, part).map { figure in
                (
                    label: "  " + RobustnessWords.label(figure.measure, names), cells: RobustnessWords.cells(figure)
                )
            })
    }
}
