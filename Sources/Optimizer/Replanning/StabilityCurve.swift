import GeoModel
import PlanningModel

/// What letting more go brings: the fewer things are kept, the more a plan may be worth.
///
/// Each step lets one more kind of promise go, lightest kinds first, and takes the best plan; what that plan does change is
/// counted. A plan within a stated loss is then made steadier: each thing it changes, heaviest first, is asked for again as
/// long as the loss allows it. No single change of the result can be taken back within the loss, as far as searches tell;
/// it need not be the lightest of all: only the weight that no plan at all is below is proven.
public struct StabilityCurve: Sendable {
    /// A plan, how much it changes, and an upper bound on the value of the plans that change no more.
    public struct Step: Sendable {
        /// Kinds of promise that could be let go beyond what had to be.
        public var freed: [ChangedField]
        public var plan: ServicePlan
        /// The total of the weights of what it changes, of what pins can say.
        public var weight: Int
    }

    /// Steadiest first: each later step changes more and is worth more.
    public let steps: [Step]
    /// The steadiest one within the loss, made steadier still.
    public let chosen: Step

    /// - Parameters:
    ///   - least: the answer without any limit on the loss.
    ///   - loss: what the plan may be worth less than the best plan found without promises.
    /// - Throws: as `Replanner.leastChange`.
    public init(_ replanner: Replanner, from least: Replanner.Answer, losing loss: MilliPoints) throws {
        var steps = [
            Step(freed: [], plan: least.plan, weight: replanner.weight(replanner.letGo(by: least.plan)))
        ]
        var freed: [ChangedField] = []
        for kinds in [[ChangedField.crew, .van], [.start], [.half], [.weeks], [.weekday], [.cadence]] {
            freed += kinds
            let forced = replanner.letGo(by: least.plan)
            let open = replanner.promises.indices.filter { freed.contains(replanner.promises[$0].field) }
            let answer = try replanner.solver.best(
                replanner.keeping(without: forced.union(open)), from: steps[steps.count - 1].plan)
            guard let plan = answer.plan else { continue }
            steps.append(Step(freed: freed, plan: plan, weight: replanner.weight(replanner.letGo(by: plan))))
        }
        let free = Step(
            freed: ChangedField.allCases.reversed(), plan: least.free,
            weight: replanner.weight(replanner.letGo(by: least.free)))
        self.steps = Self.front(steps + [free])
        let target = least.free.value - loss
        chosen = try Self.steadier(self.steps.first { $0.plan.value >= target } ?? free, replanner, target)
    }

    /// Steps that are worth more than all that change no more.
    private static func front(_ steps: [Step]) -> [Step] {
        steps.sorted { ($0.weight, $1.plan.value) < ($1.weight, $0.plan.value) }.reduce(into: []) { kept, step in
            if kept.last.map({ step.plan.value > $0.plan.value }) ?? true { kept.append(step) }
        }
    }

    private static func steadier(_ start: Step, _ replanner: Replanner, _ target: MilliPoints) throws -> Step {
        var step = start
        var letGo = replanner.letGo(by: step.plan)
        var tried: Set<Int> = []
        while let next = letGo.subtracting(tried).max(by: {
            (replanner.promises[$0].field.weight, -$0) < (replanner.promises[$1].field.weight, -$1)
        }) {
            tried.insert(next)
            let scenario = replanner.keeping(without: letGo.subtracting([next]))
            guard let plan = try replanner.solver.reaching(target, scenario) else { continue }
            letGo = replanner.letGo(by: plan)
            step.plan = plan
            step.weight = replanner.weight(letGo)
        }
        // The best of those that change no more.
        if let best = try replanner.solver.best(replanner.keeping(without: letGo), from: step.plan).plan {
            step.plan = best
            step.weight = replanner.weight(replanner.letGo(by: best))
        }
        return step
    }
}

extension VariantSolver {
    /// A plan worth so much at least; `nil` where there is none or none was found.
    ///
    /// - Throws: as `best`.
    func reaching(_ target: MilliPoints, _ scenario: Scenario) throws -> ServicePlan? {
        guard !stop.isRaised else { return nil }
        let settled = StopFlag()
        do {
            let solution = try RoundsSolver.solve(scenario, limits: limits, stop: settled) { [stop] progress in
                let isReached = progress.value.map { ($0 * 1000).rounded() >= Double(target.count) } ?? false
                let isOutOfReach = (progress.bound * 1000).rounded() < Double(target.count)
                if isReached || isOutOfReach || stop.isRaised { settled.raise() }
            }
            return solution.services.first { $0.value >= target }
        } catch is SolveFailure {
            return nil
        }
    }
}
