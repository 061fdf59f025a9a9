import GeoModel
import PlanningModel

// Lanes and the days they may hold.

extension RoundsProblem {
    /// Teams that nothing tells apart are one kind, weekdays that nothing tells apart one class; a lane is both.
    mutating func fillLanes(_ scenario: Scenario) {
        var depots: [String] = []
        for team in service.teams where !depots.contains(team.depot) { depots.append(team.depot) }
        var byKey: [[String]: Int] = [:]
        for (index, team) in service.teams.enumerated() {
            guard let depot = scenario.depot(of: team), let table = depots.firstIndex(of: team.depot) else { continue }
            let crew = scenario.crew(of: team).count
            let limits = model.weekRows.filter { $0.team == index }.map { "\($0.rule.rawValue) \($0.upper ?? -1)" }
            let isTold = isApart || !model.overtime.isEmpty
            let barred = rules.indices.filter { !rules[$0].allowsTeam[index] }.map(String.init).joined(separator: " ")
            let key =
                [team.depot, String(crew), isTold ? team.van : "", barred, team.weekdays.map { "\($0)" } ?? ""] + limits
            if let kind = byKey[key] {
                kinds[kind].teams.append(index)
            } else {
                byKey[key] = kinds.count
                kinds.append(TeamKind(teams: [index], depot: depot, crewSize: crew, table: table))
            }
        }
        var byStarts: [ClassKey: Int] = [:]
        for weekday in weekdays.indices {
            let teams = service.teams.indices.filter { service.teams[$0].works(on: weekdays[weekday]) }
            let own = ClassKey(starts: stays.indices.map { startTimes(of: $0, weekday: weekday) }, teams: teams)
            guard !teams.isEmpty else { continue }
            if !isApart, let same = byStarts[own] {
                classes[same].weekdays.append(weekday)
            } else {
                byStarts[own] = classes.count
                classes.append(WeekdayClass(weekdays: [weekday], teams: teams))
                starts.append(own.starts)
            }
        }
        for kind in kinds.indices {
            for index in classes.indices where classes[index].teams.contains(kinds[kind].teams[0]) {
                lanes.append(
                    Lane(
                        kind: kind, weekdayClass: index, weekdays: classes[index].weekdays,
                        places: kinds[kind].teams.count * classes[index].weekdays.count, table: 0))
            }
        }
    }

    private struct ClassKey: Hashable {
        var starts: [StayStarts]
        var teams: [Int]
    }

    private func startTimes(of index: Int, weekday: Int) -> StayStarts {
        let stay = stays[index]
        let all = stay.stops.map { rules[$0] }
        let isAllowed = zip(1..., all).allSatisfy { place, rule in
            rule.allowsWeekday[weekday] && !rule.isExcluded && rule.order ?? place == place
        }
        func fits(_ start: Minutes, _ pins: Bool) -> Bool {
            isAllowed
                && zip(all, stay.shape.openings).allSatisfy { rule, opening in
                    let own = Interval(start: start + opening.start, end: start + opening.end)
                    return rule.isOpen(own, weekday: weekday)
                        && (!pins || rule.start.map { $0 == own.start } ?? true)
                }
        }
        var halves = StartTimes(stay.shape, isShort: stay.isShort, parameters) { fits($0, true) }
        let asked = Set(all.compactMap(\.half))
        if asked.contains(.morning) { halves.afternoon = [] }
        if asked.contains(.afternoon) { halves.morning = [] }
        var full = StartTimes(stay.shape, isShort: stay.isShort, parameters) { fits($0, false) }
        if stay.isShort || !asked.isEmpty {
            full.morning = []
            full.afternoon = []
        } else if let pinned = all[0].start {
            full.morning = full.morning.filter { $0 == pinned }
        }
        return StayStarts(halves: halves, fullDay: full)
    }

    /// Tables of days: lanes that share depot, size of crew and class of weekdays share one; classes that start alike
    /// do too.
    mutating func fillDays() {
        var known: [DayTableKey: Int] = [:]
        var sameStarts: [[StayStarts]: Int] = [:]
        let classKey = starts.indices.map { index in
            sameStarts[starts[index]]
                ?? {
                    sameStarts[starts[index]] = index
                    return index
                }()
        }
        for index in lanes.indices {
            let kind = kinds[lanes[index].kind]
            let key = DayTableKey(
                depot: kind.table, crew: kind.crewSize, weekdayClass: classKey[lanes[index].weekdayClass])
            if let table = known[key] {
                lanes[index].table = table
            } else {
                known[key] = tables.count
                lanes[index].table = tables.count
                tables.append(table(key))
            }
        }
    }

    private struct DayTableKey: Hashable {
        var depot: Int
        var crew: Int
        var weekdayClass: Int
    }

    private func table(_ key: DayTableKey) -> DayTable {
        func cost(metres: Int, work: Minutes, span: Int) -> DayCost {
            let once = runningCost(metres: metres, work: work.count, persons: key.crew)
            return DayCost(
                work: Int32(work.count), cost: Int32(clamping: (once + span) * repeats), metres: Int32(metres))
        }
        let out = outward[key.depot]
        let home = homeward[key.depot]
        let starts = starts[key.weekdayClass]
        return DayTable(
            DayTable.Source(
                stops: stopCount, stays: stays.count,
                single: { stay in
                    let driving = driving(key.depot, stay, nil)
                    let shape = stays[stay].shape
                    let halves = starts[stay].halves
                    guard
                        let span = leastSpanPrice(
                            halves.morning + halves.afternoon, persons: key.crew,
                            { clock.single(driving, shape, start: $0) })
                    else { return nil }
                    let metres = out[stays[stay].first].distance + home[stays[stay].last].distance
                    return cost(
                        metres: metres.count + stays[stay].metres, work: clock.work(driving, [shape]), span: span)
                },
                fullDay: { stop in
                    let driving = driving(key.depot, stop, nil)
                    let shape = stays[stop].shape
                    guard
                        let span = leastSpanPrice(
                            starts[stop].fullDay.morning, starts[stop].fullDay.afternoon, persons: key.crew,
                            { clock.fullDay(driving, shape, morning: $0, afternoon: $1) })
                    else { return nil }
                    return cost(
                        metres: (out[stop].distance + home[stop].distance).count,
                        work: clock.fullDayWork(driving, shape), span: span)
                },
                pair: { morning, afternoon in
                    guard !overlap(morning, afternoon) else { return nil }
                    let driving = driving(key.depot, morning, afternoon)
                    let (first, second) = (stays[morning], stays[afternoon])
                    let work = clock.work(driving, [first.shape, second.shape])
                    // Most pairs lie too far apart for any hours.
                    guard work <= clock.dailyWork,
                        let span = leastSpanPrice(
                            starts[morning].halves.morning, starts[afternoon].halves.afternoon, persons: key.crew,
                            { clock.pair(driving, first.shape, second.shape, morning: $0, afternoon: $1) })
                    else { return nil }
                    let metres =
                        out[first.first].distance + between(first.last, second.first).distance
                        + home[second.last].distance
                    return cost(
                        metres: metres.count + first.metres + second.metres, work: work, span: span)
                }))
    }

    /// Whether a partner makes any day harder to place than its anchor alone: the van leaves no later and is back no
    /// earlier. So it is unless some way is longer, by a whole visit, than the way round by another stop.
    var partnersOnlyLengthen: Bool {
        lanes.indices.allSatisfy { lane in
            let table = kinds[lanes[lane].kind].table
            return stays.indices.allSatisfy { a in
                let alone = driving(table, a, nil)
                return stays.indices.allSatisfy { b in
                    guard a != b else { return true }
                    let visit = stays[b].shape.work
                    let before = driving(table, b, a)
                    let after = driving(table, a, b)
                    return alone.out <= before.out + (before.between ?? .zero) + visit
                        && alone.home <= visit + (after.between ?? .zero) + after.home
                }
            }
        }
    }
}
