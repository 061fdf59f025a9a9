import GeoModel

/// A round column with its team on a named weekday, with hours.
struct PlacedRound: Sendable {
    var column: RoundColumn
    /// Index into the teams of the service.
    var team: Int
    /// Index into the weekdays of the problem.
    var weekday: Int
    var option: RoundOption
}

/// Where a plan under construction already has a round.
struct PlacementHint: Hashable, Sendable {
    var team: Int
    var weekday: Int
}

/// Puts counted rounds on named teams and weekdays with legal hours: one round a team and date, weekly hours of each
/// team, rests between days and around Sunday, two weekdays for a stop of two, and distinct half-days for R01.
///
/// The search is complete up to a number of steps; past it the answer is `undecided`, never "impossible".
struct Placement {
    enum Answer {
        case placed([PlacedRound])
        /// No teams, weekdays and hours exist for these rounds, nor for any plan that holds them; unless they only open too
        /// few half-days that count, which more rounds may mend.
        case impossible(opensTooLittle: Bool)
        case undecided
    }

    private let problem: RoundsProblem
    private let columns: [RoundColumn]
    private let uses: [RoundUse]
    private let options: [[RoundOption]]
    private let hints: [PlacementHint?]
    /// Whether weekdays without a round are tried one by one, since their place decides which half-days count.
    private let triesAllWeekdays: Bool
    /// Whether each round stays where its hint says, and R01 is looked at elsewhere.
    private let keepsHints: Bool
    private let weekdaysDiffer: Bool
    /// Evenings and long days of a team so far: by folded week, and in all.
    private var lateness: [TeamLateness]
    private var placeOf: [PlacementHint]
    private var optionOf: [Int]
    /// By team, folded week × weekday: the round that is out, or −1.
    private var out: [[[Int]]]
    /// By team and folded week, minutes.
    private var work: [[Int]]
    private var weekdayOfStop: [Int: Int] = [:]
    private var steps = 0
    private var missedOpening = false
    private let stepLimit: Int

    static func place(
        _ columns: [RoundColumn], in problem: RoundsProblem, hints: [RoundColumn: PlacementHint] = [:]
    ) -> Answer {
        if let rounds = hinted(columns, problem, hints) { return .placed(rounds) }
        var answer = Answer.impossible(opensTooLittle: false)
        for triesAll in [false, true] {
            var search = Placement(columns, problem, hints, triesAllWeekdays: triesAll)
            if search.options.contains(where: \.isEmpty) { return .impossible(opensTooLittle: false) }
            if search.place(from: 0) { return .placed(search.rounds) }
            if search.steps >= search.stepLimit, search.countsLateness {
                // Usual hours first led nowhere in time: now those first that are neither late nor long.
                search = Placement(columns, problem, hints, triesAllWeekdays: triesAll, shortestFirst: true)
                if search.place(from: 0) { return .placed(search.rounds) }
            }
            answer =
                search.steps >= search.stepLimit ? .undecided : .impossible(opensTooLittle: search.missedOpening)
            guard search.missedOpening else { break }
        }
        return answer
    }

    /// The rounds on the teams and weekdays they already have: only hours are open, and those of one team leave the
    /// others' alone. `nil` where that does not work out.
    private static func hinted(
        _ columns: [RoundColumn], _ problem: RoundsProblem, _ hints: [RoundColumn: PlacementHint]
    ) -> [PlacedRound]? {
        guard problem.service.teams.count > 1, columns.allSatisfy({ hints[$0] != nil }) else { return nil }
        var rounds: [PlacedRound] = []
        for team in problem.service.teams.indices {
            let own = columns.filter { hints[$0]?.team == team }
            var search = Placement(own, problem, hints, triesAllWeekdays: false, keepsHints: true)
            guard !search.options.contains(where: \.isEmpty), search.place(from: 0) else { return nil }
            rounds += search.rounds
        }
        return problem.opensEnough(rounds) ? rounds : nil
    }

    private var rounds: [PlacedRound] {
        columns.indices.map {
            PlacedRound(
                column: columns[$0], team: placeOf[$0].team, weekday: placeOf[$0].weekday,
                option: options[$0][optionOf[$0]])
        }
    }

    private init(
        _ columns: [RoundColumn], _ problem: RoundsProblem, _ hints: [RoundColumn: PlacementHint],
        triesAllWeekdays: Bool, keepsHints: Bool = false, shortestFirst: Bool = false
    ) {
        self.problem = problem
        self.triesAllWeekdays = triesAllWeekdays
        self.keepsHints = keepsHints
        let costs = Dictionary(columns.map { ($0, problem.use(of: $0)) }, uniquingKeysWith: { first, _ in first })
        func total(_ column: RoundColumn) -> Int { costs[column]??.work.reduce(0, +) ?? 0 }
        // Wide patterns first: what is left of a weekday then always holds the narrower ones.
        self.columns = columns.sorted {
            (problem.tree.nodes[$0.anchor.node].level, -total($0), $0.anchor.node, $0.anchor.segment)
                < (problem.tree.nodes[$1.anchor.node].level, -total($1), $1.anchor.node, $1.anchor.segment)
        }
        uses = self.columns.compactMap { costs[$0] ?? nil }
        let all = self.columns.map(problem.options)
        weekdaysDiffer = Self.weekdaysDiffer(all, problem)
        // Where no rest can be too short, hours that leave the same half-days open are alike: the usual ones do.
        let differ = weekdaysDiffer
        func late(_ option: RoundOption) -> Int { problem.lateness(of: option).total }
        options = all.map { own in
            if shortestFirst {
                return own.enumerated().sorted { (late($0.element), $0.offset) < (late($1.element), $1.offset) }
                    .map(\.element)
            }
            guard !differ, let usual = own.first, late(usual) == 0, usual.deviation < 100_000 else { return own }
            guard problem.openingDependsOnPlace else { return [usual] }
            let others = own.filter { $0.anchorInMorning != usual.anchorInMorning }
            guard let other = others.first, late(other) == 0 else { return [usual] + others }
            return [usual, other]
        }
        self.hints = self.columns.map { hints[$0] }
        placeOf = Array(repeating: PlacementHint(team: -1, weekday: -1), count: columns.count)
        optionOf = Array(repeating: 0, count: columns.count)
        let teams = problem.service.teams.count
        let weeks = problem.tree.weekCount
        out = Array(
            repeating: Array(repeating: Array(repeating: -1, count: problem.weekdays.count), count: weeks),
            count: teams)
        work = Array(repeating: Array(repeating: 0, count: weeks), count: teams)
        lateness = Array(repeating: TeamLateness(weeks: weeks), count: teams)
        stepLimit = problem.kinds.contains { $0.teams.count > 1 } && !keepsHints ? 4_000 : 200_000
    }

    private mutating func place(from index: Int) -> Bool {
        guard index < columns.count else { return opensEnough() }
        let weeks = problem.tree.nodes[columns[index].anchor.node].weeks
        for option in options[index].indices {
            for place in places(index, weeks) {
                steps += 1
                if steps >= stepLimit { return false }
                placeOf[index] = place
                optionOf[index] = option
                put(index, place, weeks)
                if lateness[place.team].isWithin(problem, team: place.team),
                    weeks.allSatisfy({ restsHold(place.team, week: $0, weekday: place.weekday) }),
                    self.place(from: index + 1)
                {
                    return true
                }
                take(index, place, weeks)
            }
        }
        return false
    }

    /// Places worth trying: the hint first; of teams and weekdays that are alike and empty, one.
    private func places(_ index: Int, _ weeks: [Int]) -> [PlacementHint] {
        if keepsHints, let hint = hints[index] {
            let isFree = weeks.allSatisfy { out[hint.team][$0][hint.weekday] < 0 }
            return isFree && hoursFit(index, hint.team) && weekdayFits(index, hint.weekday) ? [hint] : []
        }
        let block = problem.blocks[columns[index].block]
        var found: [PlacementHint] = []
        var triedEmptyTeam = false
        // The team with most to do that has room for it: what fits tightly leaves room elsewhere.
        for team in problem.kinds[block.kind].teams.sorted(by: { (minutesUsed($1), $0) < (minutesUsed($0), $1) }) {
            let isEmptyTeam = out[team].allSatisfy { $0.allSatisfy { $0 < 0 } }
            if isEmptyTeam && triedEmptyTeam { continue }
            triedEmptyTeam = triedEmptyTeam || isEmptyTeam
            guard hoursFit(index, team) else { continue }
            var triedEmpty = false
            for weekday in block.weekdays {
                guard weeks.allSatisfy({ out[team][$0][weekday] < 0 }), weekdayFits(index, weekday) else { continue }
                // Without rests to keep, weekdays without a round are alike: the first of them is enough.
                let isEmpty = out[team].allSatisfy { $0[weekday] < 0 }
                if isEmpty && triedEmpty && !weekdaysDiffer && !triesAllWeekdays && hints[index] == nil { continue }
                triedEmpty = triedEmpty || isEmpty
                found.append(PlacementHint(team: team, weekday: weekday))
            }
        }
        if let hint = hints[index], let first = found.firstIndex(of: hint) { found.swapAt(0, first) }
        return found
    }

    private func hoursFit(_ index: Int, _ team: Int) -> Bool {
        let kind = problem.blocks[columns[index].block].kind
        guard problem.kinds[kind].teams.count > 1 else { return true }
        if let limit = problem.weekWork(kind) {
            for week in work[team].indices where work[team][week] + uses[index].work[week] > limit { return false }
        }
        if let limit = problem.foldedWork {
            return work[team].reduce(0, +) + uses[index].work.reduce(0, +) <= limit
        }
        return true
    }

    /// Minutes that a team still has, over the folded weeks.
    private func minutesUsed(_ team: Int) -> Int { work[team].reduce(0, +) }

    /// The two visits of a week come on two weekdays.
    private func weekdayFits(_ index: Int, _ weekday: Int) -> Bool {
        guard !weekdayOfStop.isEmpty else { return true }
        return columns[index].segments.allSatisfy { taken in
            problem.segments[taken.segment].stops.allSatisfy { stop in
                let other = problem.twinOf[stop] ?? problem.twinOf.firstIndex(of: stop)
                return other.flatMap { weekdayOfStop[$0] } != weekday
            }
        }
    }

    private mutating func put(_ index: Int, _ place: PlacementHint, _ weeks: [Int]) {
        for week in weeks {
            out[place.team][week][place.weekday] = index
            work[place.team][week] += uses[index].work[week]
        }
        lateness[place.team].add(problem.lateness(of: options[index][optionOf[index]]), 1)
        guard problem.parameters.twiceWeekly == .yes else { return }
        for taken in columns[index].segments {
            for stop in problem.segments[taken.segment].stops { weekdayOfStop[stop] = place.weekday }
        }
    }

    private mutating func take(_ index: Int, _ place: PlacementHint, _ weeks: [Int]) {
        for week in weeks {
            out[place.team][week][place.weekday] = -1
            work[place.team][week] -= uses[index].work[week]
        }
        lateness[place.team].add(problem.lateness(of: options[index][optionOf[index]]), -1)
        guard problem.parameters.twiceWeekly == .yes else { return }
        for taken in columns[index].segments {
            for stop in problem.segments[taken.segment].stops { weekdayOfStop[stop] = nil }
        }
    }

    /// Whether some hours are late or long, so that their number may be too large.
    private var countsLateness: Bool { options.joined().contains { problem.lateness(of: $0).total > 0 } }

    private mutating func opensEnough() -> Bool {
        if keepsHints || problem.opensEnough(rounds) { return true }
        missedOpening = true
        return false
    }

    /// Hours that leave a rest shorter than asked exist only where days may start early or end late.
    private static func weekdaysDiffer(_ options: [[RoundOption]], _ problem: RoundsProblem) -> Bool {
        let ends = options.joined().flatMap { $0.hours.compactMap { $0?.arrival } }.max() ?? .zero
        let starts = options.joined().flatMap { $0.hours.compactMap { $0?.departure } }.min() ?? .zero
        let idle = starts + Minutes(1440) - ends
        if idle < problem.model.dailyRest || problem.weekdays.contains(.saturday) { return true }
        guard let first = problem.weekdays.first, let last = problem.weekdays.last else { return false }
        let overSunday = idle + Minutes((6 - last.rawValue + first.rawValue) * 1440)
        return overSunday < problem.model.weeklyRest
    }

    private func hours(_ team: Int, _ week: Int, _ weekday: Int) -> DayClock.Hours? {
        let round = out[team][week][weekday]
        return round < 0 ? nil : options[round][optionOf[round]].hours[week]
    }

    /// Rests of the day just placed towards the days before and after it, in the repeated cycle.
    private func restsHold(_ team: Int, week: Int, weekday: Int) -> Bool {
        guard let day = hours(team, week, weekday) else { return true }
        let now = instant(week, weekday)
        let cycle = problem.tree.weekCount * 7 * 1440
        // A lone day in a one-week cycle rests until itself.
        guard cycle + day.departure.count - day.arrival.count >= problem.model.dailyRest.count else { return false }
        guard weekdaysDiffer else { return true }
        // Two days whose midnights are further apart than this rest longer than any rule asks.
        let longest = max(problem.model.dailyRest, problem.model.weeklyRest).count
        let reach = max(3 * 1440, longest + 1440)
        for otherWeek in out[team].indices {
            for otherWeekday in problem.weekdays.indices where (otherWeek, otherWeekday) != (week, weekday) {
                guard let other = hours(team, otherWeek, otherWeekday) else { continue }
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
        return true
    }

    private func instant(_ week: Int, _ weekday: Int) -> Int {
        (week * 7 + problem.weekdays[weekday].rawValue) * 1440
    }

    private func weekendHolds(_ first: Int, _ second: Int, _ rest: Int) -> Bool {
        // Two whole days between the last day before Sunday and the first one after it.
        (!problem.model.twoDaysOff || second - first >= 3 * 1440) && rest >= problem.model.weeklyRest.count
    }
}
