import GeoModel
import PlanningModel

/// What holds one half of a day, timed from its first opening: a session, or a short tour of several stops.
struct HalfShape: Hashable, Sendable {
    /// Setting up before the first opening.
    var setUp: Minutes
    /// Openings in order; the first starts at 0.
    var openings: [Interval]
    /// Driving between the stops of a tour, as departure and arrival.
    var legs: [Interval]
    /// Packing up after the last opening.
    var packUp: Minutes
    /// Idle time inside, no work.
    var pauses: [Interval]

    /// From the first start to the last end.
    var length: Minutes { openings[openings.count - 1].end }
    /// Setting up, opening, packing up and the driving inside.
    var work: Minutes { setUp + length + packUp - pauses.reduce(.zero) { $0 + $1.length } }

    static func session(_ parameters: Parameters) -> HalfShape {
        HalfShape(
            setUp: parameters.setUp, openings: [Interval(start: .zero, end: parameters.sessionLength)], legs: [],
            packUp: parameters.packUp, pauses: [])
    }

    /// Short stops one after the other; each opens at the earliest time on the grid that the drive allows.
    static func shortTour(_ parameters: Parameters, drives: [Minutes]) -> HalfShape {
        let step = parameters.startStep.count
        var shape = HalfShape(
            setUp: parameters.shortStopSetUp,
            openings: [Interval(start: .zero, end: parameters.shortStopLength)], legs: [],
            packUp: parameters.shortStopPackUp, pauses: [])
        for drive in drives {
            let departure = shape.length + parameters.shortStopPackUp
            let arrival = departure + drive
            let ready = (arrival + parameters.shortStopSetUp).count
            let start = Minutes((ready + step - 1) / step * step)
            shape.legs.append(Interval(start: departure, end: arrival))
            let setUpFrom = start - parameters.shortStopSetUp
            if setUpFrom > arrival { shape.pauses.append(Interval(start: arrival, end: setUpFrom)) }
            shape.openings.append(Interval(start: start, end: start + parameters.shortStopLength))
        }
        return shape
    }

    /// Work before the first pause of at least `length`; `nil` without one.
    func workBeforePause(of length: Minutes) -> Minutes? {
        guard let first = pauses.first(where: { $0.length >= length }) else { return nil }
        let idle = pauses.prefix { $0.start < first.start }.reduce(Minutes.zero) { $0 + $1.length }
        return setUp + first.start - idle
    }
}

/// Starts of a half's first opening, the usual one first, then by distance from it.
struct StartTimes: Hashable, Sendable {
    var morning: [Minutes]
    var afternoon: [Minutes]

    var isEmpty: Bool { morning.isEmpty && afternoon.isEmpty }
    subscript(_ half: HalfDay) -> [Minutes] { half == .morning ? morning : afternoon }

    /// Every start on the grid: of a short tour those that keep it whole on its side of the split. Of a session first those at
    /// which it counts as it should, for `halfDayMinimum` on its side where it is long enough; then those at which it
    /// reaches over the split and may count for neither half.
    init(_ shape: HalfShape, isShort: Bool, _ parameters: Parameters, where isAllowed: (Minutes) -> Bool) {
        let step = parameters.startStep.count
        let first = (parameters.windowStart.count + step - 1) / step * step
        let last = (parameters.windowEnd - shape.length).count
        let grid = first <= last ? stride(from: first, through: last, by: step).map { Minutes($0) } : []
        let split = parameters.halfDaySplit
        let length = shape.length
        func sorted(_ starts: [Minutes], by usual: Minutes) -> [Minutes] {
            starts.filter(isAllowed).sorted { (abs(($0 - usual).count), $0) < (abs(($1 - usual).count), $1) }
        }
        if isShort {
            morning = sorted(grid.filter { $0 + length <= split }, by: parameters.morningStart)
            afternoon = sorted(grid.filter { $0 >= split }, by: parameters.afternoonStart)
        } else {
            let needed = length >= parameters.halfDayMinimum ? parameters.halfDayMinimum : Minutes(1)
            func counts(_ start: Minutes, _ half: HalfDay) -> Bool {
                Interval(start: start, end: start + length).minutes(in: half, split: split) >= needed
            }
            let across = grid.filter { $0 < split && $0 + length > split }
            func all(_ half: HalfDay, by usual: Minutes) -> [Minutes] {
                sorted(grid.filter { counts($0, half) }, by: usual)
                    + sorted(across.filter { !counts($0, half) }, by: usual)
            }
            morning = all(.morning, by: parameters.morningStart)
            afternoon = all(.afternoon, by: parameters.afternoonStart)
        }
    }
}
