/// Hours of one weekday of one team over the weeks of the cycle: each stop keeps its starts (R32).
extension PlainHours {
    /// The undominated ways to time a weekday: `content` holds morning and afternoon of each week.
    func weekday(_ content: [Int], _ weekday: Int) -> [[Day?]] {
        let weeks = content.count / 2
        var variables: [(item: Int, half: Int, starts: [Int])] = []
        for week in 0..<weeks {
            for half in 0..<2 {
                let item = content[2 * week + half]
                guard item >= 0, !variables.contains(where: { $0.item == item && $0.half == half }) else { continue }
                // On a full day a pinned start speaks of the morning.
                let isSecond = half == 1 && content[2 * week] == item
                let starts = starts(item, half, weekday: weekday, pinned: !isSecond)
                if starts.isEmpty { return [] }
                variables.append((item, half, starts))
            }
        }
        /// Variables of the morning and the afternoon of each week, −1 where there is none.
        let used = (0..<weeks).map { week in
            (0..<2).map { half in
                variables.firstIndex { $0.item == content[2 * week + half] && $0.half == half } ?? -1
            }
        }
        var chosen = Array(repeating: -1, count: variables.count)
        var options: [[Day?]] = Array(repeating: [nil], count: weeks)
        var taken: [Day?] = Array(repeating: nil, count: weeks)
        // A session that has a day to itself leaves later the later it comes home: hardly ever does one of its starts stand for
        // another, so ways are held against those with the same such starts alone.
        let alone = variables.indices.filter { variable in used.contains { $0.max() == variable && $0.min() == -1 } }
        var ways: [[Int]: [[Day?]]] = [:]
        func combine(_ week: Int) {
            guard week < weeks else {
                let key = alone.map { chosen[$0] }
                let known = ways[key] ?? []
                if known.contains(where: { Self.dominates($0, taken) }) { return }
                ways[key] = known.filter { !Self.dominates(taken, $0) } + [taken]
                return
            }
            for day in options[week] {
                taken[week] = day
                combine(week + 1)
            }
        }
        /// Times the weeks whose last start is that of `variable`; false where one of them has no legal day.
        func time(_ variable: Int) -> Bool {
            for week in 0..<weeks where max(used[week][0], used[week][1]) == variable {
                let starts = used[week].map { $0 < 0 ? -1 : chosen[$0] }
                options[week] = days(content[2 * week], content[2 * week + 1], starts[0], starts[1])
                if options[week].isEmpty { return false }
            }
            return true
        }
        func assign(_ variable: Int) {
            guard variable < variables.count else { return combine(0) }
            for start in variables[variable].starts {
                chosen[variable] = start
                if time(variable) { assign(variable + 1) }
            }
        }
        assign(0)
        return ways.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap(\.value)
    }

    private static func dominates(_ a: [Day?], _ b: [Day?]) -> Bool {
        for week in a.indices {
            guard let left = a[week], let right = b[week] else { continue }
            if left.departure < right.departure || left.arrival > right.arrival { return false }
            if right.opens.0 && !left.opens.0 || right.opens.1 && !left.opens.1 { return false }
        }
        return true
    }
}
