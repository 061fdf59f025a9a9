import GeoModel
import PlanningModel

/// Gives a day its hours: departure, openings, breaks and return, or tells that no hours are legal.
///
/// Work does not depend on the hours, breaks and waiting being outside it; span, rest and lunch do.
struct DayClock: Sendable {
    var lunch: Minutes
    var lunchFrom: Minutes
    var lunchUntil: Minutes
    var breakAfter: Minutes
    var breakLength: Minutes
    var dailyWork: Minutes
    var daySpan: Minutes
    var latestArrival: Minutes

    init(_ parameters: Parameters, _ model: RoundsModel) {
        lunch = parameters.lunch
        lunchFrom = parameters.lunchFrom
        lunchUntil = parameters.lunchUntil
        breakAfter = model.breakAfter
        breakLength = model.breakLength
        dailyWork = model.dailyWork
        daySpan = model.daySpan
        latestArrival = model.latestArrival
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
    }

    func work(_ driving: Driving, _ halves: [HalfShape]) -> Minutes {
        halves.reduce(driving.out + driving.home + (driving.between ?? .zero)) { $0 + $1.work }
    }

    /// Work of a full day at one venue: set up and packed up once.
    func fullDayWork(_ driving: Driving, _ session: HalfShape) -> Minutes {
        driving.out + session.work + session.length + driving.home
    }

    private static func shifted(_ pauses: [Interval], by start: Minutes) -> [Interval] {
        pauses.map { Interval(start: $0.start + start, end: $0.end + start) }
    }

    /// One half. Where its own pauses are no break in time, a long day's break comes after packing up, or before
    /// setting up where that is asked or is the only way.
    func single(_ driving: Driving, _ half: HalfShape, start: Minutes, breakFirst: Bool = false) -> Hours? {
        let work = work(driving, [half])
        guard work <= dailyWork else { return nil }
        var hours = Hours(
            departure: start - half.setUp - driving.out, arrival: start + half.length + half.packUp + driving.home,
            starts: [start], breaks: Self.shifted(half.pauses, by: start), transfer: nil,
            firstArrival: start - half.setUp, homeDeparture: start + half.length + half.packUp)
        let paused = half.workBeforePause(of: breakLength).map { driving.out + $0 <= breakAfter }
        if work >= breakAfter, paused != true || breakFirst {
            if !breakFirst && paused == nil && driving.out + half.work <= breakAfter {
                hours.breaks.append(Interval(start: hours.homeDeparture, end: hours.homeDeparture + breakLength))
                hours.homeDeparture = hours.homeDeparture + breakLength
                hours.arrival = hours.arrival + breakLength
            } else {
                guard driving.out <= breakAfter else { return nil }
                hours.breaks.insert(
                    Interval(start: start - half.setUp - breakLength, end: start - half.setUp), at: 0)
                hours.departure = hours.departure - breakLength
                hours.firstArrival = hours.firstArrival - breakLength
            }
        }
        return legal(hours)
    }

    /// Two sessions at one venue, with the midday closing between.
    func fullDay(_ driving: Driving, _ session: HalfShape, morning: Minutes, afternoon: Minutes) -> Hours? {
        let noon = Interval(start: morning + session.length, end: afternoon)
        guard fullDayWork(driving, session) <= dailyWork, holdsLunch(noon),
            driving.out + session.setUp + session.length <= breakAfter
        else { return nil }
        return legal(
            Hours(
                departure: morning - session.setUp - driving.out,
                arrival: afternoon + session.length + session.packUp + driving.home, starts: [morning, afternoon],
                breaks: [noon], transfer: nil, firstArrival: morning - session.setUp,
                homeDeparture: afternoon + session.length + session.packUp))
    }

    /// A morning, a drive, an afternoon; lunch before the transfer where it fits, else after.
    func pair(
        _ driving: Driving, _ first: HalfShape, _ second: HalfShape, morning: Minutes, afternoon: Minutes
    ) -> Hours? {
        guard let between = driving.between, work(driving, [first, second]) <= dailyWork else { return nil }
        let left = morning + first.length + first.packUp
        let awaited = afternoon - second.setUp
        // What is worked before the first break: a pause inside the morning, or the midday.
        let paused = first.workBeforePause(of: breakLength).map { driving.out + $0 }
        if let paused, paused > breakAfter { return nil }
        let worked = paused == nil ? driving.out + first.work : .zero
        let before = Interval(start: left, end: awaited - between)
        let after = Interval(start: left + between, end: awaited)
        let noon: Interval
        if holdsLunch(before), worked <= breakAfter {
            noon = before
        } else if holdsLunch(after), worked == .zero || worked + between <= breakAfter {
            noon = after
        } else {
            return nil
        }
        return legal(
            Hours(
                departure: morning - first.setUp - driving.out,
                arrival: afternoon + second.length + second.packUp + driving.home, starts: [morning, afternoon],
                breaks: Self.shifted(first.pauses, by: morning) + [noon] + Self.shifted(second.pauses, by: afternoon),
                transfer: noon == before ? before.end : left, firstArrival: morning - first.setUp,
                homeDeparture: afternoon + second.length + second.packUp))
    }

    private func holdsLunch(_ idle: Interval) -> Bool {
        min(idle.end, lunchUntil) - max(idle.start, lunchFrom) >= lunch && idle.length >= breakLength
    }

    private func legal(_ hours: Hours) -> Hours? {
        guard hours.departure >= .zero, hours.arrival <= latestArrival, hours.arrival - hours.departure <= daySpan
        else { return nil }
        return hours
    }
}
