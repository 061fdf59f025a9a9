import GeoModel
import PlanningModel

/// Breaks of their own at the ends of a day: before setting up, once packed up. They lengthen it, so none comes first.
struct EndBreaks: Hashable, Sendable {
    var first = false
    var last = false

    /// - Parameter first: whether a break before setting up is asked for.
    static func inOrder(first: Bool) -> [EndBreaks] { first ? early : usual }

    private static let early = [EndBreaks(first: true), EndBreaks(first: true, last: true)]
    private static let usual = [EndBreaks(), EndBreaks(last: true)] + early
}

/// R25, walked through a day: no stretch of work is longer than the limit without a rest, and a day that long has one.
///
/// Where a tour waits, the drive may come before the rest or after it. After it is taken only where it must be: whatever
/// comes later, a rest as late as can be leaves the shorter stretch. Where interruptions are counted (R36), a wait that can be
/// shared out around the drive so that neither part is one is shared out, the rest after the drive.
struct WorkStretches {
    let limit: Minutes
    /// How long a pause is a rest.
    let rest: Minutes
    let splitsWaits: Bool
    private var worked = Minutes.zero
    private var hasRested = false
    /// By how much each drive within a tour starts later than the stop before is packed up.
    private(set) var delays: [Minutes] = []

    init(limit: Minutes, rest: Minutes, splitsWaits: Bool) {
        self.limit = limit
        self.rest = rest
        self.splitsWaits = splitsWaits
    }

    /// False where the stretch gets too long.
    mutating func work(_ minutes: Minutes) -> Bool {
        worked = worked + minutes
        return worked <= limit
    }

    mutating func pause(_ minutes: Minutes) {
        guard minutes >= rest else { return }
        worked = .zero
        hasRested = true
    }

    /// The drive out.
    mutating func begin(_ drive: Minutes, _ ends: EndBreaks) -> Bool {
        guard work(drive) else { return false }
        if ends.first { pause(rest) }
        return true
    }

    /// The drive home, of a day that works so much.
    mutating func end(_ drive: Minutes, _ ends: EndBreaks, _ dayWork: Minutes) -> Bool {
        if ends.last { pause(rest) }
        return work(drive) && (dayWork < limit || hasRested)
    }

    /// All of one half, its drives placed within the waiting.
    mutating func hold(_ half: HalfShape) -> Bool {
        guard work(half.setUp + half.openings[0].length) else { return false }
        for (index, leg) in half.legs.enumerated() {
            let opening = half.openings[index + 1]
            let packedUp = leg.start - half.openings[index].end
            guard work(packedUp) else { return false }
            let wait = opening.start - half.setUp - leg.end
            let isLate = worked + leg.length > limit
            guard !isLate || wait >= rest else { return false }
            let mayShare = splitsWaits && wait > rest && wait <= rest + rest
            let delay = isLate ? rest : mayShare ? wait - rest : .zero
            delays.append(delay)
            pause(delay)
            guard work(leg.length) else { return false }
            pause(wait - delay)
            guard work(half.setUp + opening.length) else { return false }
        }
        return work(half.packUp)
    }
}

extension HalfShape {
    /// Idle time within, of a half that starts at a time, where some of its drives start later by so much.
    func pauses(from start: Minutes, delayed delays: ArraySlice<Minutes>) -> [Interval] {
        guard delays.contains(where: { $0 > .zero }) else {
            return pauses.map { Interval(start: $0.start + start, end: $0.end + start) }
        }
        return zip(legs.indices, delays).flatMap { index, delay in
            [
                Interval(start: legs[index].start, end: legs[index].start + delay),
                Interval(start: legs[index].end + delay, end: openings[index + 1].start - setUp),
            ]
        }.filter { $0.length > .zero }.map { Interval(start: $0.start + start, end: $0.end + start) }
    }
}
