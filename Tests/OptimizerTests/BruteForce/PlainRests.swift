import PlanningModel

/// Rests of a crew over the repeated cycle (R23, R24), and half-days of the service (R01), once all starts are known.
struct PlainRests {
    let parameters: Parameters
    /// Weekdays worked, counted from Monday.
    let weekdays: [Int]

    typealias Way = [PlainHours.Day?]

    /// The cheapest choice of one way for each weekday of each team such that all rests hold and every week has its
    /// half-days; `nil` where there is none cheaper than `most`. `ways` is by team and weekday, `price` by team.
    func choose(
        _ ways: [[[Way]]], below most: Int, _ price: (Int, Way) -> Int
    ) -> (ways: [[Way]], price: Int)? {
        let cannotRest = ways.contains { team in
            team.contains(where: \.isEmpty) || !restsHold(team.map(rosy))
        }
        if cannotRest { return nil }
        let priced = ways.enumerated().map { crew, team in
            team.map { $0.map { (way: $0, price: price(crew, $0)) }.sorted { $0.price < $1.price } }
        }
        // The least that the weekdays from each one on can cost, team after team.
        let least = priced.joined().reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1[0].price) }
        // The halves that some way of a weekday opens, by team, weekday and week.
        let hope = ways.map { team in
            team.map { ways in
                ways[0].indices.map { week in ways.reduce(into: 0) { $0 |= Self.halves($1[week]) } }
            }
        }
        var best: (ways: [[Way]], price: Int)?
        func choose(_ done: [[Way]], _ open: [Way], _ paid: Int, left: Int) {
            guard paid + least[left] < best?.price ?? most, opensEnough(done + [open], hope) else { return }
            guard done.count < ways.count else {
                best = (done, paid)
                return
            }
            let team = priced[done.count]
            // One day more never gives more rest, nor fewer evenings: what fails now fails whatever comes.
            guard restsHold(open), latenessHolds(open) else { return }
            guard open.count < team.count else { return choose(done + [open], [], paid, left: left) }
            for (way, price) in team[open.count] { choose(done, open + [way], paid + price, left: left - 1) }
        }
        choose([], [], 0, left: least.count - 1)
        return best
    }

    /// The latest departures and earliest arrivals of a weekday: if not even these leave enough rest, nothing does.
    private func rosy(_ choices: [Way]) -> Way {
        choices[0].indices.map { week in
            guard var day = choices[0][week] else { return nil }
            day.departure = choices.map { $0[week]!.departure }.max()!
            day.arrival = choices.map { $0[week]!.arrival }.min()!
            return day
        }
    }

    /// Whether every week has its half-days, if all weekdays without a way yet open what one of their ways does.
    private func opensEnough(_ teams: [[Way]], _ hope: [[[Int]]]) -> Bool {
        (0..<parameters.cycleWeeks).allSatisfy { week in
            var open = 0
            for weekday in weekdays.indices {
                var halves = 0
                for team in hope.indices {
                    let isChosen = team < teams.count && weekday < teams[team].count
                    halves |= isChosen ? Self.halves(teams[team][weekday][week]) : hope[team][weekday][week]
                }
                open += halves.nonzeroBitCount
            }
            return open >= min(parameters.minimumHalfDays, parameters.lighterWeeks[week + 1] ?? 14)
        }
    }

    /// The halves that a day opens, a bit each.
    private static func halves(_ day: PlainHours.Day?) -> Int {
        day.map { ($0.opens.0 ? 1 : 0) + ($0.opens.1 ? 2 : 0) } ?? 0
    }

    /// Evenings of each week (R28) and long days of 4 weeks (R26).
    private func latenessHolds(_ days: [Way]) -> Bool {
        var long = 0
        for week in 0..<parameters.cycleWeeks {
            let own = days.compactMap { $0[week] }
            if own.count(where: { $0.arrival > parameters.eveningFrom.count }) > parameters.eveningsMaximum {
                return false
            }
            long += own.count { $0.arrival - $0.departure > parameters.spanReported.count }
        }
        return long * 4 / parameters.cycleWeeks <= parameters.longDaysMaximum
    }

    private func restsHold(_ days: [Way]) -> Bool {
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
