import RoundPlan

/// The judgement of a plan as `verifier --json` writes it.
package struct CheckSummary: Sendable, Encodable {
    package struct Rule: Sendable, Encodable {
        var id: String
        var title: String
        var kind: String
        var state: String
        var found: String?
        var threshold: String?
        var source: String
        var sourceDate: String
        var findings: [Finding]

        enum CodingKeys: String, CodingKey {
            case id
            case title = "intitule"
            case kind = "nature"
            case state = "etat"
            case found = "trouve"
            case threshold = "seuil"
            case source
            case sourceDate = "date_source"
            case findings = "constats"
        }
    }

    /// What is wrong, to be told or not known, and where.
    package struct Finding: Sendable, Encodable {
        var severity: String
        var text: String
        var service: String?
        var week: Int?
        var date: String?
        var subject: String?

        enum CodingKeys: String, CodingKey {
            case severity = "gravite"
            case text = "constat"
            case service
            case week = "semaine"
            case date
            case subject = "sujet"
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
    var isConform: Bool
    var rules: [Rule]
    var commitments: [Commitment]
    var discrepancies: [String]

    /// `nil` where no comparison was asked for.
    var changes: [SnapshotComparison.Change]?

    /// - Parameter today: how today's data differ from those of the plan.
    package init(_ plan: Plan, _ check: PlanCheck, _ today: SnapshotComparison? = nil) {
        let names = ReportNames(plan.scenario)
        changes = today?.changes
        isValid = check.isValid
        isConform = check.isConform
        rules = check.verdicts.map { verdict in
            Rule(
                id: verdict.rule.rawValue, title: RuleWords.title(verdict.rule), kind: RuleWords.kind(verdict.rule),
                state: RuleWords.state(verdict.state), found: RuleWords.found(verdict).map(ReportFigures.plain),
                threshold: RuleWords.limit(verdict).map(ReportFigures.plain), source: RuleWords.source(verdict.rule),
                sourceDate: RuleWords.sourceDate(verdict.rule),
                findings: verdict.violations.map { violation in
                    let locus = violation.locus
                    return Finding(
                        severity: ConformityWords.severity(violation.severity),
                        text: ReportFigures.plain(RuleWords.what(violation)), service: locus.service, week: locus.week,
                        date: locus.week.flatMap { week in
                            locus.weekday.map { plan.scenario.date(week: week, $0).iso }
                        }, subject: locus.subject)
                })
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
        case isConform = "conforme"
        case rules = "regles"
        case commitments = "engagements"
        case discrepancies = "chiffres_faux"
        case changes = "donnees_changees"
    }
}
