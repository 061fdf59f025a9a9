import GeoModel
import PlanningModel

/// Works out again what a plan is worth: who reaches which stop, what it gains, what it costs.
struct ValueRecomputation {
    private let scenario: Scenario
    private let costs: CostRecomputation

    init(_ scenario: Scenario) {
        self.scenario = scenario
        costs = CostRecomputation(scenario)
    }

    func discrepancies(in plan: PlanView, _ recounts: [ServiceRecount]) -> [Discrepancy] {
        let needs = NeedRecomputation()
        var found = recounts.flatMap { needs.discrepancies(in: $0) + service($0) }
        let value = plan.plan.services.reduce(MilliPoints.zero) { $0 + $1.value }
        let bound = plan.plan.services.reduce(MilliPoints.zero) { $0 + $1.bound }
        compare(.value, MilliPoints(points: plan.plan.value), value, at: PlanLocus(), &found)
        compare(.planBound, MilliPoints(points: plan.plan.bound), bound, at: PlanLocus(), &found)
        if abs(plan.plan.gap - Plan.gap(plan.plan.services)) > 1e-9 {
            found.append(Discrepancy(.gap, at: PlanLocus()))
        }
        return found
    }

    private func compare(
        _ kind: Discrepancy.Kind, _ found: MilliPoints, _ expected: MilliPoints, at locus: PlanLocus,
        _ list: inout [Discrepancy]
    ) {
        guard found != expected else { return }
        list.append(Discrepancy(kind, at: locus, found: .points(found), expected: .points(expected)))
    }

    private func service(_ recount: ServiceRecount) -> [Discrepancy] {
        let plan = recount.view.plan
        let locus = PlanLocus(service: plan.id)
        let expected = recount.options
        var found: [Discrepancy] = []
        let given = Dictionary(plan.credits.map { ($0.commune, $0) }, uniquingKeysWith: { first, _ in first })
        if given.count < plan.credits.count { found.append(Discrepancy(.creditUnfounded, at: locus)) }
        for (code, options) in expected.sorted(by: { $0.key < $1.key }) {
            var locus = locus
            locus.subject = code
            guard let best = options.map(\.points).max() else { continue }
            guard let credit = given[code] else {
                found.append(Discrepancy(.creditMissing, at: locus, expected: .points(best)))
                continue
            }
            guard let option = options.first(where: { $0.venue == credit.venue }) else {
                found.append(Discrepancy(.creditVenue, at: locus))
                continue
            }
            compare(.creditPoints, credit.points, best, at: locus, &found)
            if credit.visits != option.visits {
                found.append(
                    Discrepancy(.creditVisits, at: locus, found: .count(credit.visits), expected: .count(option.visits))
                )
            }
            if credit.travel != option.travel { found.append(Discrepancy(.creditTravel, at: locus)) }
            if abs(credit.access - option.access) > 1e-9 { found.append(Discrepancy(.creditAccess, at: locus)) }
        }
        for credit in plan.credits where expected[credit.commune] == nil {
            var locus = locus
            locus.subject = credit.commune
            found.append(Discrepancy(.creditUnfounded, at: locus, found: .points(credit.points)))
        }
        let need = recount.needReached
        let cost = costs.cost(of: recount.view)
        compare(.needReached, plan.needReached, need, at: locus, &found)
        compare(.cost, plan.cost, cost, at: locus, &found)
        compare(.serviceValue, plan.value, need - cost, at: locus, &found)
        if plan.bound < plan.value {
            found.append(Discrepancy(.bound, at: locus, found: .points(plan.bound), expected: .points(plan.value)))
        }
        return found
    }
}
