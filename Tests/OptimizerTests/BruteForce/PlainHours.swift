import PlanningModel

/// What fills a half-day: a session at one venue, or a short tour of several in their order.
struct PlainItem: Hashable {
    var venues: [Int]
    var isTour: Bool { venues.count > 1 }
}

/// Hours of a day of one team by trying every start: R20, R25, R26, lunch, hours of venues, pinned starts.
struct PlainHours {
    struct Day {
        var departure: Int
        var arrival: Int
        /// Whether the morning, and the afternoon, is open long enough for R01.
        var opens: (Bool, Bool)
        /// First start in each half, −1 where there is none; when the drive between the halves starts.
        var starts: (Int, Int)
        var leave = -1
        /// Breaks of its own before setting up and once packed up.
        var restsFirst = false
        var restsLast = false
        /// By stop of the day: minutes waited between the drive there and setting up, where not all waiting is before the drive.
        var waits: [Int: Int] = [:]
    }

    /// One venue in the order of the day.
    struct Stop {
        var venue: Int
        var start: Int
        var end: Int
        var setUp: Int
        var packUp: Int
    }

    init(
        parameters: Parameters, items: [PlainItem], out: [Int], home: [Int], between: [[Int]], doors: PlainDoors,
        isPartTime: Bool
    ) {
        self.isPartTime = isPartTime
        self.parameters = parameters
        self.items = items
        self.out = out
        self.home = home
        self.between = between
        self.doors = doors
    }

    let parameters: Parameters
    /// A session at each venue, in their order, then every short tour.
    let items: [PlainItem]
    /// Minutes from the depot to each venue, from each venue back, and from venue to venue.
    let out: [Int]
    let home: [Int]
    let between: [[Int]]
    let doors: PlainDoors
    /// Whether someone of the crew is part-time: the midday then is one interruption, and not too long.
    let isPartTime: Bool
    private let seen = Seen()

    /// Days already timed.
    private final class Seen { var days: [[Int]: [Day]] = [:] }

    private var pause: Int { parameters.breakLength.count }
    private var limit: Int { parameters.breakAfter.count }
    private var session: Int { parameters.sessionLength.count }

    /// The stops of an item from its first start: the next start is the earliest on the grid that the drive allows.
    func stops(_ item: Int, _ first: Int) -> [Stop] {
        let item = items[item]
        guard item.isTour else {
            return [
                Stop(
                    venue: item.venues[0], start: first, end: first + session, setUp: parameters.setUp.count,
                    packUp: parameters.packUp.count)
            ]
        }
        var stops: [Stop] = []
        for venue in item.venues {
            var stop = Stop(
                venue: venue, start: first, end: 0, setUp: parameters.shortStopSetUp.count,
                packUp: parameters.shortStopPackUp.count)
            if let last = stops.last {
                stop.start = last.end + last.packUp + between[last.venue][venue] + stop.setUp
                while stop.start % parameters.startStep.count != 0 { stop.start += 1 }
            }
            stop.end = stop.start + parameters.shortStopLength.count
            stops.append(stop)
        }
        return stops
    }

    /// First starts of an item in a half that keep the grid, the window, the side, the hours of venues and, where
    /// they bind, the pins.
    func starts(_ item: Int, _ half: Int, weekday: Int, pinned: Bool) -> [Int] {
        let split = parameters.halfDaySplit.count
        return (parameters.windowStart.count...parameters.windowEnd.count).filter { first in
            guard first % parameters.startStep.count == 0 else { return false }
            let stops = stops(item, first)
            for (index, stop) in stops.enumerated() {
                if stop.end > parameters.windowEnd.count { return false }
                if !doors.allows(stop.venue, place: index + 1) { return false }
                if !doors.isOpen(stop.venue, weekday, stop.start, stop.end) { return false }
                if pinned && !doors.allows(stop.venue, start: stop.start) { return false }
            }
            if items[item].isTour { return half == 0 ? stops.last!.end <= split : first >= split }
            // A session may reach over noon and count for neither half.
            return minutesOpen(stops, half) >= parameters.halfDayMinimum.count
                || stops[0].start < split && stops[0].end > split
        }
    }

    private func minutesOpen(_ stops: [Stop], _ half: Int) -> Int {
        let split = parameters.halfDaySplit.count
        return stops.reduce(0) {
            $0 + max(0, half == 0 ? min($1.end, split) - $1.start : $1.end - max($1.start, split))
        }
    }

    /// Work of a day; −1 stands for nothing in that half.
    func work(_ morning: Int, _ afternoon: Int) -> Int {
        if morning == afternoon {
            let venue = items[morning].venues[0]
            return out[venue] + home[venue] + parameters.setUp.count + parameters.packUp.count + 2 * session
        }
        let day = (morning < 0 ? [] : stops(morning, 0)) + (afternoon < 0 ? [] : stops(afternoon, 0))
        var work = out[day.first!.venue] + home[day.last!.venue]
        for stop in day { work += stop.setUp + stop.end - stop.start + stop.packUp }
        for (from, to) in zip(day, day.dropFirst()) { work += between[from.venue][to.venue] }
        return work
    }

    /// Every way to time a day at these starts that may matter to the days around it; empty where none is legal.
    func days(_ morning: Int, _ afternoon: Int, _ first: Int, _ second: Int) -> [Day] {
        let key = [morning, afternoon, first, second]
        if let days = seen.days[key] { return days }
        let days = timed(morning, afternoon, first, second)
        seen.days[key] = days
        return days
    }

    private func timed(_ morning: Int, _ afternoon: Int, _ first: Int, _ second: Int) -> [Day] {
        let work = work(morning, afternoon)
        guard work <= parameters.dailyWork.count else { return [] }
        let early = morning < 0 ? [] : stops(morning, first)
        let late = afternoon < 0 ? [] : stops(afternoon, second)
        let all = early + late
        let day = Day(
            departure: all.first!.start - all.first!.setUp - out[all.first!.venue],
            arrival: all.last!.end + all.last!.packUp + home[all.last!.venue],
            opens: (
                minutesOpen(early, 0) >= parameters.halfDayMinimum.count,
                minutesOpen(late, 1) >= parameters.halfDayMinimum.count
            ), starts: (first, second))
        var found: [Day] = []
        if early.isEmpty || late.isEmpty {
            // Alone, a session is of the half that it mostly lies in.
            let noon = parameters.halfDaySplit.count
            let (before, after) = (noon - all[0].start, all[0].end - noon)
            if !items[max(morning, afternoon)].isTour, doors.isHalfPinned(all[0].venue), before > 0, after > 0,
                (before >= after) != late.isEmpty
            {
                return []
            }
        }
        // Breaks at the ends cost time, so neither is tried where the day does without it.
        for (first, last) in [(false, false), (false, true), (true, false), (true, true)] {
            if found.contains(where: { (!$0.restsFirst || first) && (!$0.restsLast || last) }) { continue }
            var own = day
            if first { own.departure -= pause }
            if last { own.arrival += pause }
            (own.restsFirst, own.restsLast) = (first, last)
            let isInDay =
                own.departure >= 0 && own.arrival < 1440 && own.arrival - own.departure <= parameters.spanMaximum.count
            guard isInDay, let (leave, waits) = middle(early, late, isFull: morning == afternoon, own, work) else {
                continue
            }
            (own.leave, own.waits) = (leave, waits)
            found.append(own)
        }
        return found
    }

    /// One way to spend a day so far: minutes worked since the last break, whether there was one, interruptions so far (R36).
    private struct Walk {
        var worked = 0
        var rested = false
        var interruptions = 0
        var leave = -1
        var waits: [Int: Int] = [:]
    }

    /// When the drive between the halves starts and how long is waited after each drive within a tour, such that no stretch
    /// of work is too long, lunch is had and someone part-time is not interrupted too often: every minute is tried.
    private func middle(
        _ early: [Stop], _ late: [Stop], isFull: Bool, _ day: Day, _ dayWork: Int
    ) -> (leave: Int, waits: [Int: Int])? {
        let all = early + late
        var open = [Walk()]
        func work(_ minutes: Int) {
            for index in open.indices { open[index].worked += minutes }
            open.removeAll { $0.worked > limit }
        }
        /// Nothing is done for so long; false where that is one interruption too many, or too long a one.
        func rest(_ minutes: Int, _ way: inout Walk) -> Bool {
            if minutes >= pause { (way.worked, way.rested) = (0, true) }
            guard isPartTime, minutes > pause else { return true }
            way.interruptions += 1
            return way.interruptions <= parameters.partTimeInterruptions
                && minutes <= parameters.partTimeInterruption.count
        }
        func rest(_ minutes: Int) {
            open = open.compactMap { way in
                var way = way
                return rest(minutes, &way) ? way : nil
            }
        }
        work(out[all[0].venue])
        if day.restsFirst { rest(pause) }
        for (index, stop) in all.enumerated() {
            let isNoon = index == early.count && index > 0
            if index > 0 {
                let before = all[index - 1]
                if isFull {
                    guard lunchFits(before.end, stop.start) else { return nil }
                    rest(stop.start - before.end)
                } else {
                    work(before.packUp)
                    let left = before.end + before.packUp
                    let drive = between[before.venue][stop.venue]
                    let spare = stop.start - stop.setUp - left - drive
                    guard spare >= 0 else { return nil }
                    open = open.flatMap { way in
                        (0...spare).compactMap { wait in
                            var way = way
                            let leave = left + wait
                            if isNoon {
                                guard lunchFits(left, leave) || lunchFits(leave + drive, stop.start - stop.setUp)
                                else { return nil }
                                way.leave = leave
                            } else {
                                way.waits[index] = spare - wait
                            }
                            guard rest(wait, &way) else { return nil }
                            way.worked += drive
                            guard way.worked <= limit, rest(spare - wait, &way) else { return nil }
                            return way
                        }
                    }
                    open = best(open)
                }
            }
            work((isFull && index > 0 ? 0 : stop.setUp) + stop.end - stop.start)
        }
        work(all.last!.packUp)
        if day.restsLast { rest(pause) }
        work(home[all.last!.venue])
        return open.first { dayWork < limit || $0.rested }.map { ($0.leave, $0.waits) }
    }

    /// Of the ways so far those with the shortest stretch behind them, rested or not, by interruptions.
    private func best(_ ways: [Walk]) -> [Walk] {
        Dictionary(grouping: ways) { [$0.rested ? 1 : 0, $0.interruptions] }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .compactMap { $0.value.min { $0.worked < $1.worked } }
    }

    private func lunchFits(_ from: Int, _ to: Int) -> Bool {
        min(to, parameters.lunchUntil.count) - max(from, parameters.lunchFrom.count) >= parameters.lunch.count
    }
}
