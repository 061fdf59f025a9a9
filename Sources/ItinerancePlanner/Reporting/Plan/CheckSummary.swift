import FileAccess
import FrenchText
import PlanAnalysis
import PlanCheck
import Planning
import PlanningModel

/// The judgement of a plan as `verifier --json` writes it.
package struct CheckSummary: Sendable, Encodable, FrenchKeyed {
    package struct Rule: Sendable, Encodable, FrenchKeyed {
        package var id: String
        package var title: String
        package var kind: String
        package var state: String
        package var found: String?
        package var threshold: String?
        package var source: String
        package var sourceDate: String
        package var findings: [Finding]

        package static var frenchKeys: [String: String] {
            [
                "title": "intitule", "kind": "nature", "state": "etat", "found": "trouve", "threshold": "seuil",
                "sourceDate": "date_source",
            ]
        }
    }

    /// What is wrong, to be told or not known, and where.
    package struct Finding: Sendable, Encodable, FrenchKeyed {
        package var severity: String
        package var text: String
        package var service: String?
        package var week: Int?
        package var date: String?
        package var subject: String?

        package static var frenchKeys: [String: String] {
            ["severity": "gravite", "text": "constat", "subject": "sujet"]
        }

        package init(
            severity: String, text: String, service: String? = nil, week: Int? = nil, date: String? = nil,
            subject: String? = nil
        ) {
            self.severity = severity
            self.text = text
            self.service = service
            self.week = week
            self.date = date
            self.subject = subject
        }
    }

    package struct Commitment: Sendable, Encodable, FrenchKeyed {
        package var service: String
        package var title: String
        package var state: String
        package var figures: String
        package var findings: [String]

        package static var frenchKeys: [String: String] {
            ["title": "engagement", "state": "etat", "figures": "chiffres"]
        }
    }

    package var isValid: Bool
    package var isConform: Bool
    package var rules: [Rule]
    package var commitments: [Commitment]
    package var discrepancies: [String]

    /// `nil` where no comparison was asked for.
    package var changes: [SnapshotComparison.Change]?

    package var bound: BoundSummary

    /// - Parameters:
    ///   - today: how today's data differ from those of the plan.
    ///   - bound: `nil` for the one that the plan's file announces.
    package init(
        _ plan: Plan, _ check: PlanCheck, _ today: SnapshotComparison? = nil, _ bound: BoundSummary? = nil
    ) {
        self.bound = bound ?? BoundSummary(plan)
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

    package static var frenchKeys: [String: String] {
        [
            "rules": "regles", "commitments": "engagements", "discrepancies": "chiffres_faux",
            "changes": "donnees_changees",
        ]
    }
}
