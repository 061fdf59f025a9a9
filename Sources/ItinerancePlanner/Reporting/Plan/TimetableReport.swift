import FrenchText
import PageRendering
import PlanAnalysis
import PlanCheck
import PlanningModel

/// The timetable of a plan: pages to print, and a file for a spreadsheet.
package struct TimetableReport: Sendable {
    private let plan: Plan
    private let check: PlanCheck

    package init(_ plan: Plan, _ check: PlanCheck) {
        self.plan = plan
        self.check = check
    }

    /// One page a week and service, then « Ce que ce plan apporte ». Needs no other file and no network.
    package func html() throws -> String {
        let summary = PlanSummary(plan, check)
        let templates = try TemplateShelf.builtIn()
        return templates.render(
            "horaires",
            [
                "title": ReportWords.timetableTitle(plan.scenario.name), "style": templates.style("horaires"),
                "weeks": WeekSheet.all(plan, summary), "results": [ResultsPage(plan, check, summary).context],
            ])
    }

    package func csv() -> String { TimetableTable(plan).text }
}
