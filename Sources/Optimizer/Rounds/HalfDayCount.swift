import GeoModel
import PlanningModel

extension RoundsProblem {
    /// R01: half-days in which some team is open, each counted once. Those of a lone team are the columns' own count.
    func opensEnough(_ rounds: [PlacedRound]) -> Bool {
        guard openingDependsOnPlace || opensAtLeast > 0 && mayCountForNone else { return true }
        return (0..<tree.weekCount).allSatisfy { week in
            var open: Set<Int> = []
            for round in rounds {
                let halves = countedHalves(round.column, round.option, week: week)
                for half in halves { open.insert(round.weekday * 2 + half) }
            }
            return open.count >= minimumHalfDays[week]
        }
    }

    /// Halves (0 morning, 1 afternoon) of a round's day in a week that count for R01.
    func countedHalves(_ column: RoundColumn, _ option: RoundOption, week: Int) -> [Int] {
        guard let starts = option.hours[week]?.starts else { return [] }
        func counts(_ segment: Int, _ half: Int, from start: Minutes) -> Bool {
            self.counts(segment, in: half == 0 ? .morning : .afternoon, from: start) > 0
        }
        let anchor = column.anchor.segment
        if column.isFullDay { return [0, 1].filter { counts(anchor, $0, from: starts[$0]) } }
        let own = option.anchorInMorning ? 0 : 1
        guard let partner = partner(of: column, week: week) else {
            return counts(anchor, own, from: starts[0]) ? [own] : []
        }
        return [own, 1 - own].filter { counts($0 == own ? anchor : partner, $0, from: starts[$0]) }
    }

    /// R01: 1 where a segment that starts then is open long enough in a half.
    func counts(_ segment: Int, in half: HalfDay, from start: Minutes) -> Int {
        segments[segment].isShort || sessionCounts(from: start, in: half) ? segments[segment].halfDays : 0
    }

    /// R01: whether a session that starts then is open long enough in a half, as far as it ever is.
    func sessionCounts(from start: Minutes, in half: HalfDay) -> Bool {
        parameters.sessionLength < parameters.halfDayMinimum
            || Interval(start: start, end: start + parameters.sessionLength)
                .minutes(in: half, split: parameters.halfDaySplit) >= parameters.halfDayMinimum
    }

    /// Whether a segment that is alone on its day may be called one of that half: where one is promised, it lies mostly in it.
    func isAlone(_ segment: Int, in half: HalfDay, from start: Minutes) -> Bool {
        guard !segments[segment].isShort, rules[segments[segment].stops[0]].half != nil else { return true }
        return Interval(start: start, end: start + segments[segment].shape.length)
            .half(split: parameters.halfDaySplit) == half
    }

    /// Whether some session may start so that it counts for no half.
    fileprivate var mayCountForNone: Bool {
        segments.contains { $0.halfDays > 0 && !$0.isShort }
            && starts.joined().contains { own in
                own.halves.morning.contains { !sessionCounts(from: $0, in: .morning) }
                    || own.halves.afternoon.contains { !sessionCounts(from: $0, in: .afternoon) }
            }
    }
}

extension RoundsProblem {
    /// Whether more rounds may open half-days that fewer do not: a failed placement then says nothing of larger plans.
    var openingDependsOnPlace: Bool { service.teams.count > 1 && opensAtLeast > 0 }
}
