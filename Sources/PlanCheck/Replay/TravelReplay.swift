import GeoModel
import PlanningModel

/// What becomes of a plan's hours when drives take more or less time: the rounds leave as planned, and hold to what was
/// announced as far as they can.
///
/// A round waits where it is early. Setting up takes its time; an opening begins late where that is not done, and ends as
/// announced; one that could not begin at all is lost, and the round goes on at once. Of a break before a visit as much is kept
/// as is owed: a lunch, or the statutory break. An opening at a venue that is closed (R38) is lost in every cycle.
public struct TravelReplay: Sendable {
    /// One cycle replayed.
    public struct Draw: Hashable, Sendable {
        public var openings = 0
        public var lateOpenings = 0
        public var lostOpenings = 0
        /// Seconds by which openings begin late, all together, and the most.
        public var lateSeconds = 0.0
        public var mostLateSeconds = 0.0
        public var rounds = 0
        /// Rounds back at their depot later than planned, and by how many seconds, the most.
        public var lateReturns = 0
        public var mostReturnSeconds = 0.0
        /// Days above the work (R20) or the span (R26) allowed a day; rounds alone, other duties left aside.
        public var longWork = 0
        public var longSpan = 0
        /// Weeks that no longer hold the half-days they must (R01).
        public var shortWeeks = 0
        public var weeks = 0

        /// R38: the venue is closed.
        mutating func lose(_ visit: Visit) {
            openings += visit.openings.count
            lostOpenings += visit.openings.count
        }
    }

    public var draws: [Draw]
    /// The same with drives as the plan has them.
    public var planned: Draw

    init(_ view: PlanView.ServiceView, in scenario: Scenario, laws: ReplayLaws, draws: ReplayDraws, turn: Int) {
        let replay = CycleReplay(view, scenario)
        var random = SeededGenerator(seed: draws.seed(.travel, turn))
        planned = replay.cycle { _, _ in 1 }
        self.draws = (0..<draws.count).map { _ in
            // In the order of the cycle: first the numbers of the dates, then those of the drives.
            var dates: [Int: Double] = [:]
            for day in replay.dates { dates[day] = 2 * random.share() - 1 }
            return replay.cycle { date, _ in
                let own = 2 * random.share() - 1
                return 1 + laws.amplitude * (laws.common * (dates[date] ?? 0) + (1 - laws.common) * own)
            }
        }
    }

    /// One figure of each draw, as a share of another.
    public func shares(_ part: KeyPath<Draw, Int>, of whole: KeyPath<Draw, Int>) -> Distribution {
        Distribution(draws.map { $0[keyPath: whole] == 0 ? 0 : Double($0[keyPath: part]) / Double($0[keyPath: whole]) })
    }

    /// Minutes late of an opening, on average of a cycle.
    public var lateMinutes: Distribution {
        Distribution(draws.map { $0.openings == 0 ? 0 : $0.lateSeconds / 60 / Double($0.openings) })
    }

    /// Draws in which a condition holds.
    public func estimate(_ holds: (Draw) -> Bool) -> Estimate { Estimate(draws.count(where: holds), of: draws.count) }
}
