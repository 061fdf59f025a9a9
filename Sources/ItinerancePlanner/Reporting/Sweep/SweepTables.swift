import PlanAnalysis
import PlanningModel
import ScenarioFiles
import TabularData

/// `balayage.csv`: a row for each cell, all services together, for a spreadsheet.
package struct SweepTables: Sendable {
    private let results: SweepResults

    package init(_ results: SweepResults) { self.results = results }

    package func cells() -> String {
        TableCSV(DataTable("balayage", heads + Self.facts + claims, rows: results.cells), .excel).text
    }

    private var heads: [ColumnOf<SweptCell>] {
        [ColumnOf("cellule") { .text($0.name) }]
            + results.grid.axes.enumerated().map { index, axis in
                ColumnOf("axe_\(axis.name)") { .text(Self.value(axis, index, $0)) }
            } + [ColumnOf("etat") { .text($0.state.rawValue) }]
    }

    /// What the scenario as it is has on the axis, where it says so.
    package static func value(_ axis: SweepAxis, _ index: Int, _ cell: SweptCell) -> String? {
        cell.cell.choice.map { axis.values[$0[index]].text }
    }

    private static var facts: [ColumnOf<SweptCell>] {
        [
            ColumnOf("demi_journees_par_semaine_min", .integer) { .integer($0.total?.summary.halfDays.min()) },
            ColumnOf("demi_journees_par_semaine_max", .integer) { .integer($0.total?.summary.halfDays.max()) },
            ColumnOf("communes_avec_arret", .integer) { .integer($0.total?.summary.communesServed) },
            ColumnOf("communes_atteintes", .integer) { .integer($0.total?.summary.communesReached) },
            ColumnOf("communes_eligibles", .integer) { .integer($0.total?.summary.communesAtStake) },
            ColumnOf("population_hors_cible", .integer) { .integer($0.total?.summary.reach.populationOffTarget) },
            ColumnOf("part_menages_10_min", .decimal(4)) { .decimal($0.total?.summary.reach.within10Minutes) },
            ColumnOf("part_menages_20_min", .decimal(4)) { .decimal($0.total?.summary.reach.within20Minutes) },
            ColumnOf("part_menages_1_km", .decimal(4)) { .decimal($0.total?.summary.reach.within1Kilometre) },
            ColumnOf("part_menages_3_km", .decimal(4)) { .decimal($0.total?.summary.reach.within3Kilometres) },
            ColumnOf("besoin_couvert_points", .decimal(3)) { .decimal($0.total?.summary.pointsReached) },
            ColumnOf("part_du_besoin", .decimal(5)) { .decimal($0.total?.summary.shareReached) },
            ColumnOf("benefice_cinquieme_moins_servi", .decimal(5)) { .decimal($0.total?.summary.worstOffFifth) },
            ColumnOf("gini", .decimal(5)) { .decimal($0.total?.summary.gini) },
            ColumnOf("km_4_semaines", .decimal(3)) { .decimal($0.total?.kilometres) },
            ColumnOf("heures_personnes_4_semaines", .decimal(3)) { .decimal($0.total?.personHours) },
            ColumnOf("euros_route_4_semaines", .decimal(2)) { .decimal($0.total?.summary.roadEuros) },
            ColumnOf("euros_personnel_4_semaines", .decimal(2)) { .decimal($0.total?.summary.staffEuros) },
            ColumnOf("valeur", .decimal(3)) { .decimal($0.total?.summary.value) },
            ColumnOf("borne", .decimal(3)) { .decimal($0.total?.summary.bound) },
            ColumnOf("ecart", .decimal(6)) { .decimal($0.total?.summary.gap) },
            ColumnOf("arret") { .text($0.plan?.plan.stop.word) },
            ColumnOf("messages") { .text($0.messages.joined(separator: " ")) },
        ]
    }

    private var claims: [ColumnOf<SweptCell>] {
        func verdict(_ cell: SweptCell) -> PairVerdict? {
            cell.cell.choice == nil ? nil : results.besideBase(cell)
        }
        return [
            ColumnOf("valeurs_comparables_a_la_base") { cell in
                .text(verdict(cell).map { $0.differences.isEmpty ? YesNo.yes.word : YesNo.no.word })
            },
            ColumnOf("verdict") { .text(verdict($0)?.comparison?.word) },
            ColumnOf("valeur_en_plus_au_moins", .decimal(3)) { .decimal(verdict($0)?.margin?.least.points) },
            ColumnOf("valeur_en_plus_au_plus", .decimal(3)) { .decimal(verdict($0)?.margin?.most.points) },
        ]
    }
}

extension SweptCell {
    package var total: ComparedFigures? { plan?.total }
}
