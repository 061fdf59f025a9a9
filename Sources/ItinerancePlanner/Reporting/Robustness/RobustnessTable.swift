import FrenchText
import PlanAnalysis
import TabularData

/// `robustesse.csv`: a row for each figure of each service.
package struct RobustnessTable: Sendable {
    private let report: RobustnessReport

    package init(_ report: RobustnessReport) { self.report = report }

    package var text: String {
        let names = ReportNames(report.plan.scenario)
        let rows = report.replay.services.flatMap { service in
            (report.figures(service) + report.stops(service.absences).map(\.figure)).map { (service.service, $0) }
        }
        let columns: [ColumnOf<(String, RobustnessFigure)>] = [
            ColumnOf("service") { .text($0.0) }, ColumnOf("mesure") { .text($0.1.measure.key) },
            ColumnOf("libelle") { .text(ReportFigures.plain(RobustnessWords.label($0.1.measure, names))) },
            ColumnOf("unite") { .text($0.1.measure.unit.rawValue) },
            ColumnOf("plan", .decimal(6)) { .decimal($0.1.planned) },
            ColumnOf("moyenne", .decimal(6)) { .decimal($0.1.estimate.mean) },
            ColumnOf("au_moins_95", .decimal(6)) { .decimal($0.1.estimate.low) },
            ColumnOf("au_plus_95", .decimal(6)) { .decimal($0.1.estimate.high) },
            ColumnOf("intervalle") { .text($0.1.estimate.method.rawValue) },
            ColumnOf("tirages", .integer) { .integer($0.1.estimate.draws) },
        ]
        return TableCSV(DataTable("robustesse", columns, rows: rows), .excel).text
    }
}
