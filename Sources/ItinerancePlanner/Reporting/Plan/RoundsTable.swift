import PlanningModel
import ScenarioFiles
import TabularData

/// `tournees.csv`: the rounds of a plan by identifiers, one line for each opening, to change in a spreadsheet and check again.
/// UTF-8 with BOM, `;`. Format: `docs/plan.md`.
package struct RoundsTable: Sendable {
    private let plan: Plan

    package init(_ plan: Plan) { self.plan = plan }

    package var text: String {
        let lines = plan.services.flatMap { service in service.days.flatMap { rows(of: $0, service.id) } }
        return CSVText(.excel, RoundsTableReader.columns, lines).text
    }

    private func rows(of day: DayRound, _ service: String) -> [[String]] {
        let openings = day.visits.enumerated().flatMap { index, visit in
            visit.openings.enumerated().map { turn, opening in
                (visit: visit, opening: opening, leave: turn == 0 && index < day.legs.count ? day.legs[index] : nil)
            }
        }
        return openings.enumerated().map { order, row in
            let isLast = order == openings.count - 1
            return [
                service, String(day.week), day.weekday.key, day.van, day.crew, row.visit.venue,
                DataClock.text(row.opening.start), DataClock.text(row.opening.end),
                row.leave.map { DataClock.text($0.departure) } ?? "",
                isLast ? day.legs.last.map { DataClock.text($0.departure) } ?? "" : "",
            ]
        }
    }
}
