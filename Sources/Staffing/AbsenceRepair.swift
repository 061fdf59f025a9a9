import GeoModel
import PlanCheck
import PlanningModel

/// What absences make fall, and who could stand in: as many days as can be, with as little work as can be.
public struct AbsenceRepair: Sendable {
    /// A round that cannot go out as planned, because a rule about who is there is broken.
    public struct Gap: Hashable, Sendable {
        public var service: String
        public var week: Int
        public var weekday: Weekday
        public var crew: String
        public var rules: [RuleID]
        /// Half-days that count for R01 and fall with it.
        public var halfDays: Int
        /// Who stands in, and the minutes of that person's week then; `nil` where nobody can.
        public var standIn: String?
        public var weekWork: Minutes?
    }

    public let gaps: [Gap]
    /// Whether every way of standing in was looked at.
    public let isComplete: Bool

    private static let looks = 20_000

    public init(_ plan: Plan) {
        let scenario = plan.scenario
        var whole = plan
        whole.scenario.absences = []
        let before = Self.broken(whole)
        let days = Self.broken(plan).filter { before[$0.key] == nil }
        let rounds = plan.services.flatMap { service in service.days.map { (service.id, $0) } }
            .filter { days[Key($0.0, $0.1)] != nil }
        let checked = PlanView(plan)
        let judge = WorkingTimeJudge(scenario)
        var search = Search(
            plan: plan, judge: judge, rounds: rounds.map(\.1), rules: rounds.map { days[Key($0.0, $0.1)]! })
        search.go(0, plan, [], work: 0)
        isComplete = search.looks < Self.looks
        gaps = rounds.enumerated().map { index, round in
            let (service, day) = round
            let view = checked.services.first { $0.service.id == service }
            let halves = HalfDay.allCases.count { half in
                view.map { $0.receives(on: day, half, scenario.parameters) } ?? false
            }
            let person = search.best.indices.contains(index) ? search.best[index] : nil
            return Gap(
                service: service, week: day.week, weekday: day.weekday, crew: day.crew,
                rules: (days[Key(service, day)] ?? []).sorted { $0.rawValue < $1.rawValue }, halfDays: halves,
                standIn: person, weekWork: person.map { search.weekWork(of: $0, week: day.week) })
        }
    }

    private struct Key: Hashable {
        var service: String
        var week: Int
        var weekday: Weekday
        var crew: String

        init(_ service: String, _ day: DayRound) {
            self.service = service
            week = day.week
            weekday = day.weekday
            crew = day.crew
        }
    }

    /// Rules about who is there (R02, R03, R30) that each round breaks.
    private static func broken(_ plan: Plan) -> [Key: Set<RuleID>] {
        let checked = PlanView(plan)
        let found = [AccueillantPresent(), SessionStaff(), LicensedDriver()].flatMap { (rule: any CheckingRule) in
            rule.violations(in: checked).filter { $0.severity == .hard }
        }
        var broken: [Key: Set<RuleID>] = [:]
        for service in plan.services {
            for day in service.days {
                let own = found.filter { violation in
                    let locus = violation.locus
                    return locus.service == service.id && locus.week == day.week && locus.weekday == day.weekday
                        && [day.crew, day.van].contains(locus.subject)
                        || violation.rule == .r03 && locus.service == service.id && locus.week == day.week
                            && locus.weekday == day.weekday && day.visits.contains { $0.venue == locus.subject }
                }
                if !own.isEmpty { broken[Key(service.id, day)] = Set(own.compactMap(\.rule)) }
            }
        }
        return broken
    }

    /// Tries every stand-in for every round, the most rounds first, then the least work.
    private struct Search {
        let plan: Plan
        let judge: WorkingTimeJudge
        let rounds: [DayRound]
        let rules: [Set<RuleID>]
        var best: [String?] = []
        var bestCount = -1
        var bestWork = Int.max
        var bestPlan: Plan?
        var looks = 0

        mutating func go(_ index: Int, _ plan: Plan, _ chosen: [String?], work: Int) {
            let count = chosen.count { $0 != nil }
            guard looks < AbsenceRepair.looks, count + rounds.count - index >= bestCount else { return }
            guard index < rounds.count else {
                if count > bestCount || count == bestCount && work < bestWork {
                    (best, bestCount, bestWork, bestPlan) = (chosen, count, work, plan)
                }
                return
            }
            let round = rounds[index]
            for person in candidates(index) {
                looks += 1
                var trial = plan
                trial.shifts += round.work.map {
                    Shift(
                        service: "", week: round.week, weekday: round.weekday, hours: $0, staff: [person.id])
                }
                guard judge.broken(in: trial, crews: [person.crew]) == nil else { continue }
                go(index + 1, trial, chosen + [person.id], work: work + round.workTime.count)
            }
            go(index + 1, plan, chosen + [nil], work: work)
        }

        /// People of other crews who are there that day and bring what is missing.
        private func candidates(_ index: Int) -> [StaffMember] {
            let round = rounds[index]
            let scenario = plan.scenario
            let van = scenario.vans.first { $0.id == round.van }
            return scenario.staff.filter { person in
                person.crew != round.crew
                    && scenario.present(crew: person.crew, week: round.week, round.weekday).contains(person)
                    && (rules[index].isDisjoint(with: [.r02, .r03]) || person.roles.contains(.accueillant))
                    && (!rules[index].contains(.r30) || [person].mayDrive(van))
            }
        }

        func weekWork(of person: String, week: Int) -> Minutes {
            PlanView(bestPlan ?? plan).rosters.first { $0.person.id == person }?.days
                .filter { $0.week == week }.reduce(.zero) { $0 + $1.workTime } ?? .zero
        }
    }
}
