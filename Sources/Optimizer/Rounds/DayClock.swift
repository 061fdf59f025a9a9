import GeoModel
import RoundPlan

/// Gives a day its hours: departure, sessions, breaks and return, or tells that no hours are legal.
///
/// Work does not depend on the hours, breaks and waiting being outside it; span, rest and lunch do.
struct DayClock: Sendable {
    var session: Minutes
    var setUp: Minutes
    var packUp: Minutes
    var lunch: Minutes
    var lunchFrom: Minutes
    var lunchUntil: Minutes
    var breakAfter: Minutes
    var breakLength: Minutes
    var dailyWork: Minutes
    var daySpan: Minutes
    /// Starts offered to a morning and to an afternoon session, the usual one first, then by distance from it.
    var morningStarts: [Minutes]
    var afternoonStarts: [Minutes]
    var halfDayMinimum: Minutes
    /// Whether one session is long enough to count as a half-day.
    var sessionCounts: Bool

    init(_ parameters: Parameters, _ model: RoundsModel) {
        session = parameters.sessionLength
        setUp = parameters.setUp
        packUp = parameters.packUp
        lunch = parameters.lunch
        lunchFrom = parameters.lunchFrom
        lunchUntil = parameters.lunchUntil
        breakAfter = model.breakAfter
        breakLength = model.breakLength
        dailyWork = model.dailyWork
        daySpan = model.daySpan
        let length = parameters.sessionLength
        let counts = length >= parameters.halfDayMinimum
        sessionCounts = counts
        halfDayMinimum = parameters.halfDayMinimum
        let step = parameters.startStep.count
        let first = (parameters.windowStart.count + step - 1) / step * step
        let last = (parameters.windowEnd - length).count
        let grid = first <= last ? stride(from: first, through: last, by: step).map { Minutes($0) } : []
        let needed = counts ? parameters.halfDayMinimum : Minutes(1)
        func sorted(_ starts: [Minutes], by usual: Minutes) -> [Minutes] {
            starts.sorted { (abs(($0 - usual).count), $0) < (abs(($1 - usual).count), $1) }
        }
        morningStarts = sorted(
            grid.filter { min($0 + length, parameters.halfDaySplit) - $0 >= needed && $0 < parameters.halfDaySplit },
            by: parameters.morningStart)
        afternoonStarts = sorted(
            grid.filter { $0 + length - max($0, parameters.halfDaySplit) >= needed }, by: parameters.afternoonStart)
    }

    /// Driving of a day in minutes: out, between where there are two stops, home.
    struct Driving: Hashable, Sendable {
        var out: Minutes
        var between: Minutes?
        var home: Minutes
    }

    /// Clock times of a day; `nil` where a field does not apply.
    struct Hours: Hashable, Sendable {
        var departure: Minutes
        var arrival: Minutes
        var starts: [Minutes]
        var breaks: [Interval]
        /// When the van leaves the first of two stops for the second.
        var transfer: Minutes?
        /// When the first leg ends: earlier than the set-up where a break comes before it.
        var firstArrival: Minutes
        var homeDeparture: Minutes
    }

    private var visit: Minutes { setUp + session + packUp }

    func work(_ driving: Driving, sessions: Int) -> Minutes {
        guard let between = driving.between else {
            return driving.out + setUp + session * sessions + packUp + driving.home
        }
        return driving.out + visit + between + visit + driving.home
    }

    /// One session. A long day's break comes after packing up, or before setting up where that is asked or is the
    /// only way.
    func single(_ driving: Driving, start: Minutes, breakFirst: Bool = false) -> Hours? {
        let work = work(driving, sessions: 1)
        guard work <= dailyWork else { return nil }
        var hours = Hours(
            departure: start - setUp - driving.out, arrival: start + session + packUp + driving.home, starts: [start],
            breaks: [], transfer: nil, firstArrival: start - setUp, homeDeparture: start + session + packUp)
        if work >= breakAfter {
            if !breakFirst && driving.out + visit <= breakAfter {
                hours.breaks = [Interval(start: hours.homeDeparture, end: hours.homeDeparture + breakLength)]
                hours.homeDeparture = hours.homeDeparture + breakLength
                hours.arrival = hours.arrival + breakLength
            } else {
                guard driving.out <= breakAfter else { return nil }
                hours.breaks = [Interval(start: start - setUp - breakLength, end: start - setUp)]
                hours.departure = hours.departure - breakLength
                hours.firstArrival = hours.firstArrival - breakLength
            }
        }
        return legal(hours)
    }

    /// Two sessions at one venue, with the midday closing between.
    func fullDay(_ driving: Driving, morning: Minutes, afternoon: Minutes) -> Hours? {
        let noon = Interval(start: morning + session, end: afternoon)
        guard work(driving, sessions: 2) <= dailyWork, holdsLunch(noon), driving.out + setUp + session <= breakAfter
        else { return nil }
        return legal(
            Hours(
                departure: morning - setUp - driving.out, arrival: afternoon + session + packUp + driving.home,
                starts: [morning, afternoon], breaks: [noon], transfer: nil, firstArrival: morning - setUp,
                homeDeparture: afternoon + session + packUp))
    }

    /// A morning at one venue, an afternoon at another; lunch before the transfer where it fits, else after.
    func pair(_ driving: Driving, morning: Minutes, afternoon: Minutes) -> Hours? {
        guard let between = driving.between, work(driving, sessions: 2) <= dailyWork else { return nil }
        let left = morning + session + packUp
        let awaited = afternoon - setUp
        let worked = driving.out + visit
        let before = Interval(start: left, end: awaited - between)
        let after = Interval(start: left + between, end: awaited)
        let noon: Interval
        if holdsLunch(before), worked <= breakAfter {
            noon = before
        } else if holdsLunch(after), worked + between <= breakAfter {
            noon = after
        } else {
            return nil
        }
        return legal(
            Hours(
                departure: morning - setUp - driving.out, arrival: afternoon + session + packUp + driving.home,
                starts: [morning, afternoon], breaks: [noon],
                transfer: noon == before ? before.end : left, firstArrival: morning - setUp,
                homeDeparture: afternoon + session + packUp))
    }

    private func holdsLunch(_ idle: Interval) -> Bool {
        min(idle.end, lunchUntil) - max(idle.start, lunchFrom) >= lunch && idle.length >= breakLength
    }

    private func legal(_ hours: Hours) -> Hours? {
        guard hours.departure >= .zero, hours.arrival < Minutes(1440), hours.arrival - hours.departure <= daySpan
        else { return nil }
        return hours
    }

    func canBeSingle(_ driving: Driving) -> Bool {
        (morningStarts + afternoonStarts).contains { single(driving, start: $0) != nil }
    }

    func canBeFullDay(_ driving: Driving) -> Bool {
        morningStarts.contains { morning in
            afternoonStarts.contains { fullDay(driving, morning: morning, afternoon: $0) != nil }
        }
    }

    func canBePair(_ driving: Driving) -> Bool {
        morningStarts.contains { morning in
            afternoonStarts.contains { pair(driving, morning: morning, afternoon: $0) != nil }
        }
    }
}
