import FileAccess
import Foundation
import PlanAnalysis
import ScenarioFiles

extension SweepResults {
    /// `NAME/plan.json` of each cell that has a plan.
    package func planFiles() throws -> [(name: OutputName, data: Data)] {
        var names = UniqueFileNames()
        return try cells.compactMap { cell in
            let name = names.unique(cell.name)
            return try cell.plan.map { ("\(name)/\(PlanFolder.plan)", try PlanFile.encode($0.plan)) }
        }
    }
}
