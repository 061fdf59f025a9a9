// Until each file of the program names the targets it uses.

@_exported import LinearSolver
import Optimizer
@_exported import PlanCheck
@_exported import PlanningModel
@_exported import Staffing

public typealias CheckedPlan = PlanView

extension PlanExplainer {
    package func week(_ week: Int) -> [WeekExplanation] { WeekExplanation.all(week, in: plan) }
}
