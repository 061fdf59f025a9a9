import GeoModel
import PlanningModel

/// Holds what the rounds of a service use up in 4 weeks, all teams together, against its budgets.
struct BudgetCheck {
    private let view: PlanView.ServiceView
    private let scenario: Scenario

    init(_ view: PlanView.ServiceView, in scenario: Scenario) {
        self.view = view
        self.scenario = scenario
    }

    var verdicts: [CommitmentVerdict] {
        let budgets = view.service.budgets
        let used = CostRecomputation(scenario).used(by: view)
        return [
            verdict(.kilometreBudget, used.kilometres, budgets.kilometres) { .kilometres($0) },
            verdict(.hourBudget, used.personHours, budgets.personHours) { .personHours($0) },
            verdict(.euroBudget, used.euros, budgets.euros) { .euros($0) },
        ].compactMap { $0 }
    }

    private func verdict(
        _ commitment: Commitment, _ found: Double, _ budget: Double?, _ amount: (Double) -> Amount
    ) -> CommitmentVerdict? {
        guard let budget else { return nil }
        let isPassed = found > budget * (1 + Budgets.tolerance)
        let breach = CommitmentBreach(
            .budgetPassed, at: PlanLocus(service: view.service.id), found: amount(found), limit: amount(budget))
        return CommitmentVerdict(
            commitment, of: view.service.id, isPassed ? [breach] : [], found: amount(found), limit: amount(budget))
    }
}
