import FileAccess
import Foundation
import FrenchText
import PageRendering
import PlanCheck
import PlanningModel
import TabularData

/// The *dossier de conformité* of a plan: what a funder can file, as a page, a table and data.
package struct ConformityFile: Sendable {
    private let plan: Plan
    private let check: PlanCheck
    private let names: ReportNames

    package init(_ plan: Plan, _ check: PlanCheck) {
        self.plan = plan
        self.check = check
        names = ReportNames(plan.scenario)
    }

    package func files() throws -> [(name: OutputName, text: String)] {
        [("conformite.html", try html()), ("conformite.csv", csv)]
    }

    // MARK: Page

    private func html() throws -> String {
        let scenario = plan.scenario
        let last = scenario.date(
            week: scenario.parameters.cycleWeeks, scenario.parameters.weekdays.last ?? .friday)
        return try SectionPage(
            title: ConformityWords.title(scenario.name),
            lead: ConformityWords.heading(
                ReportDates.range(scenario.firstMonday, last), fingerprint: plan.fingerprint),
            verdicts: [ReportWords.conclusion(check) + "."], texts: [ReportWords.conformity(check) + "."],
            sections: sections
        ).html()
    }

    private var sections: [ReportSection] {
        let checked = PlanView(plan)
        return [rules, findings, AbsenceSheet(plan, names).section].compactMap { $0 }
            + [OpeningProof(checked, names).section, EffortSheet(checked, names).section]
            + [PremisesSheet(checked, names).section]
            + FixedTimesSheet(checked, names).sections
            + [PeopleSheet(checked, names).section, thresholds]
    }

    private var rules: ReportSection {
        ReportSection(
            title: ConformityWords.rules,
            tables: [
                .init(
                    caption: ConformityWords.rulesCaption, headers: ConformityWords.ruleHeaders,
                    rows: check.verdicts.map { verdict in
                        [
                            "\(verdict.rule.rawValue) – \(RuleWords.title(verdict.rule))", RuleWords.kind(verdict.rule),
                            RuleWords.state(verdict.state), RuleWords.found(verdict) ?? "–",
                            RuleWords.limit(verdict) ?? "–",
                            "\(RuleWords.source(verdict.rule)) (\(RuleWords.sourceDate(verdict.rule)))",
                        ]
                    })
            ])
    }

    private var findings: ReportSection? {
        let groups = [
            (ConformityWords.broken, Severity.hard), (ConformityWords.reported, .soft),
            (ReportWords.missingData, .unknown),
        ].compactMap { title, severity -> ReportSection? in
            let sentences = FindingGroups(check, in: plan.scenario, [severity]).sentences
            return sentences.isEmpty ? nil : ReportSection(title: title, items: sentences)
        }
        guard !groups.isEmpty else { return nil }
        return ReportSection(
            title: ConformityWords.findings,
            items: groups.flatMap { group in group.items.map { "\(group.title) – \($0)" } })
    }

    private var thresholds: ReportSection {
        let entries = ParameterCatalogue.entries.filter { ConformityWords.thresholdKeys.contains($0.key) }
        return ReportSection(
            title: ConformityWords.thresholds, texts: [ConformityWords.profile(plan.scenario.parameters.profile)],
            tables: [
                .init(
                    caption: ConformityWords.thresholdCaption, headers: ConformityWords.thresholdHeaders,
                    rows: entries.map { entry in
                        [
                            ParameterWords.name(entry), ParameterWords.value(entry, plan.scenario.parameters),
                            ParameterWords.words(entry.key)?.basis ?? "", ParameterWords.provenance(entry),
                        ]
                    })
            ])
    }

    // MARK: Table

    /// One line for each finding, or one for a rule without any. UTF-8 with BOM, `;`, decimal comma.
    private var csv: String {
        let lines = check.verdicts.flatMap { verdict -> [[String]] in
            let head = [
                verdict.rule.rawValue, RuleWords.title(verdict.rule), RuleWords.kind(verdict.rule),
                RuleWords.state(verdict.state), RuleWords.found(verdict) ?? "", RuleWords.limit(verdict) ?? "",
                RuleWords.source(verdict.rule), RuleWords.sourceDate(verdict.rule),
            ]
            guard !verdict.violations.isEmpty else { return [head + Array(repeating: "", count: 6)] }
            return verdict.violations.map { violation in
                let locus = violation.locus
                let date = locus.week.flatMap { week in
                    locus.weekday.map { plan.scenario.date(week: week, $0).iso }
                }
                return head + [
                    ConformityWords.severity(violation.severity), RuleWords.what(violation),
                    locus.service.map(names.serviceName) ?? "", locus.week.map(String.init) ?? "", date ?? "",
                    locus.subject.map(names.subject) ?? "",
                ]
            }
        }
        return CSVText(
            .excel, ConformityWords.csvColumns.map(ReportFigures.plain), lines.map { $0.map(ReportFigures.plain) }
        ).text
    }
}
