import Optimizer
import PlanAnalysis
import PlanningModel
import TabularData

/// `front.csv` and `front-etapes.csv`, for a spreadsheet.
package struct FrontTables {
    private let report: FrontReport
    private var front: ParetoFront { report.front }

    package init(_ report: FrontReport) { self.report = report }

    /// A row for each point, those that are set aside last.
    package func points() -> String {
        let columns: [ColumnOf<Int>] = [
            ColumnOf("point", .integer) { .integer(report.number($0)) },
            ColumnOf("statut") { .text(FrontFile.standing(front.points[$0].dominance)) },
            ColumnOf("domine_par_point", .integer) { index in
                guard case .dominated(let by) = front.points[index].dominance else { return .empty }
                return .integer(report.number(by))
            },
            ColumnOf("besoin_couvert_points", .decimal(3)) { .decimal(front.points[$0].figures.need.points) },
            ColumnOf("borne_points", .decimal(3)) { .decimal(front.points[$0].bound.points) },
            ColumnOf("ecart", .decimal(6)) { .decimal(front.points[$0].gap) },
            ColumnOf("euros_4_semaines", .decimal(2)) { .decimal(front.points[$0].figures.euros) },
            ColumnOf("benefice_cinquieme_moins_servi", .decimal(5)) { .decimal(front.points[$0].figures.equity) },
            ColumnOf("km_4_semaines", .decimal(3)) { .decimal(report.resources(front.points[$0]).metres.kilometres) },
            ColumnOf("heures_personnes_4_semaines", .decimal(3)) {
                .decimal(Double(report.resources(front.points[$0]).personMinutes.count) / 60)
            },
            ColumnOf("preuve_euros_au_plus", .decimal(2)) { .decimal(front.points[$0].cell.mostEuros) },
            ColumnOf("preuve_equite_au_moins", .decimal(4)) { .decimal(front.points[$0].cell.leastEquity) },
            ColumnOf("plan") { index in
                front.points[index].dominance == .kept ? .text("plans/\(report.name(index))/plan.json") : .empty
            },
        ]
        return TableCSV(DataTable("front", columns, rows: Array(front.points.indices)), .excel).text
    }

    /// A row for each ε-constraint step.
    package func steps() -> String {
        let columns: [ColumnOf<FrontStep>] = [
            ColumnOf("equite_au_moins", .decimal(4)) { .decimal($0.cell.leastEquity) },
            ColumnOf("euros_au_plus", .decimal(2)) { .decimal($0.cell.mostEuros) },
            ColumnOf("resultat") { .text(FrontFile.answer($0.answer)) },
            ColumnOf("point", .integer) { step in
                guard case .point(let index, _) = step.answer else { return .empty }
                return .integer(report.number(index))
            },
            ColumnOf("besoin_couvert_points", .decimal(3)) { step in
                guard case .point(let index, _) = step.answer else { return .empty }
                return .decimal(front.points[index].figures.need.points)
            },
            ColumnOf("borne_points", .decimal(3)) { .decimal($0.bound?.points) },
            ColumnOf("sans_recherche") { .text($0.isInherited ? YesNo.yes.word : YesNo.no.word) },
        ]
        return TableCSV(DataTable("etapes", columns, rows: front.steps), .excel).text
    }
}
