import FileAccess
import Foundation
import GeoModel
import PlanCheck
import PlanningModel
import ScenarioFiles

/// What a folder of a plan holds: the timetable to print, the tables, the plan, and the outlines its maps are drawn from.
package enum PlanFiles {
    package static func of(
        _ plan: Plan, _ check: PlanCheck, _ contours: Contours
    ) throws -> [(name: OutputName, data: Data)] {
        let timetable = TimetableReport(plan, check)
        return [
            ("horaires.html", Data(try timetable.html().utf8)), ("horaires.csv", Data(timetable.csv().utf8)),
            ("tournees.csv", Data(RoundsTable(plan).text.utf8)), ("plan.json", try PlanFile.encode(plan)),
        ] + (try ContoursFile(contours, of: plan.scenario.territory).files)
    }
}
