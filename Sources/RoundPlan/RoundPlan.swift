@_exported import LinearSolver
@_exported import PlanCheck
@_exported import PlanningModel
@_exported import Staffing

public typealias CheckedPlan = PlanView
