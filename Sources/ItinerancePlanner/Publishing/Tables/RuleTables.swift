import FrenchText
import GeoModel
import PlanningModel
import Reporting
import TabularData

/// How the plan stands against its rules, and the figures it was made with.
extension PublishedRounds {
    private var judgement: CheckSummary { CheckSummary(publication.plan, publication.check) }

    package var rulesTable: DataTable {
        DataTable(
            "regles",
            [
                ColumnOf("regle") { .text($0.id) },
                ColumnOf("intitule") { .text($0.title) },
                ColumnOf("nature") { .text($0.kind) },
                ColumnOf("etat") { .text($0.state) },
                ColumnOf("trouve") { .text($0.found) },
                ColumnOf("seuil") { .text($0.threshold) },
                ColumnOf("constats", .integer) { .integer($0.findings.count) },
                ColumnOf("source") { .text($0.source) },
                ColumnOf("date_source") { .text($0.sourceDate) },
            ], rows: judgement.rules)
    }

    package var findingsTable: DataTable {
        DataTable(
            "constats",
            [
                ColumnOf("regle") { .text($0.0) },
                ColumnOf("gravite") { .text($0.1.severity) },
                ColumnOf("constat") { .text($0.1.text) },
                ColumnOf("service") { .text($0.1.service) },
                ColumnOf("semaine_cycle", .integer) { .integer($0.1.week) },
                ColumnOf("date", .date) { $0.1.date.flatMap { CivilDate(iso: $0) }.map { .date($0) } ?? .empty },
                ColumnOf("sujet") { .text($0.1.subject) },
                ColumnOf("nom_sujet") { .text($0.1.subject.map(names.subject)) },
            ], rows: judgement.rules.flatMap { rule in rule.findings.map { (rule.id, $0) } })
    }

    package var parametersTable: DataTable {
        let parameters = scenario.parameters
        return DataTable(
            "parametres",
            [
                ColumnOf("parametre") { .text($0.key) },
                ColumnOf("intitule") { .text(ParameterWords.name($0)) },
                ColumnOf("valeur_ecrite") { .text($0.text(in: parameters)) },
                ColumnOf("unite") { .text(ParameterWords.words($0.key)?.unit) },
                ColumnOf("etat") { .text(ParameterWords.provenance($0)) },
                ColumnOf("change") { .text(ColumnWords.yesNo(ParameterWords.isChanged($0, parameters))) },
                ColumnOf("source") { .text(ParameterWords.words($0.key)?.basis) },
            ], rows: ParameterCatalogue.entries)
    }
}
