import GeoModel
import PlanCheck
import PlanningModel

extension Scenario {
    /// What every plan of the scenario breaks, whatever its rounds: the hard violations of a plan that has none, but for the
    /// openings that rounds would bring. Each is told once, not week by week. What an absence breaks, or works in a fixed
    /// centre, is no contradiction: the check tells it of the plan, and the rounds are made all the same.
    ///
    /// - Parameter fixed: a plan with all that happens at fixed times, and no rounds.
    public func contradictions(in fixed: Plan) -> [Violation] {
        var plan = fixed
        plan.scenario.absences = []
        let venues = Set(centres.map(\.venue))
        plan.scenario.calendar.exceptions.removeAll { venues.contains($0.place) }
        plan.services = services.map {
            ServicePlan(id: $0.id, needReached: .zero, cost: .zero, bound: .zero, days: [], credits: [], needs: [])
        }
        let checked = PlanView(plan)
        let rounds = Set(services.map(\.id))
        let broken = PlanCheck.rules(parameters).flatMap { $0.violations(in: checked) }.filter {
            $0.severity == .hard && !($0.rule == .r01 && $0.locus.service.map(rounds.contains) ?? false)
        }
        var seen: Set<Violation> = []
        return broken.filter { violation in
            var weekly = violation
            weekly.locus.week = nil
            return seen.insert(weekly).inserted
        }
    }
}
