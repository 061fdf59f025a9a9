import GeoModel

/// Several plans side by side; the first is the reference of all others.
package struct ScenarioComparison: Sendable {
    package var plans: [ComparedPlan]
    package var pairs: [PlanPair]
    package var contours: Contours

    package init(_ plans: [ComparedPlan], contours: Contours = Contours()) {
        self.plans = plans
        self.contours = contours
        pairs = plans.first.map { reference in plans.dropFirst().map { PlanPair(reference, $0) } } ?? []
    }

    /// Services of all plans in the order in which they are met.
    package var services: [(id: String, name: String)] {
        var seen: Set<String> = []
        return plans.flatMap(\.outcomes).map { ($0.view.service.id, $0.view.service.name) }
            .filter { seen.insert($0.0).inserted }
    }

    /// Whether a table for each service says more than the total.
    package var hasSeveralServices: Bool { services.count > 1 }
}

/// A plan beside the reference.
package struct PlanPair: Sendable {
    package var first: ComparedPlan
    package var second: ComparedPlan
    package var total: PairVerdict
    /// Those that both have, in the order of the reference.
    package var services: [ServicePair]
    /// Names of services that one of them lacks.
    package var onlyFirst: [String]
    package var onlySecond: [String]

    package init(_ first: ComparedPlan, _ second: ComparedPlan) {
        self.first = first
        self.second = second
        total = PairVerdict(first, second)
        services = first.outcomes.compactMap { own in
            second.outcome(of: own.view.service.id).map { other in
                ServicePair(
                    id: own.view.service.id, name: own.view.service.name,
                    verdict: PairVerdict(own.view.service.id, first, second),
                    change: BenefitChange(from: own, to: other), first: own, second: other)
            }
        }
        func lacking(_ own: ComparedPlan, _ other: ComparedPlan) -> [String] {
            own.outcomes.filter { other.outcome(of: $0.view.service.id) == nil }.map(\.view.service.name)
        }
        onlyFirst = lacking(first, second)
        onlySecond = lacking(second, first)
    }
}

/// One service in two plans.
package struct ServicePair: Sendable {
    package var id: String
    package var name: String
    package var verdict: PairVerdict
    package var change: BenefitChange
    package var first: ServiceOutcome
    package var second: ServiceOutcome

    package var groups: [BenefitChange.Group] {
        func weights(_ outcome: ServiceOutcome) -> [String: MilliPoints] {
            Dictionary(
                outcome.needs.weights.map { ($0.commune, $0.points) }, uniquingKeysWith: { first, _ in first })
        }
        return change.groups((weights(first), weights(second)))
    }
}
