import PlanningModel

/// Sets obstacles aside as long as there is still no plan; what cannot be set aside is a member.
///
/// Source of the scheme: Chinneck and Dravnieks 1991 (deletion filter), here in halves, so that what does not matter goes
/// in few searches.
struct DeletionFilter {
    private let scenario: Scenario
    private let solver: VariantSolver
    /// When no more searches are made: what is not settled by then counts as a member.
    private let deadline: ContinuousClock.Instant?
    private(set) var setAside: Set<Obstacle> = []
    private(set) var members: [Obstacle] = []
    private(set) var unsettled: Set<Obstacle> = []

    init(
        _ scenario: Scenario, _ solver: VariantSolver, setAside: Set<Obstacle> = [],
        deadline: ContinuousClock.Instant? = nil
    ) {
        self.deadline = deadline
        self.scenario = scenario
        self.solver = solver
        self.setAside = setAside
    }

    /// Goes through obstacles in their order: all at once where there is no plan without them, else in halves.
    mutating func reduce(_ obstacles: ArraySlice<Obstacle>) throws {
        guard let first = obstacles.first else { return }
        if let deadline, ContinuousClock.now > deadline {
            members += obstacles
            unsettled.formUnion(obstacles)
            return
        }
        let answer = try solver.first(scenario.without(setAside.union(obstacles)))
        if answer.isImpossible {
            setAside.formUnion(obstacles)
        } else if obstacles.count == 1 {
            members.append(first)
            if answer.plan == nil { unsettled.insert(first) }
        } else {
            let middle = obstacles.startIndex + obstacles.count / 2
            try reduce(obstacles[..<middle])
            try reduce(obstacles[middle...])
        }
    }
}
