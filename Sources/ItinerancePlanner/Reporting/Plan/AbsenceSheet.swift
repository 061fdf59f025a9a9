import FrenchText
import PageRendering
import PlanningModel
import Staffing

/// Rounds that absences make fall, and who could stand in.
package struct AbsenceSheet: Sendable {
    /// `nil` where nothing falls.
    package let section: ReportSection?

    package init(_ plan: Plan, _ names: ReportNames) {
        let repair = plan.scenario.absences.isEmpty ? nil : AbsenceRepair(plan)
        section = repair.flatMap { repair in
            guard !repair.gaps.isEmpty else { return nil }
            return ReportSection(
                title: ConformityWords.absences, texts: [ConformityWords.absenceText(repair)],
                tables: [
                    .init(
                        caption: "", headers: ConformityWords.absenceHeaders,
                        rows: repair.gaps.map { gap in
                            [
                                ReportDates.withWeekday(plan.scenario.date(week: gap.week, gap.weekday)),
                                names.serviceName(gap.service), gap.crew,
                                gap.rules.map(\.rawValue).joined(separator: ", "), String(gap.halfDays),
                                ConformityWords.standIn(gap),
                            ]
                        })
                ])
        }
    }
}
