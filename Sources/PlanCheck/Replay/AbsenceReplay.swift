import GeoModel
import PlanningModel

/// What becomes of a plan when people are away: a round whose crew has no accueillant left (R02), or nobody known to be allowed to
/// drive its van (R30), does not run. Nobody stands in. What a closed venue takes (R38) falls in every draw.
public struct AbsenceReplay: Sendable {
    /// Weeks of the cycle, from 1.
    public struct Week: Hashable, Sendable {
        public var week: Int
        public var planned: Int
        public var required: Int
        /// Half-days held, by draw.
        public var held: [Int]
    }

    /// A commune where the service stops.
    public struct Stop: Hashable, Sendable {
        public var commune: String
        /// Visits in the cycle.
        public var planned: Int
        /// Visits that did not take place, by draw.
        public var lost: [Int]
    }

    public var weeks: [Week]
    /// In the order of their codes.
    public var stops: [Stop]
    public var rounds: Int
    /// Rounds that did not run, by draw.
    public var lostRounds: [Int]

    init(_ view: PlanView.ServiceView, in scenario: Scenario, laws: ReplayLaws, draws: ReplayDraws, turn: Int) {
        let parameters = scenario.parameters
        let days = view.plan.days
        let crews = days.map { day in scenario.present(crew: day.crew, week: day.week, day.weekday) }
        let vans = days.map { day in scenario.vans.first { $0.id == day.van } }
        let communeOf = Dictionary(
            scenario.territory.venues.map { ($0.id, $0.commune) }, uniquingKeysWith: { first, _ in first })
        func runs(_ crew: [StaffMember], _ day: Int) -> Bool {
            crew.hasAccueillant && crew.mayDrive(vans[day])
        }
        func halfDays(_ week: Int, _ held: [Bool]) -> Int {
            var lived = view
            lived.plan.days = days.indices.filter { held[$0] && days[$0].week == week }.map { days[$0] }
            return lived.halfDays(inWeek: week, parameters).count
        }
        var weeks = (1...parameters.cycleWeeks).map { week in
            Week(
                week: week, planned: view.halfDays(of: days.filter { $0.week == week }, parameters).count,
                required: parameters.minimumHalfDays(inWeek: week), held: [])
        }
        let visits = days.map { day in day.visits.compactMap { communeOf[$0.venue] } }
        let closed = days.map { day in
            day.visits.filter { view.isClosed($0, on: day) }.compactMap { communeOf[$0.venue] }
        }
        let isOpen = days.map { view.isOpen(on: $0) }
        var stops = Set(visits.flatMap { $0 }).sorted().map { commune in
            Stop(commune: commune, planned: visits.reduce(0) { $0 + $1.count { $0 == commune } }, lost: [])
        }
        var lostRounds: [Int] = []
        var random = SeededGenerator(seed: draws.seed(.absences, turn))
        for _ in 0..<draws.count {
            let held = days.indices.map { day in
                // A number for each person, away or not: with a higher rate the same people are away, and more.
                runs(crews[day].filter { _ in random.share() >= laws.absenceRate }, day) && isOpen[day]
            }
            for index in weeks.indices { weeks[index].held.append(halfDays(weeks[index].week, held)) }
            for index in stops.indices {
                stops[index].lost.append(
                    days.indices.reduce(0) { sum, day in
                        sum + (held[day] ? closed : visits)[day].count { $0 == stops[index].commune }
                    })
            }
            lostRounds.append(held.count { !$0 })
        }
        self.weeks = weeks
        self.stops = stops
        self.lostRounds = lostRounds
        rounds = days.count
    }
}

extension AbsenceReplay.Week {
    public var mean: Estimate { Estimate(mean: held.map(Double.init)) }
    /// That the week holds what R01 asks for.
    public var keepsMinimum: Estimate { Estimate(held.count { $0 >= required }, of: held.count) }
    /// That nothing falls.
    public var keepsAll: Estimate { Estimate(held.count { $0 == planned }, of: held.count) }
}
