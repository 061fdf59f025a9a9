import GeoModel
import PlanningModel

/// Explains a plan by solving it again with something changed. Each service is looked at by itself, as it is planned.
public struct PlanExplainer: Sendable {
    package let plan: Plan
    private let solver: VariantSolver
    private let services: [PlanAtHand]

    public init(_ plan: Plan, _ solver: VariantSolver) {
        self.plan = plan
        self.solver = solver
        services = plan.scenario.services.compactMap { service in
            plan.services.first { $0.id == service.id }.map { PlanAtHand($0, of: service, in: plan.scenario) }
        }
    }

    /// Communes that share the time of one question: what does not depend on the commune is solved once.
    private static let communesAtOnce = 8.0

    /// Communes by Insee code, each for every service that knows it, in the order of the codes, then of the services.
    /// Up to eight take the time of one question together, more take more in proportion. Blocks until done.
    ///
    /// - Throws: `SolveFailure.refused` where no model can be made; `LinearError` where GLPK gave up.
    public func communes(_ codes: [String]) throws -> [CommuneExplanation] {
        var found: [CommuneExplanation] = []
        let explainers = services.map { CommuneExplainer($0, solver) }
        let counts = explainers.map { explainer in Double(codes.count { explainer.knows($0) }) }
        let total = max(1, counts.reduce(0, +))
        let seconds = solver.limits.seconds * max(1, total / Self.communesAtOnce)
        for (explainer, count) in zip(explainers, counts) where count > 0 {
            found += try explainer.explain(codes, seconds: seconds * count / total)
        }
        return codes.flatMap { code in found.filter { $0.commune == code } }
    }

    /// What moving the limit of a rule brings each service: an hour of work more, a half-day less or more, the next
    /// cadence, as the duals of the relaxation estimate it and as a search confirms it. `nil` for a rule without a limit that can be moved. Blocks until done.
    ///
    /// - Throws: as `communes`.
    public func rule(_ rule: RuleID) throws -> [RuleExplanation]? {
        guard let obstacle = Obstacle(rule) else { return nil }
        return try services.map { own in
            var moves: [(relaxation: Relaxation, isTighter: Bool)] = []
            switch obstacle {
            case .minimumOpening:
                let minimum = own.scenario.parameters.minimumHalfDays
                if minimum > 0 { moves.append((Relaxation(obstacle, .threshold(.count(minimum - 1))), false)) }
                moves.append((Relaxation(obstacle, .threshold(.count(minimum + 1))), true))
            case .minimumVisits:
                if let scale = ObstacleScale(obstacle, in: own.scenario) {
                    moves = (1...scale.count).map { (scale.relaxation($0), false) }
                }
            default:
                if let hour = own.oneHourMore(obstacle) { moves.append((hour, false)) }
            }
            let duals = try moves.isEmpty ? nil : RootDuals(own, solver)
            let estimates = try moves.map { try duals?.estimate($0.relaxation) }
            let answers = try solver.best(
                moves.map { $0.relaxation.applied(to: own.scenario) }, from: own.plan,
                seconds: solver.limits.seconds * Double(max(1, moves.count)))
            return RuleExplanation(
                service: own.service.id, rule: rule, obstacle: obstacle,
                trials: zip(moves, answers).map {
                    RelaxationTrial($0.relaxation, isTighter: $0.isTighter, $1, beside: own)
                }, estimates: estimates)
        }
    }

    /// A van in each service that has it; empty where none does. Blocks until done.
    ///
    /// - Throws: as `communes`.
    public func van(_ id: String) throws -> [VanExplanation] {
        try services.filter { $0.service.teams.contains { $0.van == id } }.map { try van(id, of: $0) }
    }

    private func van(_ id: String, of own: PlanAtHand) throws -> VanExplanation {
        let days = own.plan.days.filter { $0.van == id }
        let parameters = own.scenario.parameters
        let cycles = parameters.cyclesInFourWeeks
        let halfDays = days.reduce(0) { sum, day in
            let halves = DayHalves(day, split: parameters.halfDaySplit)
            return sum + HalfDay.allCases.count { halves[$0] != .nothing }
        }
        // Of several crews of the van, the one that works most.
        let work =
            Dictionary(grouping: days, by: \.crew).values.map { $0.reduce(Minutes.zero) { $0 + $1.workTime } }
            .max() ?? .zero
        var without: PlanComparison?
        if own.service.teams.contains(where: { $0.van != id }) {
            var other = own.scenario
            other.services[0].teams.removeAll { $0.van == id }
            without = PlanComparison(
                other, try solver.best(other, from: own.plan), beside: own, allowsLess: true)
        }
        return VanExplanation(
            service: own.service.id, van: id, days: days.count * cycles, halfDays: halfDays * cycles,
            stops: own.stops.filter { stop in stop.times.contains { $0.van == id } },
            metres: days.reduce(.zero) { $0 + $1.distance } * cycles,
            work: work * cycles, without: without)
    }
}
