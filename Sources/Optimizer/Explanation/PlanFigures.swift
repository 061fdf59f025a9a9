import GeoModel
import PlanningModel

/// What the plan of one service brings and uses up in 4 weeks.
public struct PlanFigures: Hashable, Sendable {
    public var need: MilliPoints
    public var cost: MilliPoints
    public var metres: Metres
    /// Work, each person of a crew counted.
    public var personMinutes: Minutes
    /// The costs that the plan counts: kilometres, and hours only where wages are variable.
    public var euros: Double

    public init(_ plan: ServicePlan, in scenario: Scenario) {
        let parameters = scenario.parameters
        let cycles = parameters.cyclesInFourWeeks
        need = plan.needReached
        cost = plan.cost
        metres = plan.days.reduce(.zero) { $0 + $1.distance } * cycles
        let work = plan.days.map { day in day.workTime * scenario.staff.count { $0.crew == day.crew } }
        personMinutes = work.reduce(.zero, +) * cycles
        euros = RunningCost(parameters)
            .euros(kilometres: metres.kilometres, hours: Double(personMinutes.count) / 60)
    }

    public var value: MilliPoints { need - cost }

    /// This less another.
    public static func - (a: Self, b: Self) -> Self {
        var change = a
        change.need = a.need - b.need
        change.cost = a.cost - b.cost
        change.metres = a.metres - b.metres
        change.personMinutes = a.personMinutes - b.personMinutes
        change.euros = a.euros - b.euros
        return change
    }

    func used(_ budget: BudgetKind) -> Double {
        switch budget {
        case .kilometres: metres.kilometres
        case .personHours: Double(personMinutes.count) / 60
        case .euros: euros
        }
    }
}
