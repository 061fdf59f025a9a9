import GeoModel
import PlanningModel

// Blocks and the days they may hold.

extension RoundsProblem {
    /// Teams that are alike in everything are one kind, weekdays that are alike one class; a block is a kind on a class.
    mutating func fillBlocks(_ scenario: Scenario) {
        var depots: [String] = []
        for team in service.teams where !depots.contains(team.depot) { depots.append(team.depot) }
        var byKey: [[String]: Int] = [:]
        for (index, team) in service.teams.enumerated() {
            guard let depot = scenario.depot(of: team), let table = depots.firstIndex(of: team.depot) else { continue }
            let crew = scenario.crew(of: team).count
            let limits =
                model.weekRows.filter { $0.team == index }.map { "\($0.rule.rawValue) \($0.upper ?? -1)" }
                + [evenings(index), foldedLongDays(index)].map { $0.map(String.init) ?? "" }
            let clock = DayClock(
                parameters, model, model.interruptions.indices.contains(index) ? model.interruptions[index] : nil)
            let isDistinct = isDisaggregated || !model.overtime.isEmpty
            let barred = rules.indices.filter { !rules[$0].allowsTeam[index] }.map(String.init).joined(separator: " ")
            let key =
                [
                    team.depot, String(crew), isDistinct ? team.van : "", barred, team.weekdays.map { "\($0)" } ?? "",
                    clock.interruptions.map { "\($0.count) \($0.longest)" } ?? "",
                ] + limits
            if let kind = byKey[key] {
                kinds[kind].teams.append(index)
            } else {
                byKey[key] = kinds.count
                kinds.append(TeamKind(teams: [index], depot: depot, crewSize: crew, table: table, clock: clock))
            }
        }
        var byStarts: [ClassKey: Int] = [:]
        for weekday in weekdays.indices {
            let teams = service.teams.indices.filter { service.teams[$0].works(on: weekdays[weekday]) }
            let own = ClassKey(
                starts: segments.indices.map { startTimes(of: $0, weekday: weekday) },
                barred: rules.indices.filter { rules[$0].barredNodes[weekday] != 0 }
                    .map { Barred(stop: $0, nodes: rules[$0].barredNodes[weekday]) }, teams: teams)
            guard !teams.isEmpty else { continue }
            if !isDisaggregated, let same = byStarts[own] {
                classes[same].weekdays.append(weekday)
            } else {
                byStarts[own] = classes.count
                classes.append(WeekdayClass(weekdays: [weekday], teams: teams))
                starts.append(own.starts)
            }
        }
        for kind in kinds.indices {
            for index in classes.indices where classes[index].teams.contains(kinds[kind].teams[0]) {
                blocks.append(
                    Block(
                        kind: kind, weekdayClass: index, weekdays: classes[index].weekdays,
                        places: kinds[kind].teams.count * classes[index].weekdays.count, table: 0))
            }
        }
        fillBars()
    }

    /// What dates bar to each segment, block by block.
    private mutating func fillBars() {
        guard rules.contains(where: { $0.barredNodes.contains { $0 != 0 } }) else { return }
        barredNodes = blocks.map { block in
            segments.map { $0.stops.reduce(0) { $0 | rules[$1].barredNodes[block.weekdays[0]] } }
        }
    }

    private struct Barred: Hashable {
        var stop: Int
        var nodes: UInt32
    }

    private struct ClassKey: Hashable {
        var starts: [SegmentStarts]
        var barred: [Barred]
        var teams: [Int]
    }

    private func startTimes(of index: Int, weekday: Int) -> SegmentStarts {
        let segment = segments[index]
        let all = segment.stops.map { rules[$0] }
        let isAllowed = zip(1..., all).allSatisfy { place, rule in
            rule.allowsWeekday[weekday] && !rule.isExcluded && rule.order ?? place == place
        }
        func fits(_ start: Minutes, _ pins: Bool) -> Bool {
            isAllowed
                && zip(all, segment.shape.openings).allSatisfy { rule, opening in
                    let own = Interval(start: start + opening.start, end: start + opening.end)
                    return rule.isOpen(own, weekday: weekday)
                        && (!pins || rule.start.map { $0 == own.start } ?? true)
                }
        }
        var halves = StartTimes(segment.shape, isShort: segment.isShort, parameters) { fits($0, true) }
        let asked = Set(all.compactMap(\.half))
        if asked.contains(.morning) { halves.afternoon = [] }
        if asked.contains(.afternoon) { halves.morning = [] }
        var full = StartTimes(segment.shape, isShort: segment.isShort, parameters) { fits($0, false) }
        if segment.isShort || !asked.isEmpty {
            full.morning = []
            full.afternoon = []
        } else if let pinned = all[0].start {
            full.morning = full.morning.filter { $0 == pinned }
        }
        return SegmentStarts(halves: halves, fullDay: full)
    }

    /// Tables of days: blocks that share depot, size of crew, clock and class of weekdays share one; classes that start
    /// alike do too.
    mutating func fillDays() {
        var known: [DayTableKey: Int] = [:]
        var sameStarts: [[SegmentStarts]: Int] = [:]
        let classKey = starts.indices.map { index in
            sameStarts[starts[index]]
                ?? {
                    sameStarts[starts[index]] = index
                    return index
                }()
        }
        for index in blocks.indices {
            let kind = kinds[blocks[index].kind]
            let key = DayTableKey(
                depot: kind.table, crew: kind.crewSize, weekdayClass: classKey[blocks[index].weekdayClass],
                interruptions: kind.clock.interruptions)
            if let table = known[key] {
                blocks[index].table = table
            } else {
                known[key] = tables.count
                blocks[index].table = tables.count
                tables.append(table(key, kind.clock))
            }
        }
    }

    private struct DayTableKey: Hashable {
        var depot: Int
        var crew: Int
        var weekdayClass: Int
        var interruptions: Interruptions?
    }

    private func table(_ key: DayTableKey, _ clock: DayClock) -> DayTable {
        /// `nil` where no hours are lawful.
        func cost(metres: Int, work: Minutes, _ burden: DayBurden) -> DayCost? {
            guard let span = burden.price else { return nil }
            let once = runningCost(metres: metres, work: work.count, persons: key.crew)
            return DayCost(
                work: Int32(work.count), cost: Int32(clamping: (once + span) * repeats), metres: Int32(metres),
                halfDays: Int32(burden.halfDays), isEvening: burden.isEvening, isLong: burden.isLong)
        }
        let out = outward[key.depot]
        let home = homeward[key.depot]
        let starts = starts[key.weekdayClass]
        return DayTable(
            DayTable.Source(
                stops: stopCount, segments: segments.count,
                single: { segment in
                    let driving = driving(key.depot, segment, nil)
                    let shape = segments[segment].shape
                    let halves = starts[segment].halves
                    let alone = HalfDay.allCases.flatMap { half in
                        halves[half].filter { isAlone(segment, in: half, from: $0) }
                    }
                    let burden = burden(
                        alone, persons: key.crew, most: segments[segment].halfDays,
                        counts: { start in HalfDay.allCases.map { counts(segment, in: $0, from: start) }.max() ?? 0 }
                    ) { start in
                        [false, true].compactMap { clock.single(driving, shape, start: start, breakFirst: $0) }
                    }
                    let metres = out[segments[segment].first].distance + home[segments[segment].last].distance
                    return cost(
                        metres: metres.count + segments[segment].metres, work: clock.work(driving, [shape]), burden)
                },
                fullDay: { stop in
                    let driving = driving(key.depot, stop, nil)
                    let shape = segments[stop].shape
                    let burden = burden(
                        starts[stop].fullDay.morning, starts[stop].fullDay.afternoon,
                        extent: driving.out + shape.setUp + shape.length + shape.packUp + driving.home,
                        persons: key.crew,
                        most: 2 * segments[stop].halfDays, morningCounts: { counts(stop, in: .morning, from: $0) },
                        afternoonCounts: { counts(stop, in: .afternoon, from: $0) }
                    ) { clock.fullDay(driving, shape, morning: $0, afternoon: $1, breakFirst: $2) }
                    return cost(
                        metres: (out[stop].distance + home[stop].distance).count,
                        work: clock.fullDayWork(driving, shape), burden)
                },
                pair: { morning, afternoon in
                    guard !overlap(morning, afternoon) else { return nil }
                    let driving = driving(key.depot, morning, afternoon)
                    let (first, second) = (segments[morning], segments[afternoon])
                    let work = clock.work(driving, [first.shape, second.shape])
                    // Most pairs lie too far apart for any hours.
                    guard work <= clock.dailyWork else { return nil }
                    let burden = burden(
                        starts[morning].halves.morning, starts[afternoon].halves.afternoon,
                        extent: driving.out + first.shape.setUp + second.shape.length + second.shape.packUp
                            + driving.home,
                        persons: key.crew,
                        most: first.halfDays + second.halfDays,
                        morningCounts: { counts(morning, in: .morning, from: $0) },
                        afternoonCounts: { counts(afternoon, in: .afternoon, from: $0) }
                    ) { clock.pair(driving, first.shape, second.shape, morning: $0, afternoon: $1, breakFirst: $2) }
                    let metres =
                        out[first.first].distance + between(first.last, second.first).distance
                        + home[second.last].distance
                    return cost(
                        metres: metres.count + first.metres + second.metres, work: work, burden)
                }))
    }

    /// Whether a partner makes any day harder to place than its anchor alone: the van leaves no later and is back no
    /// earlier. So it is unless some way is longer, by a whole visit, than the way round by another stop.
    var partnersOnlyLengthen: Bool {
        blocks.indices.allSatisfy { block in
            let table = kinds[blocks[block].kind].table
            return segments.indices.allSatisfy { a in
                let alone = driving(table, a, nil)
                return segments.indices.allSatisfy { b in
                    guard a != b else { return true }
                    let visit = segments[b].shape.work
                    let before = driving(table, b, a)
                    let after = driving(table, a, b)
                    return alone.out <= before.out + (before.between ?? .zero) + visit
                        && alone.home <= visit + (after.between ?? .zero) + after.home
                }
            }
        }
    }
}
