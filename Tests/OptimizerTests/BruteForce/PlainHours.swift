import RoundPlan

/// Hours of a day by trying every start, and rests between days: R20, R23 to R26, lunch.
struct PlainHours {
    struct Day: Hashable {
        var departure: Int
        var arrival: Int
    }

    let parameters: Parameters
    /// Minutes from the depot to each venue, from each venue back, and from venue to venue.
    let out: [Int]
    let home: [Int]
    let between: [[Int]]
    private(set) var mornings: [Int] = []
    private(set) var afternoons: [Int] = []
    private let session: Int

    init(_ parameters: Parameters, out: [Int], home: [Int], between: [[Int]]) {
        self.parameters = parameters
        self.out = out
        self.home = home
        self.between = between
        session = parameters.sessionLength.count
        let split = parameters.halfDaySplit.count
        for start in parameters.windowStart.count...parameters.windowEnd.count {
            guard start % parameters.startStep.count == 0, start + session <= parameters.windowEnd.count else {
                continue
            }
            if min(start + session, split) - start >= parameters.halfDayMinimum.count { mornings.append(start) }
            if start + session - max(start, split) >= parameters.halfDayMinimum.count { afternoons.append(start) }
        }
    }

    /// Work of a day; −1 stands for no session in that half.
    func work(_ morning: Int, _ afternoon: Int) -> Int {
        let around = parameters.setUp.count + parameters.packUp.count
        if morning < 0 || afternoon < 0 {
            let venue = max(morning, afternoon)
            return out[venue] + home[venue] + around + session
        }
        if morning == afternoon { return out[morning] + home[morning] + around + 2 * session }
        return out[morning] + between[morning][afternoon] + home[afternoon] + 2 * (around + session)
    }

    /// Every way to time a day at these starts that may matter to the days around it; empty where none is legal.
    func days(_ morning: Int, _ afternoon: Int, _ first: Int, _ second: Int) -> [Day] {
        let work = work(morning, afternoon)
        guard work <= parameters.dailyWork.count else { return [] }
        let (setUp, packUp) = (parameters.setUp.count, parameters.packUp.count)
        let (limit, pause) = (parameters.breakAfter.count, parameters.breakLength.count)
        var found: [Day] = []
        if morning < 0 || afternoon < 0 {
            let venue = max(morning, afternoon)
            let start = morning < 0 ? second : first
            let departure = start - setUp - out[venue]
            let arrival = start + session + packUp + home[venue]
            if work < limit {
                found.append(Day(departure: departure, arrival: arrival))
            } else {
                if out[venue] + setUp + session + packUp <= limit {
                    found.append(Day(departure: departure, arrival: arrival + pause))
                }
                if out[venue] <= limit { found.append(Day(departure: departure - pause, arrival: arrival)) }
            }
        } else {
            let day = Day(
                departure: first - setUp - out[morning], arrival: second + session + packUp + home[afternoon])
            let isTimed =
                morning == afternoon
                ? lunchFits(first + session, second) && out[morning] + setUp + session <= limit
                : transferFits(morning, afternoon, first, second)
            if isTimed { found.append(day) }
        }
        return found.filter {
            $0.departure >= 0 && $0.arrival < 1440 && $0.arrival - $0.departure <= parameters.spanMaximum.count
        }
    }

    private func lunchFits(_ from: Int, _ to: Int) -> Bool {
        min(to, parameters.lunchUntil.count) - max(from, parameters.lunchFrom.count) >= parameters.lunch.count
    }

    /// Every way to share the idle minutes between before and after the transfer.
    private func transferFits(_ morning: Int, _ afternoon: Int, _ first: Int, _ second: Int) -> Bool {
        let (setUp, packUp) = (parameters.setUp.count, parameters.packUp.count)
        let (limit, pause) = (parameters.breakAfter.count, parameters.breakLength.count)
        let left = first + session + packUp
        let due = second - setUp
        let drive = between[morning][afternoon]
        guard left + drive <= due else { return false }
        let worked = out[morning] + setUp + session + packUp
        for leave in left...(due - drive) {
            let lunch = lunchFits(left, leave) || lunchFits(leave + drive, due)
            let rested =
                leave - left >= pause && worked <= limit
                || due - leave - drive >= pause && worked + drive <= limit
            if lunch && rested { return true }
        }
        return false
    }

    /// The undominated ways to time one weekday over the weeks: `content` holds morning and afternoon of each week.
    func weekday(_ content: [Int]) -> [[Day?]] {
        let weeks = content.count / 2
        // One start for each venue and half: the same at all its visits (R32).
        var variables: [(venue: Int, half: Int)] = []
        for week in 0..<weeks {
            for half in 0..<2 {
                let venue = content[2 * week + half]
                if venue >= 0, !variables.contains(where: { $0.venue == venue && $0.half == half }) {
                    variables.append((venue, half))
                }
            }
        }
        var chosen = Array(repeating: -1, count: variables.count)
        var ways: [[Day?]] = []
        func startOf(_ venue: Int, _ half: Int) -> Int? {
            guard venue >= 0 else { return -1 }
            let start = chosen[variables.firstIndex { $0.venue == venue && $0.half == half }!]
            return start < 0 ? nil : start
        }
        func dominates(_ a: [Day?], _ b: [Day?]) -> Bool {
            zip(a, b).allSatisfy { left, right in
                guard let left, let right else { return true }
                return left.departure >= right.departure && left.arrival <= right.arrival
            }
        }
        func combine(_ options: [[Day?]], _ week: Int, _ taken: [Day?]) {
            guard week < weeks else {
                if ways.contains(where: { dominates($0, taken) }) { return }
                ways.removeAll { dominates(taken, $0) }
                ways.append(taken)
                return
            }
            for day in options[week] { combine(options, week + 1, taken + [day]) }
        }
        func assign(_ index: Int) {
            var options: [[Day?]] = []
            for week in 0..<weeks {
                let (morning, afternoon) = (content[2 * week], content[2 * week + 1])
                if morning < 0 && afternoon < 0 {
                    options.append([nil])
                } else if let first = startOf(morning, 0), let second = startOf(afternoon, 1) {
                    let days = days(morning, afternoon, first, second)
                    if days.isEmpty { return }
                    options.append(days)
                }
            }
            guard index < variables.count else {
                combine(options, 0, [])
                return
            }
            for start in variables[index].half == 0 ? mornings : afternoons {
                chosen[index] = start
                assign(index + 1)
            }
            chosen[index] = -1
        }
        assign(0)
        return ways
    }

    /// Whether one way can be taken for each weekday such that all rests hold. `weekdays` counts from Monday.
    func canRest(_ weekdays: [Int], _ ways: [[[Day?]]]) -> Bool {
        if ways.contains(where: \.isEmpty) { return false }
        // If not even the latest departures and earliest arrivals leave enough rest, nothing does.
        let rosy = ways.map { choices in
            choices[0].indices.map { week -> Day? in
                guard choices[0][week] != nil else { return nil }
                return Day(
                    departure: choices.map { $0[week]!.departure }.max()!,
                    arrival: choices.map { $0[week]!.arrival }.min()!)
            }
        }
        guard restsHold(weekdays, rosy) else { return false }
        func choose(_ index: Int, _ taken: [[Day?]]) -> Bool {
            guard index < ways.count else { return restsHold(weekdays, taken) }
            return ways[index].contains { choose(index + 1, taken + [$0]) }
        }
        return choose(0, [])
    }

    private func restsHold(_ weekdays: [Int], _ days: [[Day?]]) -> Bool {
        let weeks = parameters.cycleWeeks
        var line: [(date: Int, start: Int, end: Int)] = []
        for week in 0..<weeks {
            for (weekday, ways) in zip(weekdays, days) {
                guard let day = ways[week] else { continue }
                let date = 7 * week + weekday
                line.append((date, 1440 * date + day.departure, 1440 * date + day.arrival))
            }
        }
        guard let first = line.first else { return true }
        line.append((first.date + 7 * weeks, first.start + 10080 * weeks, first.end + 10080 * weeks))
        for (before, after) in zip(line, line.dropFirst()) {
            let rest = after.start - before.end
            if rest < parameters.dailyRest.count { return false }
            guard before.date / 7 < after.date / 7 else { continue }
            if rest < parameters.weeklyRest.count { return false }
            if parameters.twoDaysOff == .yes, before.date % 7 == 5, after.date - before.date == 2 { return false }
        }
        return true
    }
}
