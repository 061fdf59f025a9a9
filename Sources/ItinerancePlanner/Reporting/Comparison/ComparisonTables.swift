import FrenchText
import PlanAnalysis
import PlanningModel
import TabularData

/// `comparaison.csv`, `comparaison-communes.csv` and `comparaison-epci.csv`, for a spreadsheet.
package struct ComparisonTables: Sendable {
    private let comparison: ScenarioComparison

    package init(_ comparison: ScenarioComparison) { self.comparison = comparison }

    // MARK: Plans

    private struct PlanRow {
        var plan: ComparedPlan
        var figures: ComparedFigures
        /// `nil` for all services.
        var service: String?
        /// `nil` for the reference.
        var verdict: PairVerdict?
    }

    /// A row for each plan and service, and one for all services where there are several.
    package func plans() -> String {
        let rows = comparison.plans.flatMap { plan in
            (plan.services.map { ($0, $0.summary.id) } + (plan.services.count > 1 ? [(plan.total, nil)] : [])).map {
                figures, service in
                let pair = comparison.pairs.first { $0.second.letter == plan.letter }
                return PlanRow(
                    plan: plan, figures: figures, service: service,
                    verdict: pair.map { pair in
                        service.map { PairVerdict($0, pair.first, pair.second) } ?? pair.total
                    })
            }
        }
        return TableCSV(DataTable("comparaison", Self.facts + Self.claims, rows: rows), .excel).text
    }

    private static var facts: [ColumnOf<PlanRow>] {
        [
            ColumnOf("plan") { .text($0.plan.letter) }, ColumnOf("nom") { .text($0.plan.label) },
            ColumnOf("fichier") { .text($0.plan.file) },
            ColumnOf("service") {
                .text($0.service == nil ? ComparisonPageWords.allServices : $0.figures.summary.name)
            },
            ColumnOf("demi_journees_par_semaine_min", .integer) { .integer($0.figures.summary.halfDays.min()) },
            ColumnOf("demi_journees_par_semaine_max", .integer) { .integer($0.figures.summary.halfDays.max()) },
            ColumnOf("communes_avec_arret", .integer) { .integer($0.figures.summary.communesServed) },
            ColumnOf("communes_atteintes", .integer) { .integer($0.figures.summary.communesReached) },
            ColumnOf("communes_eligibles", .integer) { .integer($0.figures.summary.communesAtStake) },
            ColumnOf("population_hors_cible", .integer) { .integer($0.figures.summary.reach.populationOffTarget) },
            ColumnOf("part_menages_10_min", .decimal(4)) { .decimal($0.figures.summary.reach.within10Minutes) },
            ColumnOf("part_menages_20_min", .decimal(4)) { .decimal($0.figures.summary.reach.within20Minutes) },
            ColumnOf("part_menages_1_km", .decimal(4)) { .decimal($0.figures.summary.reach.within1Kilometre) },
            ColumnOf("part_menages_3_km", .decimal(4)) { .decimal($0.figures.summary.reach.within3Kilometres) },
            ColumnOf("besoin_couvert_points", .decimal(3)) { .decimal($0.figures.summary.pointsReached) },
            ColumnOf("part_du_besoin", .decimal(5)) { .decimal($0.figures.summary.shareReached) },
            ColumnOf("benefice_cinquieme_moins_servi", .decimal(5)) { .decimal($0.figures.summary.worstOffFifth) },
            ColumnOf("gini", .decimal(5)) { .decimal($0.figures.summary.gini) },
            ColumnOf("km_4_semaines", .decimal(3)) { .decimal($0.figures.kilometres) },
            ColumnOf("heures_personnes_4_semaines", .decimal(3)) { .decimal($0.figures.personHours) },
            ColumnOf("euros_route_4_semaines", .decimal(2)) { .decimal($0.figures.summary.roadEuros) },
            ColumnOf("euros_personnel_4_semaines", .decimal(2)) { .decimal($0.figures.summary.staffEuros) },
            ColumnOf("valeur", .decimal(3)) { .decimal($0.figures.summary.value) },
            ColumnOf("borne", .decimal(3)) { .decimal($0.figures.summary.bound) },
            ColumnOf("ecart", .decimal(6)) { .decimal($0.figures.summary.gap) },
            ColumnOf("cycle_semaines", .integer) { .integer($0.plan.plan.scenario.parameters.cycleWeeks) },
            ColumnOf("regles_non_respectees") { .text($0.plan.brokenRules.map(\.rawValue).joined(separator: " ")) },
            ColumnOf("regles_non_verifiables") { .text($0.plan.uncheckedRules.map(\.rawValue).joined(separator: " ")) },
        ]
    }

    private static var claims: [ColumnOf<PlanRow>] {
        [
            ColumnOf("valeurs_comparables_a_la_reference") { row in
                .text(row.verdict.map { $0.differences.isEmpty ? YesNo.yes.word : YesNo.no.word })
            },
            ColumnOf("verdict") { .text($0.verdict?.comparison?.word) },
            ColumnOf("valeur_en_plus_au_moins", .decimal(3)) { .decimal($0.verdict?.margin?.least.points) },
            ColumnOf("valeur_en_plus_au_plus", .decimal(3)) { .decimal($0.verdict?.margin?.most.points) },
        ]
    }

    // MARK: Communes and EPCI

    private struct ChangeRow<Subject> {
        var pair: PlanPair
        var service: ServicePair
        var subject: Subject
    }

    private func rows<Subject>(_ subjects: (ServicePair) -> [Subject]) -> [ChangeRow<Subject>] {
        comparison.pairs.flatMap { pair in
            pair.services.flatMap { service in
                subjects(service).map { ChangeRow(pair: pair, service: service, subject: $0) }
            }
        }
    }

    private static func heads<Subject>() -> [ColumnOf<ChangeRow<Subject>>] {
        [
            ColumnOf("reference") { .text($0.pair.first.letter) }, ColumnOf("plan") { .text($0.pair.second.letter) },
            ColumnOf("service") { .text($0.service.name) },
            ColumnOf("unite_volume") { .text($0.service.change.measure.word) },
        ]
    }

    /// A row for each pair, service and commune.
    package func communes() -> String {
        let columns: [ColumnOf<ChangeRow<BenefitChange.Row>>] = [
            ColumnOf("code_insee") { .text($0.subject.commune.code) },
            ColumnOf("commune") { .text($0.subject.commune.name) },
            ColumnOf("code_epci") { .text($0.subject.commune.epci) },
            ColumnOf("epci") { .text($0.pair.epciName($0.subject.commune.epci)) },
            ColumnOf("volume", .decimal(1)) { .decimal($0.subject.volume) },
            ColumnOf("statut_reference") { .text(Self.state($0.subject.before)) },
            ColumnOf("statut_plan") { .text(Self.state($0.subject.after)) },
            ColumnOf("benefice_reference", .decimal(5)) { .decimal($0.subject.before.benefit) },
            ColumnOf("benefice_plan", .decimal(5)) { .decimal($0.subject.after.benefit) },
            ColumnOf("difference_benefice", .decimal(5)) { .decimal($0.subject.change) },
            ColumnOf("difference_points", .decimal(3)) { .decimal($0.subject.pointChange.points) },
            ColumnOf("sens") { .text($0.subject.direction.rawValue) },
        ]
        return TableCSV(DataTable("communes", Self.heads() + columns, rows: rows(\.change.rows)), .excel).text
    }

    /// A row for each pair, service and EPCI.
    package func epcis() -> String {
        func families(_ rows: [BenefitChange.Row]) -> DataValue {
            let (known, unknown) = BenefitChange.families(rows)
            return unknown > 0 && unknown == rows.count ? .empty : .decimal(known)
        }
        let columns: [ColumnOf<ChangeRow<BenefitChange.Group>>] = [
            ColumnOf("code_epci") { .text($0.subject.epci) },
            ColumnOf("epci") { .text($0.pair.epciName($0.subject.epci)) },
            ColumnOf("benefice_reference", .decimal(5)) { .decimal($0.subject.before) },
            ColumnOf("benefice_plan", .decimal(5)) { .decimal($0.subject.after) },
            ColumnOf("difference_benefice", .decimal(5)) { .decimal($0.subject.change) },
            ColumnOf("difference_points", .decimal(3)) { .decimal($0.subject.pointChange.points) },
            ColumnOf("communes_qui_gagnent", .integer) { .integer($0.subject.rows(.gains).count) },
            ColumnOf("volume_qui_gagne", .decimal(1)) { families($0.subject.rows(.gains)) },
            ColumnOf("communes_qui_perdent", .integer) { .integer($0.subject.rows(.loses).count) },
            ColumnOf("volume_qui_perd", .decimal(1)) { families($0.subject.rows(.loses)) },
            ColumnOf("communes_sans_chiffre", .integer) { .integer(BenefitChange.families($0.subject.rows).unknown) },
        ]
        return TableCSV(DataTable("epci", Self.heads() + columns, rows: rows(\.groups)), .excel).text
    }

    package static func state(_ side: BenefitChange.Side) -> String {
        switch side {
        case .counted: "compte"
        case .offTarget: "hors_cible"
        case .unknown: "inconnue"
        case .outside: "hors_territoire"
        }
    }
}
