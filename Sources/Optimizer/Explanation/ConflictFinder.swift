import GeoModel
import PlanningModel

/// Finds an irreducible conflict of a service that has no plan, by setting obstacles aside one after the other.
public struct ConflictFinder {
    private let scenario: Scenario
    private let solver: VariantSolver
    /// Every obstacle that is not the question itself, those that are set aside first in front.
    private let obstacles: [Obstacle]

    /// - Parameters:
    ///   - scenario: of one service, known to have no plan.
    ///   - asked: obstacles that are the question itself: they stay, and are not told.
    init(_ scenario: Scenario, _ solver: VariantSolver, asked: Set<Obstacle> = []) {
        self.scenario = scenario
        self.solver = solver
        obstacles = Obstacle.all(in: scenario).filter { !asked.contains($0) }
    }

    /// What was found about one service.
    public enum Finding: Sendable {
        case feasible
        case conflict(Conflict)
        case undecided
    }

    /// Whether a service of a scenario has a plan, and else why not. Blocks until done.
    ///
    /// - Throws: `SolveFailure.refused` where no model can be made; `LinearError` where GLPK gave up.
    public static func find(_ service: Service, in scenario: Scenario, _ solver: VariantSolver) throws -> Finding {
        let own = scenario.only(service)
        switch try solver.first(own) {
        case .plan: return .feasible
        case .undecided: return .undecided
        case .impossible: return .conflict(try ConflictFinder(own, solver).conflict())
        }
    }

    /// - Throws: as `find`.
    func conflict() throws -> Conflict {
        var filter = DeletionFilter(scenario, solver)
        try filter.reduce(obstacles[...])
        let members: [Obstacle] = filter.members.reversed()
        var remedies: [ConflictRemedy] = []
        for member in members { remedies.append(try remedy(member)) }
        let isAlone = remedies.contains { $0.dropping != .isNotEnough }
        return Conflict(
            service: scenario.services[0].id, members: members, unsettled: filter.unsettled, scenario: scenario,
            setAside: filter.setAside, remedies: remedies, together: isAlone ? [] : try together(members))
    }

    private func remedy(_ obstacle: Obstacle) throws -> ConflictRemedy {
        let without = try solver.first(scenario.without([obstacle]))
        guard let plan = without.plan else {
            return ConflictRemedy(obstacle: obstacle, dropping: without.isImpossible ? .isNotEnough : .undecided)
        }
        var remedy = ConflictRemedy(obstacle: obstacle, dropping: .helps)
        let figures = PlanFigures(plan, in: scenario)
        guard let scale = ObstacleScale(obstacle, in: scenario, without: figures) else { return remedy }
        // The largest step is tried first: where it does not help, no smaller one does.
        guard try helps(scale, scale.count) else { return remedy }
        var (enough, notEnough, proven) = (scale.count, 0, 0)
        while enough - notEnough > 1 {
            let middle = (enough + notEnough) / 2
            switch try solver.first(scale.relaxation(middle).applied(to: scenario)) {
            case .plan: enough = middle
            case .impossible: (notEnough, proven) = (middle, middle)
            case .undecided: notEnough = middle
            }
        }
        remedy.smallest = scale.relaxation(enough)
        if proven > 0 { remedy.tooLittle = scale.relaxation(proven) }
        remedy.isSmallest = proven == enough - 1
        if obstacle == .minimumOpening, let week = try lighterWeeks() {
            remedy.smallest = week.relaxation
            remedy.tooLittle = week.tooLittle
            remedy.isSmallest = week.isSmallest
        }
        return remedy
    }

    /// The fewest half-days less, in weeks that repeat one another only, that give a plan; `nil` where no such weeks are
    /// enough by themselves. Without monthly stops the cycle repeats itself sooner, and so do its lighter weeks.
    private func lighterWeeks() throws -> (relaxation: Relaxation, tooLittle: Relaxation?, isSmallest: Bool)? {
        let parameters = scenario.parameters
        let period = PatternTree.weekCount(cycleWeeks: parameters.cycleWeeks, cadences: parameters.cadences)
        guard period > 1 else { return nil }
        let groups = (1...period).map { Array(stride(from: $0, through: parameters.cycleWeeks, by: period)) }
        func relaxation(_ weeks: [Int], _ less: Int) -> Relaxation {
            let least = weeks.map(parameters.minimumHalfDays).min() ?? 0
            return Relaxation(.minimumOpening, .halfDays(max(0, least - less), weeks: weeks))
        }
        func answer(_ weeks: [Int], _ less: Int) throws -> VariantAnswer {
            try solver.first(relaxation(weeks, less).applied(to: scenario))
        }
        let enough = try groups.filter { try answer($0, parameters.minimumHalfDays).plan != nil }
        guard !enough.isEmpty else { return nil }
        var tooLittle: Relaxation?
        for less in 1...parameters.minimumHalfDays {
            var isProven = true
            for weeks in enough {
                let found = try answer(weeks, less)
                if found.plan != nil { return (relaxation(weeks, less), tooLittle, less == 1 || tooLittle != nil) }
                if !found.isImpossible { isProven = false }
            }
            // The first of the groups stands for all of them.
            tooLittle = isProven ? relaxation(enough[0], less) : nil
        }
        return nil
    }

    private func helps(_ scale: ObstacleScale, _ step: Int) throws -> Bool {
        try solver.first(scale.relaxation(step).applied(to: scenario)).plan != nil
    }

    /// Obstacles that give a plan once they are all set aside, each of them needed. Other conflicts are looked for where
    /// the members of the first are not all.
    private func together(_ members: [Obstacle]) throws -> [Obstacle] {
        var aside = Set(members)
        while true {
            switch try solver.first(scenario.without(aside)) {
            case .plan:
                for obstacle in obstacles where aside.contains(obstacle) {
                    let fewer = aside.subtracting([obstacle])
                    if try solver.first(scenario.without(fewer)).plan != nil { aside = fewer }
                }
                return obstacles.reversed().filter(aside.contains)
            case .undecided: return []
            case .impossible:
                var filter = DeletionFilter(scenario, solver, setAside: aside)
                try filter.reduce(obstacles.filter { !aside.contains($0) }[...])
                guard !filter.members.isEmpty else { return [] }
                aside.formUnion(filter.members)
            }
        }
    }
}
