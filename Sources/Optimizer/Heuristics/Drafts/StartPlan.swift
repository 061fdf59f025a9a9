import GeoModel
import PlanningModel

/// A visit of the plan a search was to begin with that has no place any more.
public struct LeftOutVisit: Hashable, Sendable {
    public var service: String
    public var venue: String
    public var van: String
    public var weekday: Weekday
    /// Weeks of that plan, from 1.
    public var weeks: [Int]
}

/// A plan to begin with, as a draft of a problem that may be another one: what still fits there, and what does not.
///
/// Venues, weeks, weekdays, halves and vans are read from its days; hours are not, since each search settles its own.
struct StartPlan {
    private(set) var draft: RoundsDraft
    private(set) var leftOut: [LeftOutVisit] = []

    init(_ plan: ServicePlan, _ frame: DraftFrame) {
        draft = RoundsDraft(frame)
        let visits = Self.visits(plan, frame.problem)
        // All at once where that is lawful: a day may hold only as a whole.
        var whole = draft
        var homeless: [StartVisit] = []
        for visit in visits {
            if let entry = visit.choices.first(where: whole.hasRoom) {
                whole.insert(entry)
            } else {
                homeless.append(visit)
            }
        }
        if whole.isLegal, whole.keepsHours {
            draft = whole
        } else {
            homeless = fill(with: visits)
        }
        leftOut = homeless.flatMap { $0.leftOut(of: plan.id) }
    }

    /// One visit after the other, again as long as one more fits; those left are answered.
    private mutating func fill(with visits: [StartVisit]) -> [StartVisit] {
        var waiting = visits
        while true {
            var left: [StartVisit] = []
            for visit in waiting {
                if let entry = visit.choices.first(where: { draft.hasRoom($0) && draft.fits($0) }) {
                    draft.insert(entry)
                } else {
                    left.append(visit)
                }
            }
            if left.count == waiting.count { return left }
            waiting = left
        }
    }

    /// What the days of a plan hold, wide patterns first.
    private static func visits(_ plan: ServicePlan, _ problem: RoundsProblem) -> [StartVisit] {
        var weeks: [StartVisit.Place: Set<Int>] = [:]
        for day in plan.days {
            let halves = DayHalves(day, split: problem.parameters.halfDaySplit)
            let isFull = halves.morning == halves.afternoon && halves.morning.venues.count == 1
            let contents: [(RoundsDraft.Half, [String])] =
                isFull
                ? [(.both, halves.morning.venues)]
                : [(.morning, halves.morning.venues), (.afternoon, halves.afternoon.venues)]
            for (half, venues) in contents where !venues.isEmpty {
                let place = StartVisit.Place(
                    venues: venues, van: day.van, crew: day.crew, weekday: day.weekday, half: half)
                weeks[place, default: []].insert(day.week - 1)
            }
        }
        // A longer plan is read whole: what is rarer than its folded weeks can say has no place.
        let cycle = problem.parameters.cycleWeeks
        let last = (weeks.values.compactMap { $0.max() }.max() ?? 0) + 1
        let span = (last + cycle - 1) / cycle * cycle
        let segments = Dictionary(grouping: problem.segments.indices) { segment in
            problem.segments[segment].stops.map { problem.venues[$0].id }
        }
        return weeks.map { place, own in
            StartVisit(place, weeks: own.sorted(), span: span, segments: segments[place.venues] ?? [], problem)
        }.sorted { ($1.weeks.count, $0.place) < ($0.weeks.count, $1.place) }
    }
}

/// A session or a short tour of a plan, in the weeks in which it has one place; and the entries that would be the same.
private struct StartVisit {
    struct Place: Hashable, Comparable {
        var venues: [String]
        var van: String
        var crew: String
        var weekday: Weekday
        var half: RoundsDraft.Half

        private var order: (Int, String, String, Int, String) {
            (weekday.rawValue, van, crew, half.rawValue, venues.joined(separator: " "))
        }

        static func < (a: Self, b: Self) -> Bool { a.order < b.order }
    }

    var place: Place
    /// From 0.
    var weeks: [Int]
    /// The stop before its twin.
    var choices: [RoundsDraft.Entry] = []

    init(_ place: Place, weeks: [Int], span: Int, segments: [Int], _ problem: RoundsProblem) {
        self.place = place
        self.weeks = weeks
        let tree = problem.tree
        let teams = problem.service.teams
        func team(_ isIt: (Team) -> Bool) -> Int? { teams.firstIndex { isIt($0) && $0.works(on: place.weekday) } }
        guard let weekday = problem.weekdays.firstIndex(of: place.weekday),
            let team = team({ $0.van == place.van && $0.crew == place.crew }) ?? team({ $0.van == place.van }),
            let node = tree.nodes.firstIndex(where: { node in
                weeks
                    == stride(from: 0, to: span, by: tree.weekCount).flatMap { turn in node.weeks.map { $0 + turn } }
                    .sorted()
            })
        else { return }
        choices = segments.map { .init(segment: $0, node: node, team: team, weekday: weekday, half: place.half) }
    }

    func leftOut(of service: String) -> [LeftOutVisit] {
        place.venues.map {
            LeftOutVisit(
                service: service, venue: $0, van: place.van, weekday: place.weekday, weeks: weeks.map { $0 + 1 })
        }
    }
}

extension RoundsDraft {
    /// Whether the rules of its stops allow an entry, and nothing is in its place: hours and days are not looked at.
    fileprivate func hasRoom(_ entry: Entry) -> Bool {
        let problem = frame.problem
        let stops = problem.segments[entry.segment].stops
        return frame.allows(entry.segment, node: entry.node, team: entry.team, weekday: entry.weekday)
            && stops.allSatisfy { !used[$0] && problem.rules[$0].allowsWeekday[entry.weekday] }
            && isFree(entry.team, entry.weekday, entry.half, weeks: frame.weeksOf[entry.node])
            // The two visits of a week come on two weekdays.
            && !entries.contains { $0.weekday == entry.weekday && problem.overlap($0.segment, entry.segment) }
    }
}
