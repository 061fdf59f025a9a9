import GeoModel
import PlanningModel

/// A plan in hand while the one that changes least is looked for: what it lets go, and the plan.
struct SteadyPlan {
    var letGo: Set<Int>
    var plan: ServicePlan
}

// How a plan is found that lets little go, and what the searches for it prove on the way.
//
// Promises are let go by strata, the lightest first, until there is a plan; that there was none before is a conflict of the
// heavier ones, whose bound is a heavy one. Source of the order: stratification in weighted MaxSAT, Ansótegui, Bonet and Levy,
// "SAT-based MaxSAT algorithms", Artificial Intelligence 196, 2013.
extension Replanner {
    /// Kinds that are let go together; the others follow, each stated promise after all that is only known.
    private static let strata: [[ChangedField]] = [
        [.crew, .van, .start], [.half], [.weeks, .weekday], [.cadence], [.stop],
    ]

    /// Promises by stratum, the lightest first.
    var strata: [[Int]] {
        [false, true].flatMap { stated in
            Self.strata.map { fields in
                promises.indices.filter { promises[$0].isStated == stated && fields.contains(promises[$0].field) }
            }
        }.filter { !$0.isEmpty }
    }

    /// - Parameters:
    ///   - gone: what has to be let go as far as is known, without which there is no plan.
    ///   - free: the best plan where nothing has to be kept.
    ///   - demands: what is proven on the way is added.
    ///   - deadline: after which a plan in hand is not made steadier.
    func steady(
        _ gone: Set<Int>, _ free: ServicePlan, _ demands: inout [HittingSet.Demand],
        by deadline: ContinuousClock.Instant?
    ) throws -> SteadyPlan {
        var open = gone
        var found: ServicePlan?
        for stratum in strata {
            open.formUnion(stratum)
            switch try solver.first(keeping(without: open)) {
            case .plan(let plan): found = plan
            case .impossible: demands.append(HittingSet.Demand(promises.indices.filter { !open.contains($0) }))
            case .undecided: break
            }
            if found != nil { break }
        }
        let plan = found ?? free
        let loose = SteadyPlan(letGo: found == nil ? Set(promises.indices) : open, plan: plan)
        if let own = try ofOneStop(gone, within: loose.letGo, by: deadline) { return own }
        return try steadier(loose, by: deadline)
    }

    /// The lightest where all is kept of all stops but one; of equal ones that with most value.
    private func ofOneStop(
        _ gone: Set<Int>, within open: Set<Int>, by deadline: ContinuousClock.Instant?
    ) throws -> SteadyPlan? {
        let groups = Dictionary(grouping: open.subtracting(gone)) { promises[$0].pin.venue ?? "" }
            .sorted { $0.key < $1.key }.map { gone.union($0.value) }
        let answers = try solver.until(deadline).first(groups.map(keeping(without:)))
        var steady: [SteadyPlan] = []
        for (group, answer) in zip(groups, answers) {
            guard let plan = answer.plan else { continue }
            steady.append(try steadier(SteadyPlan(letGo: group, plan: plan), keeping: gone, by: deadline))
        }
        guard let least = steady.map({ total($0.letGo) }).min() else { return nil }
        let equal = steady.filter { total($0.letGo) == least }
        guard equal.count > 1 else { return equal.first }
        let best = try equal.map { own in
            let best = try solver.until(deadline).best(keeping(without: own.letGo), from: own.plan).plan
            return SteadyPlan(letGo: own.letGo, plan: best ?? own.plan)
        }
        return best.enumerated().min { ($1.element.plan.value, $0.offset) < ($0.element.plan.value, $1.offset) }?
            .element
    }

    /// Of what may be let go, what the plan does change.
    func changing(_ steady: SteadyPlan) -> SteadyPlan {
        SteadyPlan(letGo: steady.letGo.intersection(letGo(by: steady.plan)), plan: steady.plan)
    }

    /// Keeps all it can of what a plan lets go, the heaviest promises first; many at once as long as they go together.
    private func steadier(
        _ start: SteadyPlan, keeping gone: Set<Int> = [], by deadline: ContinuousClock.Instant?
    ) throws -> SteadyPlan {
        var steady = changing(start)
        func keep(_ wanted: ArraySlice<Int>) throws {
            // What a plan kept by chance is kept.
            let more = wanted.filter(steady.letGo.contains)[...]
            guard !more.isEmpty, deadline.map({ ContinuousClock.now < $0 }) ?? true else { return }
            let trial = steady.letGo.subtracting(more)
            if let found = try solver.until(deadline).first(keeping(without: trial)).plan {
                steady = changing(SteadyPlan(letGo: trial, plan: found))
            } else if more.count > 1 {
                let middle = more.startIndex + more.count / 2
                try keep(more[..<middle])
                try keep(more[middle...])
            }
        }
        let order = start.letGo.subtracting(gone)
            .sorted { (-promises[$0].weight, $0) < (-promises[$1].weight, $1) }
        try keep(order[...])
        return steady
    }
}
