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

    package struct Commitment: Sendable, Encodable {
        var service: String
        var title: String
        var state: String
        var figures: String
        var findings: [String]

        enum CodingKeys: String, CodingKey {
            case service
            case title = "engagement"
            case state = "etat"
            case figures = "chiffres"
            case findings = "constats"
        }
    }

    var isValid: Bool
    var isFullyChecked: Bool
    var rules: [Rule]
    var commitments: [Commitment]
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
        commitments = check.commitments.map { verdict in
            Commitment(
                service: verdict.service, title: ReportFigures.plain(CommitmentWords.title(verdict, names)),
                state: CommitmentWords.state(verdict.state),
                figures: ReportFigures.plain(CommitmentTable.figures(verdict)),
                findings: verdict.breaches.map {
                    ReportFigures.plain(CommitmentWords.sentence($0, of: verdict, names))
                })
        }
        discrepancies = check.discrepancies.map { ReportFigures.plain(RuleWords.sentence($0, names)) }
    }

    enum CodingKeys: String, CodingKey {
        case isValid = "valide"
        case isFullyChecked = "tout_verifie"
        case rules = "regles"
        case commitments = "engagements"
        case discrepancies = "chiffres_faux"
    }
}
