import PlanningModel

/// Evenings (R28) in each folded week and long days (R26) in all of them: of a team, or of a round.
struct TeamLateness: Hashable, Sendable {
    private(set) var evenings: [Int]
    private(set) var longDays = 0

    init(weeks: Int) { evenings = Array(repeating: 0, count: weeks) }

    var total: Int { evenings.reduce(longDays, +) }

    mutating func add(_ other: TeamLateness, _ sign: Int) {
        for week in evenings.indices { evenings[week] += sign * other.evenings[week] }
        longDays += sign * other.longDays
    }

    func isWithin(_ problem: RoundsProblem, team: Int) -> Bool {
        if let most = problem.foldedLongDays(team), longDays > most { return false }
        guard let most = problem.evenings(team) else { return true }
        return evenings.allSatisfy { $0 <= most }
    }

    fileprivate mutating func count(_ hours: DayClock.Hours, week: Int, in problem: RoundsProblem) {
        if problem.isEvening(hours) { evenings[week] += 1 }
        if problem.isLong(hours) { longDays += 1 }
    }
}

extension RoundsProblem {
    /// What the hours of a round add to those of its team.
    func lateness(of option: RoundOption) -> TeamLateness {
        var found = TeamLateness(weeks: tree.weekCount)
        guard model.evenings != nil || model.longDays != nil else { return found }
        for (week, hours) in option.hours.enumerated() { hours.map { found.count($0, week: week, in: self) } }
        return found
    }
}
