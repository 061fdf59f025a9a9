import RoundPlan

/// The judgement of a plan as `verifier --json` writes it.
package struct CheckSummary: Sendable, Encodable {
    package struct Rule: Sendable, Encodable {
        var id: String
        var state: String
        var figures: String
        var findings: [String]

        enum CodingKeys: String, CodingKey {
            case id
            case state = "etat"
            case figures = "chiffres"
            case findings = "constats"
        }
    }

    var isValid: Bool
    var isFullyChecked: Bool
    var rules: [Rule]
    var discrepancies: [String]

    package init(_ plan: Plan, _ check: PlanCheck) {
        let names = ReportNames(plan.scenario)
        isValid = check.isValid
        isFullyChecked = check.isFullyChecked
        rules = check.verdicts.map { verdict in
            Rule(
                id: verdict.rule.rawValue, state: RuleWords.state(verdict.state),
                figures: ReportFigures.plain(RuleTable.figures(verdict)),
                findings: verdict.violations.map { ReportFigures.plain(RuleWords.sentence($0, names)) })
        }
        discrepancies = check.discrepancies.map { ReportFigures.plain(RuleWords.sentence($0, names)) }
    }

    enum CodingKeys: String, CodingKey {
        case isValid = "valide"
        case isFullyChecked = "tout_verifie"
        case rules = "regles"
        case discrepancies = "chiffres_faux"
    }
}
