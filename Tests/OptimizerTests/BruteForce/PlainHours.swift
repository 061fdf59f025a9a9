import PlanningModel

/// What fills a half-day: a session at one venue, or a short tour of several in their order.
struct PlainItem: Hashable {
    var venues: [Int]
    var isTour: Bool { venues.count > 1 }
}

/// Hours of a day of one team by trying every start: R20, R25, R26, lunch, hours of venues, pinned starts.
struct PlainHours {
    /// A break of its own on a day of one half.
    enum Pause { case none, beforeFirst, afterLast }

    struct Day {
        var departure: Int
        var arrival: Int
        /// Whether the morning, and the afternoon, is open long enough for R01.
        var opens: (Bool, Bool)
        /// First start in each half, −1 where there is none; when the drive between the halves starts.
        var starts: (Int, Int)
        var leave = -1
        var pause = Pause.none
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
        parameters: Parameters, items: [PlainItem], out: [Int], home: [Int], between: [[Int]], doors: PlainDoors
    ) {
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
            found = halfDays(day, all, work)
        } else if morning == afternoon {
            let idle = second - first - session
            let worked = out[all[0].venue] + all[0].setUp + session
            if lunchFits(first + session, second), work < limit || idle >= pause && worked <= limit { found = [day] }
        } else if let leave = transfer(early, late, work) {
            found = [day]
            found[0].leave = leave
        }
        return found.filter {
            $0.departure >= 0 && $0.arrival < 1440 && $0.arrival - $0.departure <= parameters.spanMaximum.count
        }
    }

    /// A day of one half: where it is long it has a break of its own before or after, or an idle one within its tour.
    private func halfDays(_ day: Day, _ stops: [Stop], _ work: Int) -> [Day] {
        if work < limit || rests(within: stops, after: out[stops[0].venue]) { return [day] }
        var found: [Day] = []
        if work - home[stops.last!.venue] <= limit {
            var other = day
            other.arrival += pause
            other.pause = .afterLast
            found.append(other)
        }
        if out[stops[0].venue] <= limit {
            var other = day
            other.departure -= pause
            other.pause = .beforeFirst
            found.append(other)
        }
        return found
    }

    /// Whether a tour has an idle stretch, before one of its drives, that makes a break in time; `worked` is done
    /// before its first stop.
    private func rests(within stops: [Stop], after worked: Int) -> Bool {
        var worked = worked
        for (stop, next) in zip(stops, stops.dropFirst()) {
            worked += stop.setUp + stop.end - stop.start + stop.packUp
            let drive = between[stop.venue][next.venue]
            if next.start - next.setUp - stop.end - stop.packUp - drive >= pause && worked <= limit { return true }
            worked += drive
        }
        return false
    }

    private func lunchFits(_ from: Int, _ to: Int) -> Bool {
        min(to, parameters.lunchUntil.count) - max(from, parameters.lunchFrom.count) >= parameters.lunch.count
    }

    /// When the drive between the halves may start: every way to share the idle minutes before and after it.
    private func transfer(_ early: [Stop], _ late: [Stop], _ work: Int) -> Int? {
        let (last, next) = (early.last!, late.first!)
        let left = last.end + last.packUp
        let due = next.start - next.setUp
        let drive = between[last.venue][next.venue]
        guard left + drive <= due else { return nil }
        var worked = out[early[0].venue]
        for stop in early { worked += stop.setUp + stop.end - stop.start + stop.packUp }
        for (from, to) in zip(early, early.dropFirst()) { worked += between[from.venue][to.venue] }
        let otherwise =
            work < limit || rests(within: early, after: out[early[0].venue])
            || rests(within: late, after: worked + drive)
        for leave in left...(due - drive) {
            let lunch = lunchFits(left, leave) || lunchFits(leave + drive, due)
            let rested =
                otherwise || leave - left >= pause && worked <= limit
                || due - leave - drive >= pause && worked + drive <= limit
            if lunch && rested { return leave }
        }
        return nil
    }
}
