import GeoModel
import PlanningModel

/// Gives a day its hours: departure, openings, breaks and return, or tells that no hours are legal.
///
/// Work does not depend on the hours, breaks and waiting being outside it; span, rest and lunch do. Hours are found wherever
/// the check would accept some: `WorkStretches` tells where breaks must lie (R25).
struct DayClock: Hashable, Sendable {
    var lunch: Minutes
    var lunchFrom: Minutes
    var lunchUntil: Minutes
    var breakAfter: Minutes
    var breakLength: Minutes
    var dailyWork: Minutes
    var daySpan: Minutes
    var latestArrival: Minutes
    /// R36: what a day of a crew with part-timers may hold; `nil` for other crews.
    var interruptions: Interruptions?

    init(_ parameters: Parameters, _ model: RoundsModel, _ interruptions: Interruptions?) {
        lunch = parameters.lunch
        lunchFrom = parameters.lunchFrom
        lunchUntil = parameters.lunchUntil
        breakAfter = model.breakAfter
        breakLength = model.breakLength
        dailyWork = model.dailyWork
        daySpan = model.daySpan
        latestArrival = model.latestArrival
        self.interruptions = interruptions
    }

    /// Driving of a day in minutes: out, between its two halves, home.
    struct Driving: Hashable, Sendable {
        var out: Minutes
        var between: Minutes?
        var home: Minutes
    }

    /// Clock times of a day; `nil` where a field does not apply.
    struct Hours: Hashable, Sendable {
        var departure: Minutes
        var arrival: Minutes
        /// First start of each half that is held.
        var starts: [Minutes]
        var breaks: [Interval]
        /// When the van leaves the first half's last stop for the second half's first.
        var transfer: Minutes?
        /// When the first leg ends: earlier than the set-up where a break comes before it.
        var firstArrival: Minutes
        var homeDeparture: Minutes
        /// By how much each drive within a tour starts later than the stop before is packed up, in the order of the day; empty
        /// where none does.
        var delays: [Minutes] = []
    }

    func work(_ driving: Driving, _ halves: [HalfShape]) -> Minutes {
        halves.reduce(driving.out + driving.home + (driving.between ?? .zero)) { $0 + $1.work }
    }

    /// Work of a full day at one venue: set up and packed up once.
    func fullDayWork(_ driving: Driving, _ session: HalfShape) -> Minutes {
        driving.out + session.work + session.length + driving.home
    }

    /// One half. Where its own pauses are no break in time, a long day's break comes after packing up, or before setting up
    /// where that is asked or is the only way.
    func single(_ driving: Driving, _ half: HalfShape, start: Minutes, breakFirst: Bool = false) -> Hours? {
        let work = work(driving, [half])
        guard work <= dailyWork else { return nil }
        for ends in EndBreaks.inOrder(first: breakFirst && work >= breakAfter) {
            var stretches = stretches
            guard stretches.begin(driving.out, ends), stretches.hold(half), stretches.end(driving.home, ends, work)
            else { continue }
            let breaks = half.pauses(from: start, delayed: stretches.delays[...])
            guard isLawful(breaks) else { continue }
            let hours = hours(
                from: start - half.setUp - driving.out, setUp: start - half.setUp,
                packedUp: start + half.length + half.packUp, home: driving.home, ends, starts: [start],
                breaks: breaks, delays: stretches.delays)
            if isLegal(hours.departure, hours.arrival) { return hours }
        }
        return nil
    }

    /// Two sessions at one venue, with the midday closing between.
    func fullDay(
        _ driving: Driving, _ session: HalfShape, morning: Minutes, afternoon: Minutes, breakFirst: Bool = false
    ) -> Hours? {
        let noon = Interval(start: morning + session.length, end: afternoon)
        let work = fullDayWork(driving, session)
        guard work <= dailyWork, holdsLunch(noon), isLawful([noon]) else { return nil }
        for ends in EndBreaks.inOrder(first: breakFirst) {
            var stretches = stretches
            guard stretches.begin(driving.out, ends), stretches.work(session.setUp + session.length) else { continue }
            stretches.pause(noon.length)
            guard stretches.work(session.length + session.packUp), stretches.end(driving.home, ends, work) else {
                continue
            }
            let hours = hours(
                from: morning - session.setUp - driving.out, setUp: morning - session.setUp,
                packedUp: afternoon + session.length + session.packUp, home: driving.home, ends,
                starts: [morning, afternoon], breaks: [noon])
            if isLegal(hours.departure, hours.arrival) { return hours }
        }
        return nil
    }

    /// A morning, a drive, an afternoon; lunch before the transfer where it fits, else after, else beside another break.
    func pair(
        _ driving: Driving, _ first: HalfShape, _ second: HalfShape, morning: Minutes, afternoon: Minutes,
        breakFirst: Bool = false
    ) -> Hours? {
        let left = morning + first.length + first.packUp
        let awaited = afternoon - second.setUp
        guard let between = driving.between, awaited - left >= between + lunch else { return nil }
        let departure = morning - first.setUp - driving.out
        let packedUp = afternoon + second.length + second.packUp
        guard isLegal(departure, packedUp + driving.home) else { return nil }
        let work = work(driving, [first, second])
        guard work <= dailyWork else { return nil }
        let noon = Noon(left: left, drive: between, awaited: awaited)
        let transfers = transfers(noon)
        guard !transfers.isEmpty else { return nil }
        for ends in EndBreaks.inOrder(first: breakFirst) {
            var before = stretches
            guard before.begin(driving.out, ends), before.hold(first) else { continue }
            for transfer in transfers {
                var stretches = before
                stretches.pause(transfer - left)
                guard stretches.work(between) else { continue }
                stretches.pause(noon.latest - transfer)
                guard stretches.hold(second), stretches.end(driving.home, ends, work) else { continue }
                let delays = stretches.delays
                let breaks =
                    first.pauses(from: morning, delayed: delays.prefix(first.legs.count)) + noon.idle(transfer)
                    + second.pauses(from: afternoon, delayed: delays.dropFirst(first.legs.count))
                guard isLawful(breaks) else { continue }
                let hours = hours(
                    from: departure, setUp: morning - first.setUp, packedUp: packedUp, home: driving.home, ends,
                    starts: [morning, afternoon], breaks: breaks, transfer: transfer, delays: delays)
                if isLegal(hours.departure, hours.arrival) { return hours }
            }
        }
        return nil
    }

    /// Whether some day of these halves may need a break at one of its ends, for which there are then two places.
    func mayNeedEndBreak(_ driving: Driving, _ halves: [HalfShape]) -> Bool {
        guard let first = halves.first, let last = halves.last, halves.count > 1 else {
            return work(driving, halves) >= breakAfter
        }
        return driving.out + first.work > breakAfter
            || (driving.between ?? .zero) + last.work + driving.home > breakAfter
    }

    /// The same of a full day.
    func fullDayMayNeedEndBreak(_ driving: Driving, _ session: HalfShape) -> Bool {
        driving.out + session.setUp + session.length > breakAfter
            || session.length + session.packUp + driving.home > breakAfter
    }

    // MARK: Midday

    /// The time between the halves of a day, with a drive somewhere in it.
    private struct Noon {
        var left: Minutes
        var drive: Minutes
        var awaited: Minutes

        var latest: Minutes { awaited - drive }

        /// Idle time before and after the drive.
        func idle(_ transfer: Minutes) -> [Interval] {
            [Interval(start: left, end: transfer), Interval(start: transfer + drive, end: awaited)]
                .filter { $0.length > .zero }
        }
    }

    /// When the drive may start, lunch and R36 kept: as late as can be, else as early, else so that there is a break on either
    /// side. No other time allows what none of these does.
    private func transfers(_ noon: Noon) -> [Minutes] {
        let lunchBefore = max(noon.left, lunchFrom) + lunch
        let lunchAfter = min(noon.awaited, lunchUntil) - lunch - noon.drive
        let other = [noon.latest - breakLength, noon.left + breakLength, lunchBefore, lunchAfter]
        return ([noon.latest, noon.left] + other.filter { $0 > noon.left && $0 < noon.latest }).filter {
            let idle = noon.idle($0)
            return idle.contains(where: holdsLunch) && isLawful(idle)
        }
    }

    private func holdsLunch(_ idle: Interval) -> Bool {
        min(idle.end, lunchUntil) - max(idle.start, lunchFrom) >= lunch
    }

    /// R36, of a day's idle times.
    private func isLawful(_ idle: [Interval]) -> Bool {
        guard let interruptions else { return true }
        let own = idle.filter { $0.length > breakLength }
        return own.count <= interruptions.count && own.allSatisfy { $0.length <= interruptions.longest }
    }

    // MARK: Hours

    private var stretches: WorkStretches {
        WorkStretches(limit: breakAfter, rest: breakLength, splitsWaits: interruptions != nil)
    }

    private func hours(
        from departure: Minutes, setUp: Minutes, packedUp: Minutes, home: Minutes, _ ends: EndBreaks,
        starts: [Minutes], breaks: [Interval], transfer: Minutes? = nil, delays: [Minutes] = []
    ) -> Hours {
        let before = ends.first ? breakLength : .zero
        let after = ends.last ? breakLength : .zero
        let early = ends.first ? [Interval(start: setUp - breakLength, end: setUp)] : []
        let late = ends.last ? [Interval(start: packedUp, end: packedUp + breakLength)] : []
        return Hours(
            departure: departure - before, arrival: packedUp + after + home, starts: starts,
            breaks: early + breaks + late, transfer: transfer, firstArrival: setUp - before,
            homeDeparture: packedUp + after, delays: delays.contains { $0 > .zero } ? delays : [])
    }

    private func isLegal(_ departure: Minutes, _ arrival: Minutes) -> Bool {
        departure >= .zero && arrival <= latestArrival && arrival - departure <= daySpan
    }
}
