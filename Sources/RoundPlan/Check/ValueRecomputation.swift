import GeoModel

/// Works out again what a plan is worth: who reaches which stop, what it gains, what the driving costs.
struct ValueRecomputation {
    private let scenario: Scenario
    private let travel: Travel
    private let venues: [String: Place]

    init(_ plan: Plan) {
        scenario = plan.scenario
        travel = plan.scenario.travel
        venues = Dictionary(scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func discrepancies(in plan: CheckedPlan) -> [Discrepancy] {
        var found = plan.services.flatMap(service)
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

    private func service(_ view: CheckedPlan.ServiceView) -> [Discrepancy] {
        let plan = view.plan
        let locus = PlanLocus(service: plan.id)
        let expected = credits(view)
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
        let need = expected.values.reduce(MilliPoints.zero) { $0 + ($1.map(\.points).max() ?? .zero) }
        let cost = cost(of: view)
        compare(.needReached, plan.needReached, need, at: locus, &found)
        compare(.cost, plan.cost, cost, at: locus, &found)
        compare(.serviceValue, plan.value, need - cost, at: locus, &found)
        if plan.bound < plan.value {
            found.append(Discrepancy(.bound, at: locus, found: .points(plan.bound), expected: .points(plan.value)))
        }
        return found
    }

    /// What each stop would credit each commune of positive weight with, where it is more than nothing.
    private func credits(_ view: CheckedPlan.ServiceView) -> [String: [Credit]] {
        let needs = ServiceNeeds(view.service, in: scenario)
        var options: [String: [Credit]] = [:]
        for (venueID, visits) in view.visitsByVenue {
            guard let venue = venues[venueID] else { continue }
            let inFourWeeks = visits.count * scenario.parameters.cyclesInFourWeeks
            let frequency = scenario.parameters.frequency.benefit(visits: Double(inFourWeeks))
            for (commune, weight) in zip(needs.communes, needs.weights) where weight.points > .zero {
                guard let leg = travel.familyLeg(from: commune, to: venue) else { continue }
                let access = scenario.parameters.access.access(by: leg)
                let points = MilliPoints(Int((Double(weight.points.count) * access * frequency).rounded()))
                guard points > .zero else { continue }
                options[commune.code, default: []].append(
                    Credit(
                        commune: commune.code, venue: venueID, visits: inFourWeeks, travel: leg.duration,
                        access: access, points: points))
            }
        }
        return options
    }

    /// Each day is priced and rounded once: λ × (kilometres and, where wages are variable, hours of the crew).
    private func cost(of view: CheckedPlan.ServiceView) -> MilliPoints {
        let parameters = scenario.parameters
        return view.plan.days.reduce(.zero) { sum, day in
            var euros = day.distance.kilometres * parameters.costPerKilometre
            if parameters.wages == .variable {
                let persons = scenario.staff.count { $0.crew == day.crew }
                euros += Double(day.workTime.count) / 60 * parameters.costPerHour * Double(persons)
            }
            return sum
                + MilliPoints(points: euros * parameters.pricePerEuro * Double(parameters.cyclesInFourWeeks))
        }
    }
}
