import GeoModel
import RoundPlan

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
        if summary.services.count > 1 { lines += ["", "Ensemble des services"] + figures(summary.total) }
        let beside = FixedTimesWords.summary(plan)
        if !beside.isEmpty { lines += ["", FixedTimesWords.beside] + beside.flatMap { row($0.0, $0.1) } }
        lines +=
            ["", proofLine] + auditLine + (plan.shapeTrial.map { [ReportWords.shapeTrial($0) + "."] } ?? []) + holidays
            + [
                "", "Règles",
            ] + RuleTable(check).lines()
        let commitments = CommitmentTable(check, ReportNames(plan.scenario))
        if !commitments.isEmpty { lines += ["", "Engagements"] + commitments.lines }
        lines += [""] + parameters
        return lines.map(ReportFigures.plain)
    }

    private var heading: [String] {
        let last = plan.scenario.date(
            week: summary.cycleWeeks, plan.scenario.parameters.weekdays.last ?? .friday)
        return [
            summary.name,
            "Cycle de \(ReportFigures.counted(summary.cycleWeeks, "semaine")), "
                + ReportDates.range(summary.firstDay, last),
            "",
        ]
    }

    private func figures(_ service: ServiceSummary) -> [String] {
        let isTotal = service.id == nil
        var rows: [(String, String)] = [
            (
                "Demi-journées par semaine",
                service.halfDays.map(String.init).joined(separator: ", ")
                    + " (minimum \(service.minimumHalfDays), R01)"
            ),
            ("Communes avec un arrêt", ReportFigures.integer(service.communesServed)),
            (
                "Communes atteintes",
                "\(ReportFigures.integer(service.communesReached)) sur "
                    + ReportFigures.counted(service.communesAtStake, "commune éligible", "communes éligibles")
            ),
            ("Communes hors cible", SummaryWords.offTarget(service.offTarget)),
            ("Besoin couvert", SummaryWords.need(service)),
            ("Cinquième le moins servi", SummaryWords.benefit(service.worstOffFifth)),
            ("Besoin le plus intense", SummaryWords.benefit(service.highestNeedFifth)),
            ("Inégalité (Gini)", SummaryWords.gini(service.gini)),
            ("Trajet moyen des familles", SummaryWords.travel(service.meanTravel)),
            ("Kilomètres par semaine", SummaryWords.weekly(service.kilometres, service.meanKilometres, "km")),
            (
                "Heures par semaine",
                SummaryWords.weekly(service.hours, service.meanHours, "h")
                    + (isTotal
                        ? " pour toutes les équipes"
                        : service.teams.count > 1 ? " pour les \(service.teams.count) équipes" : " par personne")
            ),
            ("Coût pour 4 semaines", SummaryWords.cost(service)),
        ]
        if !isTotal, summary.services.count > 1 { rows.append(("Valeur et borne", SummaryWords.value(service))) }
        if let id = service.id, let known = plan.scenario.services.first(where: { $0.id == id }) {
            rows += need(ServiceNeeds(known, in: plan.scenario))
        }
        return rows.flatMap { row($0.0, $0.1) }
    }

    private func need(_ needs: ServiceNeeds) -> [(String, String)] {
        [
            ("Besoin", ReportWords.dimensions(needs.score.usedDimensions)),
            ("Indicateurs du besoin", needs.score.usedIndicators.map(ReportWords.indicator).joined(separator: ", ")),
            (
                "Volume du besoin",
                ReportWords.volume(needs.measure, familiesGiven: needs.familiesGiven, of: needs.communes.count)
            ),
        ]
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

    private var proofLine: String {
        "Valeur \(ReportFigures.points(summary.value)) points ; borne \(ReportFigures.points(summary.bound)) ; "
            + "écart \(ReportWords.gap(summary.gap)) : \(ReportWords.stop(summary.stop, gap: summary.gap))"
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
        let entries = ParameterCatalogue.toConfirm
        let list = entries.map { "\($0.key) (\(ParameterWords.value($0, plan.scenario.parameters)))" }
        return Self.wrapped(
            "À confirmer avec la Caf, \(ReportFigures.counted(entries.count, "paramètre")) : "
                + list.joined(separator: ", "), to: width)
    }
}
