import FrenchText
import GeoModel
import PlanCheck
import PlanningModel

/// Findings that say the same of several days and people, each told once.
package struct FindingGroups: Sendable {
    private struct Group: Sendable {
        var head: String
        var subjects: [String] = []
        var dates: [CivilDate] = []
        var weeks: [Int] = []
    }

    private var groups: [Group] = []
    private let discrepancies: [String]

    /// - Parameter severities: of the findings wanted; discrepancies are hard.
    package init(_ check: PlanCheck, in scenario: Scenario, _ severities: Set<Severity> = [.hard, .soft, .unknown]) {
        let names = ReportNames(scenario)
        discrepancies =
            severities.contains(.hard) ? check.discrepancies.map { RuleWords.sentence($0, names) } : []
        for verdict in check.verdicts {
            for violation in verdict.violations where severities.contains(violation.severity) {
                add(violation, "\(verdict.rule.rawValue) – \(RuleWords.what(violation))", names, scenario)
            }
        }
    }

    private mutating func add(_ violation: Violation, _ head: String, _ names: ReportNames, _ scenario: Scenario) {
        let index = groups.firstIndex { $0.head == head } ?? groups.count
        if index == groups.count { groups.append(Group(head: head)) }
        let locus = violation.locus
        let service = locus.service.flatMap { scenario.services.count > 1 ? names.serviceName($0) : nil }
        if let subject = locus.subject.map(names.subject) ?? service, !groups[index].subjects.contains(subject) {
            groups[index].subjects.append(subject)
        }
        guard let week = locus.week else { return }
        if let weekday = locus.weekday {
            let date = scenario.date(week: week, weekday)
            if !groups[index].dates.contains(date) { groups[index].dates.append(date) }
        } else if !groups[index].weeks.contains(week) {
            groups[index].weeks.append(week)
        }
    }

    /// Of many only the first are named.
    private static func shortened(_ subjects: [String]) -> String {
        let shown = 8
        guard subjects.count > shown + 1 else { return subjects.joined(separator: " ; ") }
        return ReportWords.first(shown, of: subjects)
    }

    package var sentences: [String] {
        groups.map { group in
            var parts: [String] = []
            if !group.dates.isEmpty { parts.append(ReportDates.list(group.dates)) }
            if !group.weeks.isEmpty {
                parts.append(ReportWords.weeks(group.weeks))
            }
            if !group.subjects.isEmpty { parts.append(Self.shortened(group.subjects)) }
            return group.head + (parts.isEmpty ? "" : " : " + parts.joined(separator: " – ")) + "."
        } + discrepancies
    }
}
