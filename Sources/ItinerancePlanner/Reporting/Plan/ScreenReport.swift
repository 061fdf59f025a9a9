import FrenchText
import PlanAnalysis
import PlanCheck
import PlanningModel

/// The lines shown on the terminal once a plan is made.
package struct ScreenReport: Sendable {
    private let plan: Plan
    private let check: PlanCheck
    private let summary: PlanSummary
    private let width: Int

    /// - Parameter width: columns after which a list goes on to the next line.
    package init(_ plan: Plan, _ check: PlanCheck, width: Int = 100) {
        self.plan = plan
        self.check = check
        self.width = width
        summary = PlanSummary(plan, check)
    }

    package var text: String { lines.joined(separator: "\n") + "\n" }

    package var lines: [String] {
        var lines = heading
        for service in summary.services {
            if summary.services.count > 1 { lines += ["", service.name] }
            lines += figures(service)
        }
        if summary.services.count > 1 { lines += ["", ResultWords.allServices] + figures(summary.total) }
        let beside = FixedTimesWords.summary(plan)
        if !beside.isEmpty { lines += ["", FixedTimesWords.beside] + beside.flatMap { row($0.0, $0.1) } }
        lines +=
            ["", ResultWords.proofLine(summary)] + auditLine
            + ProofWords.scope(plan).flatMap { Self.wrapped($0, to: width) }
            + (plan.shapeTrial.map { [ReportWords.shapeTrial($0) + "."] } ?? []) + holidays
            + [
                "", ResultWords.rules,
            ] + RuleTable(check).lines()
        let commitments = CommitmentTable(check, ReportNames(plan.scenario))
        if !commitments.isEmpty { lines += ["", ResultWords.commitments] + commitments.lines }
        lines += [""] + parameters
        return lines.map(ReportFigures.plain)
    }

    private var heading: [String] {
        let last = plan.scenario.date(
            week: summary.cycleWeeks, plan.scenario.parameters.weekdays.last ?? .friday)
        return [
            summary.name,
            ResultWords.cycle(summary.cycleWeeks, summary.firstDay, last),
            "",
        ]
    }

    private func figures(_ service: ServiceSummary) -> [String] {
        var rows: [(ResultWords.Figure, String)] = [
            (.halfDays, ResultWords.halfDaysOfRule(service)),
            (.served, ReportFigures.integer(service.communesServed)),
            (.reached, ResultWords.reached(service)),
            (.offTarget, SummaryWords.offTarget(service.offTarget)),
            (.need, SummaryWords.need(service)),
            (.worstOff, SummaryWords.benefit(service.worstOffFifth)),
            (.highestNeed, SummaryWords.benefit(service.highestNeedFifth)),
            (.gini, SummaryWords.gini(service.gini)),
            (.travel, SummaryWords.travel(service.meanTravel)),
            (.road, SummaryWords.weekly(service.kilometres, service.meanKilometres, "km")),
            (.work, SummaryWords.weekly(service.hours, service.meanHours, "h") + ResultWords.workers(service)),
            (.cost, SummaryWords.cost(service)),
        ]
        if service.id != nil, summary.services.count > 1 { rows.append((.value, SummaryWords.value(service))) }
        var lines = rows.flatMap { row(ResultWords.short($0.0), $0.1) }
        if let id = service.id, let known = plan.scenario.services.first(where: { $0.id == id }) {
            lines += ResultWords.needRows(plan.scenario.needs(of: known)).flatMap { row($0.0, $0.1) }
        }
        return lines
    }

    /// A label of 25 columns and its value, which goes on below itself where it is long.
    private func row(_ label: String, _ value: String) -> [String] {
        let head = label + String(repeating: " ", count: max(0, 25 - label.count)) + " : "
        let lines = Self.wrapped(value, to: max(20, width - head.count))
        return lines.enumerated().map { index, line in
            (index == 0 ? head : String(repeating: " ", count: head.count)) + line
        }
    }

    package static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    private var auditLine: [String] {
        summary.audit.map { Self.wrapped(ReportWords.audit($0) + ReportWords.auditOption($0) + ".", to: width) } ?? []
    }

    private var holidays: [String] {
        let names = ReportNames(plan.scenario)
        var lines = summary.holidays.map { holiday in
            SummaryWords.holiday(
                holiday, service: summary.services.count > 1 ? names.serviceName(holiday.service) : nil)
        }
        if !summary.datesNotCovered.isEmpty {
            lines += Self.wrapped(SummaryWords.notCovered(summary.datesNotCovered), to: width)
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private var parameters: [String] {
        Self.wrapped(ResultWords.toConfirm(ParameterCatalogue.toConfirm, plan.scenario.parameters), to: width)
    }
}
