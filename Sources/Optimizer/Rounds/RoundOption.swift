import GeoModel
import PlanningModel

/// One way to give a round column its half-days and hours: which half the anchor takes, and each start.
struct RoundOption: Hashable, Sendable {
    /// The anchor opens in the morning (and, on full days, in the afternoon).
    var anchorInMorning: Bool
    /// Hours of the day in each folded week; `nil` where the round is not out.
    var hours: [DayClock.Hours?]
    /// Minutes by which all starts differ from the usual ones; a half that does not count for R01 though it could weighs more than
    /// any.
    var deviation: Int
}

extension VisitOrder {
    /// Whether the anchor may open in the morning, and in the afternoon; the morning first.
    fileprivate var anchorInMorning: [Bool] {
        switch self {
        case .either: [true, false]
        case .anchorFirst: [true]
        case .anchorLast: [false]
        }
    }
}

extension RoundsProblem {
    /// All ways worth trying for a column: where long spans have a price the cheapest first, then the nearest to the usual
    /// hours.
    ///
    /// For each start of the anchor, a partner takes its usual start or, for short rests, the one that keeps the
    /// day shortest: no other start leaves more rest before or after.
    func options(for column: RoundColumn) -> [RoundOption] {
        // A break before setting up moves the whole drive there: worth trying once nothing else gives enough rest.
        let ways = breakWeeks(column).flatMap { options(for: column, breakFirst: $0) }
        guard spanMinutePrice > 0 else { return ways }
        return ways.map { (way: $0, cost: spanCost($0, of: column)) }.enumerated()
            .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element.way)
    }

    private func blockDriving(_ column: RoundColumn, _ morning: Int, _ afternoon: Int?) -> DayClock.Driving {
        driving(kinds[blocks[column.block].kind].table, morning, afternoon)
    }

    private func clock(of column: RoundColumn) -> DayClock { kinds[blocks[column.block].kind].clock }

    private func startTimes(_ column: RoundColumn, _ segment: Int) -> SegmentStarts {
        starts[blocks[column.block].weekdayClass][segment]
    }

    /// The sets of weeks whose long day takes its break before setting up; none of them first.
    private func breakWeeks(_ column: RoundColumn) -> [Set<Int>] {
        let weeks = tree.nodes[column.anchor.node].weeks
        if column.isFullDay {
            let driving = blockDriving(column, column.anchor.segment, nil)
            let mayNeed = clock(of: column).fullDayMayNeedEndBreak(driving, segments[column.anchor.segment].shape)
            return mayNeed ? [[], Set(weeks)] : [[]]
        }
        return weeks.filter { mayNeedEndBreak(column, week: $0) }
            .reduce([[]]) { sets, week in sets + sets.map { $0.union([week]) } }
    }

    private func mayNeedEndBreak(_ column: RoundColumn, week: Int) -> Bool {
        let own = column.anchor.segment
        guard let partner = partner(of: column, week: week) else {
            return clock(of: column).mayNeedEndBreak(blockDriving(column, own, nil), [segments[own].shape])
        }
        return column.order.anchorInMorning.contains { inMorning in
            let (morning, afternoon) = inMorning ? (own, partner) : (partner, own)
            return clock(of: column).mayNeedEndBreak(
                blockDriving(column, morning, afternoon), [segments[morning].shape, segments[afternoon].shape])
        }
    }

    private func options(for column: RoundColumn, breakFirst early: Set<Int>) -> [RoundOption] {
        var found: [RoundOption] = []
        let anchor = startTimes(column, column.anchor.segment)
        if column.isFullDay {
            let driving = blockDriving(column, column.anchor.segment, nil)
            let shape = segments[column.anchor.segment].shape
            for morning in anchor.fullDay.morning {
                let ends = anchor.fullDay.afternoon.compactMap { afternoon in
                    clock(of: column).fullDay(
                        driving, shape, morning: morning, afternoon: afternoon, breakFirst: !early.isEmpty)
                }
                for hours in candidates(ends, byEnd: true) {
                    append(column, anchorInMorning: true, { _ in hours }, to: &found)
                }
            }
        } else {
            for inMorning in column.order.anchorInMorning {
                for start in inMorning ? anchor.halves.morning : anchor.halves.afternoon {
                    for compact in [false, true] {
                        append(
                            column, anchorInMorning: inMorning,
                            {
                                self.hours(
                                    of: column, week: $0, anchor: start, inMorning: inMorning, compact: compact,
                                    breakFirst: early.contains($0))
                            }, to: &found)
                    }
                }
            }
        }
        var seen: Set<RoundOption> = []
        return found.filter { seen.insert($0).inserted }.enumerated()
            .sorted { ($0.element.deviation, $0.offset) < ($1.element.deviation, $1.offset) }.map(\.element)
    }

    private func append(
        _ column: RoundColumn, anchorInMorning: Bool, _ hours: (Int) -> DayClock.Hours?, to found: inout [RoundOption]
    ) {
        var all: [DayClock.Hours?] = Array(repeating: nil, count: tree.weekCount)
        var deviation = 0
        var starts: [Int: Minutes] = [:]
        for week in tree.nodes[column.anchor.node].weeks {
            guard let day = hours(week) else { return }
            all[week] = day
            deviation += deviationFromUsual(day, column, anchorInMorning: anchorInMorning)
            // A partner of several weeks has one start: same anchor start, same driving, same answer.
            if let partner = partner(of: column, week: week) {
                let own = anchorInMorning ? day.starts[1] : day.starts[0]
                guard starts[partner, default: own] == own else { return }
                starts[partner] = own
            }
        }
        found.append(RoundOption(anchorInMorning: anchorInMorning, hours: all, deviation: deviation))
    }

    private func deviationFromUsual(_ day: DayClock.Hours, _ column: RoundColumn, anchorInMorning: Bool) -> Int {
        let usual = [parameters.morningStart, parameters.afternoonStart]
        let halves: [HalfDay] =
            day.starts.count == 2 ? [.morning, .afternoon] : [anchorInMorning ? .morning : .afternoon]
        return zip(day.starts, halves).reduce(0) { sum, own in
            let (start, half) = own
            return sum + abs((start - (half == .morning ? usual[0] : usual[1])).count)
                + (sessionCounts(from: start, in: half) ? 0 : 100_000)
        }
    }

    /// The usual choice, and the one with the earliest end (or the latest departure).
    private func candidates(_ hours: [DayClock.Hours], byEnd: Bool) -> [DayClock.Hours] {
        guard let usual = hours.first else { return [] }
        let compact = byEnd ? hours.min { $0.arrival < $1.arrival } : hours.max { $0.departure < $1.departure }
        return compact.map { $0 == usual ? [usual] : [usual, $0] } ?? [usual]
    }

    private func hours(
        of column: RoundColumn, week: Int, anchor start: Minutes, inMorning: Bool, compact: Bool, breakFirst: Bool
    ) -> DayClock.Hours? {
        let own = column.anchor.segment
        guard let partner = partner(of: column, week: week) else {
            let half: HalfDay = inMorning ? .morning : .afternoon
            guard isAlone(own, in: half, from: start) else { return nil }
            return clock(of: column).single(
                blockDriving(column, own, nil), segments[own].shape, start: start, breakFirst: breakFirst)
        }
        let (morning, afternoon) = inMorning ? (own, partner) : (partner, own)
        let driving = blockDriving(column, morning, afternoon)
        let others = startTimes(column, partner).halves
        let ways = (inMorning ? others.afternoon : others.morning).compactMap { other in
            clock(of: column).pair(
                driving, segments[morning].shape, segments[afternoon].shape, morning: inMorning ? start : other,
                afternoon: inMorning ? other : start, breakFirst: breakFirst)
        }
        let choice = candidates(ways, byEnd: inMorning)
        return compact ? choice.last : choice.first
    }
}
