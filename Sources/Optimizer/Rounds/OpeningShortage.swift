import GeoModel
import RoundPlan

/// Why a week cannot reach the minimum opening, with the figures of the limit that stands in the way.
public struct OpeningShortage: Hashable, Sendable {
    public enum Limit: Hashable, Sendable {
        /// A session is too short to count as a half-day.
        case sessionTooShort(session: Minutes, minimum: Minutes)
        /// No venue can be reached, opened and left within the limits of one day.
        case dailyLimits(leastWork: Minutes, dailyWork: Minutes, daySpan: Minutes)
        /// Too few weekdays or venues.
        case daysAndVenues(weekdays: Int, venues: Int)
        /// The least weekly work that reaches the minimum is above what a week allows.
        case weeklyWork(least: Minutes, limit: Minutes)
    }

    public var service: String
    public var required: Int
    /// Half-days a week can reach at most.
    public var reachable: Int
    public var limit: Limit
}

extension RoundsProblem {
    /// `nil` where a week can reach the minimum opening.
    ///
    /// The least work for so many half-days takes single sessions and full days at the nearest venues. By straight
    /// lines a pair of venues never works less than a full day at the farther one; by a matrix it may, and then counts
    /// as a full day at its morning venue, which no other day holds.
    func openingShortage() -> OpeningShortage? {
        let required = minimumHalfDays
        guard required > 0 else { return nil }
        let limit = min(upper(.work) ?? Int.max, (foldedWork ?? Int.max) / tree.weekCount)
        func shortage(_ reachable: Int, _ limit: OpeningShortage.Limit) -> OpeningShortage {
            OpeningShortage(service: service.id, required: required, reachable: reachable, limit: limit)
        }
        guard clock.sessionCounts else {
            return shortage(
                0, .sessionTooShort(session: clock.session, minimum: clock.halfDayMinimum))
        }
        // least[d][h]: least work to open h half-days on d days, each venue once.
        let days = weekdays.count
        let top = 2 * days
        let never = Int.max / 4
        var least = Array(repeating: Array(repeating: never, count: top + 1), count: days + 1)
        least[0][0] = 0
        for stop in 0..<stopCount {
            let whole = leastWholeDay(stop)
            for day in stride(from: days, through: 1, by: -1) {
                for half in stride(from: top, through: 1, by: -1) {
                    if let single = single(stop) {
                        least[day][half] = min(least[day][half], least[day - 1][half - 1] + single.work)
                    }
                    if half >= 2, let whole {
                        least[day][half] = min(least[day][half], least[day - 1][half - 2] + whole)
                    }
                }
            }
        }
        let byHalfDays = (0...top).map { half in least.map { $0[half] }.min() ?? never }
        if required <= top, byHalfDays[required] <= limit { return nil }
        let reachable = (0...top).last { byHalfDays[$0] <= limit } ?? 0
        if byHalfDays[1] >= never {
            let nearest = (0..<stopCount).map { clock.work(driving($0), sessions: 1) }.min() ?? .zero
            return shortage(
                0, .dailyLimits(leastWork: nearest, dailyWork: clock.dailyWork, daySpan: clock.daySpan))
        }
        if required > top || byHalfDays[required] >= never {
            return shortage(reachable, .daysAndVenues(weekdays: days, venues: stopCount))
        }
        return shortage(
            reachable, .weeklyWork(least: Minutes(byHalfDays[required]), limit: Minutes(limit)))
    }

    /// Least work of a day with two sessions whose morning is at a stop.
    private func leastWholeDay(_ morning: Int) -> Int? {
        var least = fullDay(morning)?.work
        for afternoon in 0..<stopCount where afternoon != morning {
            guard let day = pair(StopOrder(morning: morning, afternoon: afternoon)) else { continue }
            least = min(least ?? day.work, day.work)
        }
        return least
    }
}
