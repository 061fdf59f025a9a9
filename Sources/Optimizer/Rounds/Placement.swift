import GeoModel
import RoundPlan

/// A round column on a named weekday, with hours.
struct PlacedRound: Sendable {
    var column: RoundColumn
    /// Index into the weekdays of the problem.
    var weekday: Int
    var option: RoundOption
}

/// Puts counted rounds on named weekdays with legal hours: rests between days and around Sunday.
///
/// The search is complete up to a number of steps; past it the answer is `undecided`, never "impossible".
struct Placement {
    enum Answer {
        case placed([PlacedRound])
        /// No weekdays and hours exist for these rounds, nor for any plan that holds them.
        case impossible
        case undecided
    }

    private let problem: RoundsProblem
    private let columns: [RoundColumn]
    private let options: [[RoundOption]]
    private var weekdayOf: [Int]
    private var optionOf: [Int]
    /// By folded week × weekday: the round that is out, or −1.
    private var out: [[Int]]
    private var steps = 0
    private static let stepLimit = 200_000

    static func place(_ columns: [RoundColumn], in problem: RoundsProblem) -> Answer {
        var search = Placement(columns, problem)
        if search.options.contains(where: \.isEmpty) { return .impossible }
        if search.place(from: 0) {
            return .placed(
                search.columns.indices.map {
                    PlacedRound(
                        column: search.columns[$0], weekday: search.weekdayOf[$0],
                        option: search.options[$0][search.optionOf[$0]])
                })
        }
        return search.steps >= stepLimit ? .undecided : .impossible
    }

    private init(_ columns: [RoundColumn], _ problem: RoundsProblem) {
        self.problem = problem
        // Wide patterns first: what is left of a weekday then always holds the narrower ones.
        self.columns = columns.sorted {
            (problem.tree.nodes[$0.anchor.node].level, $0.anchor.node, $0.anchor.stop)
                < (problem.tree.nodes[$1.anchor.node].level, $1.anchor.node, $1.anchor.stop)
        }
        options = self.columns.map(problem.options)
        weekdayOf = Array(repeating: -1, count: columns.count)
        optionOf = Array(repeating: 0, count: columns.count)
        out = Array(
            repeating: Array(repeating: -1, count: problem.weekdays.count), count: problem.tree.weekCount)
    }

    private mutating func place(from index: Int) -> Bool {
        guard index < columns.count else { return true }
        let weeks = problem.tree.nodes[columns[index].anchor.node].weeks
        for option in options[index].indices {
            var triedEmpty = false
            for weekday in problem.weekdays.indices {
                guard weeks.allSatisfy({ out[$0][weekday] < 0 }) else { continue }
                // Without rests to keep, weekdays without a round are alike: the first of them is enough.
                let isEmpty = out.allSatisfy { $0[weekday] < 0 }
                if isEmpty && triedEmpty && !weekdaysDiffer { continue }
                triedEmpty = triedEmpty || isEmpty
                steps += 1
                if steps >= Self.stepLimit { return false }
                weekdayOf[index] = weekday
                optionOf[index] = option
                for week in weeks { out[week][weekday] = index }
                if weeks.allSatisfy({ restsHold(week: $0, weekday: weekday) }), place(from: index + 1) { return true }
                for week in weeks { out[week][weekday] = -1 }
            }
        }
        return false
    }

    /// Hours that leave a rest shorter than asked exist only where days may start early or end late.
    private var weekdaysDiffer: Bool {
        let ends = options.joined().flatMap { $0.hours.compactMap { $0?.arrival } }.max() ?? .zero
        let starts = options.joined().flatMap { $0.hours.compactMap { $0?.departure } }.min() ?? .zero
        let idle = starts + Minutes(1440) - ends
        if idle < problem.model.dailyRest || problem.weekdays.contains(.saturday) { return true }
        guard let first = problem.weekdays.first, let last = problem.weekdays.last else { return false }
        let overSunday = idle + Minutes((6 - last.rawValue + first.rawValue) * 1440)
        return overSunday < problem.model.weeklyRest
    }

    private func hours(_ week: Int, _ weekday: Int) -> DayClock.Hours? {
        let round = out[week][weekday]
        return round < 0 ? nil : options[round][optionOf[round]].hours[week]
    }

    /// Rests of the day just placed towards the days before and after it, in the repeated cycle.
    private func restsHold(week: Int, weekday: Int) -> Bool {
        guard let day = hours(week, weekday) else { return true }
        let now = instant(week, weekday)
        let cycle = problem.tree.weekCount * 7 * 1440
        // Two days whose midnights are further apart than this rest longer than any rule asks.
        let longest = max(problem.model.dailyRest, problem.model.weeklyRest).count
        let reach = max(3 * 1440, longest + 1440)
        for otherWeek in out.indices {
            for otherWeekday in problem.weekdays.indices where (otherWeek, otherWeekday) != (week, weekday) {
                guard let other = hours(otherWeek, otherWeekday) else { continue }
                for turn in [-cycle, 0, cycle] {
                    let then = instant(otherWeek, otherWeekday) + turn
                    guard abs(then - now) <= reach else { continue }
                    let (first, firstAt, second, secondAt) =
                        then < now ? (other, then, day, now) : (day, now, other, then)
                    let rest = secondAt + second.departure.count - firstAt - first.arrival.count
                    if rest < problem.model.dailyRest.count { return false }
                    let crossesSunday = secondAt / (7 * 1440) != firstAt / (7 * 1440) || firstAt < 0 && secondAt >= 0
                    if crossesSunday && !weekendHolds(firstAt, secondAt, rest) { return false }
                }
            }
        }
        // A lone day in a one-week cycle rests until itself.
        return cycle + day.departure.count - day.arrival.count >= problem.model.dailyRest.count
    }

    private func instant(_ week: Int, _ weekday: Int) -> Int {
        (week * 7 + problem.weekdays[weekday].rawValue) * 1440
    }

    private func weekendHolds(_ first: Int, _ second: Int, _ rest: Int) -> Bool {
        // Two whole days between the last day before Sunday and the first one after it.
        (!problem.model.twoDaysOff || second - first >= 3 * 1440) && rest >= problem.model.weeklyRest.count
    }
}
