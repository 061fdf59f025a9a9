import FrenchText
import GeoModel
import PlanCheck
import Planning
import PlanningModel

/// The rules of a plan in aligned columns: one line each.
package struct RuleTable {
    private let verdicts: [RuleVerdict]

    package init(_ check: PlanCheck) { verdicts = check.verdicts }

    /// - Parameter withSource: adds where each rule comes from.
    package func lines(withSource: Bool = false) -> [String] {
        let states = verdicts.map { RuleWords.state($0.state) }
        let stateWidth = states.map(\.count).max() ?? 0
        let titleWidth = verdicts.map { RuleWords.title($0.rule).count }.max() ?? 0
        return zip(verdicts, states).map { verdict, state in
            let head =
                "  \(verdict.rule.rawValue)  " + padded(state, stateWidth) + "  "
                + padded(RuleWords.title(verdict.rule), titleWidth)
            let figures = Self.figures(verdict)
            let line = figures.isEmpty ? head.trimmedRight : head + "  " + figures
            guard withSource else { return line }
            return line + "\n       " + ResultWords.source(verdict.rule)
        }
    }

    /// `8 demi-journées, au moins 5 demi-journées`; findings where a rule has no figure.
    package static func figures(_ verdict: RuleVerdict) -> String {
        if let found = RuleWords.found(verdict) {
            return RuleWords.limit(verdict).map { "\(found) (\($0))" } ?? found
        }
        guard !verdict.violations.isEmpty else { return "" }
        return ResultWords.findings(verdict.violations.count)
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

extension String {
    fileprivate var trimmedRight: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

/// The lines of `verifier`: every rule with its figure, threshold and source, then each finding as a sentence.
package struct CheckReport: Sendable {
    private let plan: Plan
    private let check: PlanCheck
    private let bound: BoundSummary

    /// - Parameter bound: `nil` for the one that the plan's file announces.
    package init(_ plan: Plan, _ check: PlanCheck, _ bound: BoundSummary? = nil) {
        self.plan = plan
        self.check = check
        self.bound = bound ?? BoundSummary(plan)
    }

    package var text: String { lines.joined(separator: "\n") + "\n" }

    package var lines: [String] {
        let names = ReportNames(plan.scenario)
        var lines = [plan.scenario.name, "", ResultWords.rules]
        lines += RuleTable(check).lines(withSource: true).flatMap { $0.split(separator: "\n").map(String.init) }
        let hard = sentences(.hard, names)
        if !hard.isEmpty { lines += ["", ResultWords.brokenRules] + hard }
        for (title, severity) in [(ResultWords.remarks, Severity.soft), (ReportWords.missingData, .unknown)] {
            let sentences = FindingGroups(check, in: plan.scenario, [severity]).sentences
            if !sentences.isEmpty { lines += ["", title] + sentences.map { "  " + $0 } }
        }
        if let absences = AbsenceSheet(plan, names).section {
            lines += ["", absences.title] + absences.texts.map { "  " + $0 }
            lines += absences.tables.flatMap { $0.rows.map { "  " + $0.joined(separator: " – ") } }
        }
        let commitments = CommitmentTable(check, names)
        if !commitments.isEmpty { lines += ["", ResultWords.commitments] + commitments.lines }
        if !check.discrepancies.isEmpty {
            lines += ["", ResultWords.discrepancies]
            lines += check.discrepancies.map { "  " + RuleWords.sentence($0, names) }
        }
        lines += ["", ReportWords.conclusion(check) + ".", ReportWords.conformity(check) + "."] + bound.sentences
        return lines.map(ReportFigures.plain)
    }

    /// Why a plan is not valid, a sentence each.
    package var faults: [String] {
        let names = ReportNames(plan.scenario)
        return
            (sentences(.hard, names)
            + check.commitments.filter { $0.state == .broken }.flatMap { verdict in
                verdict.breaches.map { "  " + CommitmentWords.sentence($0, of: verdict, names) }
            } + check.discrepancies.map { "  " + RuleWords.sentence($0, names) }).map(ReportFigures.plain)
    }

    private func sentences(_ severity: Severity, _ names: ReportNames) -> [String] {
        check.verdicts.flatMap { verdict in
            verdict.violations.filter { $0.severity == severity }
                .map { "  \(verdict.rule.rawValue)  " + RuleWords.sentence($0, names) }
        }
    }
}
