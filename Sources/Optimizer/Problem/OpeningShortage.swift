import GeoModel

extension RoundsProblem {
    /// `nil` where a week may reach the minimum opening, as far as this simple count can tell.
    ///
    /// The least work for so many half-days takes single halves and whole days at the nearest venues, each once. Only
    /// for a service of one team and without second visits: elsewhere the search has to find out.
    func openingShortage() -> OpeningShortage? {
        let required = opensAtLeast
        if let closed = closedWeek() { return closed }
        guard required > 0, service.teams.count == 1, !twinOf.contains(where: { $0 != nil }) else { return nil }
        let limit = min(weekWork(0) ?? Int.max, (foldedWork ?? Int.max) / tree.weekCount)
        func shortage(_ reachable: Int, _ limit: OpeningShortage.Limit) -> OpeningShortage {
            OpeningShortage(service: service.id, required: required, reachable: reachable, limit: limit)
        }
        guard segments.contains(where: { $0.halfDays > 0 }) else {
            return shortage(
                0,
                .sessionTooShort(session: parameters.sessionLength, minimum: parameters.halfDayMinimum))
        }
        // least[d][h]: least work to open h half-days on d days, each segment in the morning of one day at most.
        let days = Set(blocks.flatMap(\.weekdays)).count
        let top = 2 * days
        let never = Int.max / 4
        var least = Array(repeating: Array(repeating: never, count: top + 1), count: days + 1)
        least[0][0] = 0
        for segment in segments.indices where segments[segment].halfDays > 0 {
            let alone = tables.compactMap { $0.single(segment) }.map { Int($0.work) }.min()
            let whole = leastWholeDay(segment)
            for day in stride(from: days, through: 1, by: -1) {
                for half in stride(from: top, through: 1, by: -1) {
                    if let alone { least[day][half] = min(least[day][half], least[day - 1][half - 1] + alone) }
                    if half >= 2, let whole {
                        least[day][half] = min(least[day][half], least[day - 1][half - 2] + whole)
                    }
                }
            }
        }
        // So many half-days or more: where a break is due (R25), a whole day may be lawful and no single half of it.
        let byHalfDays = (0...top).map { half in least.flatMap { $0[half...] }.min() ?? never }
        if required <= top, byHalfDays[required] <= limit { return nil }
        let reachable = (0...top).last { byHalfDays[$0] <= limit } ?? 0
        if byHalfDays[1] >= never {
            let nearest = segments.indices.map {
                kinds[0].clock.work(driving(kinds[0].table, $0, nil), [segments[$0].shape])
            }
            .min()
            return shortage(
                0,
                .dailyLimits(
                    leastWork: nearest ?? .zero, dailyWork: kinds[0].clock.dailyWork, daySpan: kinds[0].clock.daySpan,
                    onEnd: parameters.breakAfter))
        }
        if required > top || byHalfDays[required] >= never {
            return shortage(reachable, .daysAndVenues(weekdays: days, venues: stopCount))
        }
        return shortage(
            reachable, .weeklyWork(least: Minutes(byHalfDays[required]), limit: Minutes(limit)))
    }

    /// A week with too few weekdays on which any venue may be visited, for all that dates bar.
    private func closedWeek() -> OpeningShortage? {
        guard !barredNodes.isEmpty else { return nil }
        for (week, required) in minimumHalfDays.enumerated() {
            let nodes = tree.nodes.indices.filter { tree.nodes[$0].weeks.contains(week) }
                .reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
            func isOpen(_ stop: Int, _ weekday: Int) -> Bool {
                let rule = rules[stop]
                guard !rule.isExcluded, rule.allowsWeekday[weekday] else { return false }
                let allowed = tree.nodes.indices.filter {
                    rule.allowsNode[$0] && rule.allowsLevel[tree.nodes[$0].level]
                }
                .reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
                return allowed & nodes & ~rule.barredNodes[weekday] != 0
            }
            let worked = Set(blocks.flatMap(\.weekdays))
            let open = worked.count { weekday in rules.indices.contains { isOpen($0, weekday) } }
            guard 2 * open < required else { continue }
            let closed = venues.indices.filter { twinOf[$0] == nil && !rules[$0].barredNodes.allSatisfy { $0 == 0 } }
            return OpeningShortage(
                service: service.id, required: required, reachable: 2 * open,
                limit: .placesClosed(
                    week: week + 1, closed: closed.count, venues: venues.indices.count { twinOf[$0] == nil },
                    weekdays: open))
        }
        return nil
    }

    /// Least work of a day of two halves that count whose morning is a segment.
    private func leastWholeDay(_ morning: Int) -> Int? {
        tables.compactMap { table -> Int? in
            var least = morning < stopCount ? table.fullDay(morning).map { Int($0.work) } : nil
            for afternoon in segments.indices where segments[afternoon].halfDays > 0 {
                guard let day = table.pair(morning, afternoon) else { continue }
                least = min(least ?? Int(day.work), Int(day.work))
            }
            return least
        }.min()
    }
}
