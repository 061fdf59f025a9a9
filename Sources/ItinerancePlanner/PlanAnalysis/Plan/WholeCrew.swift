import PlanCheck
import PlanningModel

extension Plan {
    /// The same as if nobody were ever away and no fixed centre ever closed: neither is for the rounds to decide.
    package var forWholeCrew: Plan {
        var whole = self
        whole.scenario.absences = []
        let visited = Set(services.flatMap { $0.days.flatMap { $0.visits.map(\.venue) } })
        let fixed = Set(scenario.centres.map(\.venue)).subtracting(visited)
        whole.scenario.calendar.exceptions.removeAll { fixed.contains($0.place) }
        return whole
    }

    /// Whether anybody is away or a fixed centre closed at some time.
    fileprivate var isDisturbed: Bool {
        let fixed = Set(scenario.centres.map(\.venue))
        return !scenario.absences.isEmpty || scenario.calendar.exceptions.contains { fixed.contains($0.place) }
    }
}

extension PlanCheck {
    /// Whether a plan that was made here, or is about to be used, is valid, at least for the whole crew and with its fixed centres
    /// open: the rounds of a cycle are made for that, and what an absence or works in a centre break is said, and is no error of
    /// the plan.
    package func holds(_ plan: Plan) -> Bool {
        isValid || (plan.isDisturbed && PlanCheck(plan.forWholeCrew).isValid)
    }
}
