import DrawnTerritories
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Staffing
import TestSupport
import Testing

/// Listening rosters and prison visits, against every way there is.
@Suite("Services at fixed times")
struct FixedTimesTests {
    /// Two listeners, three slots a week, a cycle of two weeks, no rounds; hours and absences drawn.
    private func scenario(_ number: Int) -> Scenario {
        var seed = TestRandom(UInt64(7_000 + number))
        var random = TestRandom(seed.next())
        var scenario = RandomTerritory.scenario(seed: 1)
        scenario.services = []
        scenario.parameters = Parameters()
        scenario.parameters.cycleWeeks = 2
        scenario.parameters.eveningsMaximum = random.whole(1...3)
        scenario.parameters.dailyRest = Minutes(random.pick([11, 12, 14]) * 60)
        scenario.staff = (0..<2).map {
            StaffMember(
                id: "l\($0)", crew: "ecoute", roles: random.chance(0.9) ? [.listener] : [.accueillant],
                weeklyHours: Minutes(random.pick([3, 6, 9]) * 60))
        }
        let days: [Weekday] = [.monday, .tuesday, .wednesday]
        scenario.listening = [
            ListeningService(
                id: "ecoute", name: "Écoute", besides: [], crew: "ecoute",
                slots: days.map { day in
                    let start = random.pick([480, 1080])
                    return WeeklySlot(
                        weekday: day, hours: Interval(start: Minutes(start), end: Minutes(start + 180)))
                })
        ]
        if random.chance(0.5) {
            let day = scenario.firstMonday.adding(days: random.whole(0...11))
            scenario.absences = [Absence(person: "l\(random.whole(0...1))", from: day, until: day)]
        }
        return scenario
    }

    private func empty(_ scenario: Scenario) -> Plan {
        Plan(services: [], stop: .optimal, seed: 1, scenario: scenario, fingerprint: "", sources: [])
    }

    @Test("There is a roster where some assignment keeps every rule, and only there", arguments: 1...60)
    func rosters(_ number: Int) throws {
        let scenario = scenario(number)
        let slots = (1...2).flatMap { week in scenario.listening[0].slots.map { (week, $0) } }
        var possible = false
        for choice in 0..<(1 << slots.count) {
            var plan = empty(scenario)
            plan.shifts = slots.enumerated().map { index, slot in
                Shift(
                    service: "ecoute", week: slot.0, weekday: slot.1.weekday, hours: slot.1.hours,
                    staff: ["l\(choice >> index & 1)"])
            }
            if PlanCheck(plan).isValid { possible = true }
        }
        do {
            let plan = try FixedTimesPlanning(scenario).completed(empty(scenario))
            #expect(possible)
            let check = PlanCheck(plan)
            #expect(check.isValid, "\(check.verdicts.filter { $0.state == .broken }) \(check.discrepancies)")
        } catch let failure as FixedTimesFailure {
            #expect(!possible, "\(failure)")
        }
    }

    @Test("A prison visit is reached in time by the shortest way, and none is planned on a closed day")
    func outings() throws {
        var scenario = RandomTerritory.scenario(seed: 4)
        scenario.services = []
        scenario.parameters = Parameters()
        let communes = scenario.territory.communes
        scenario.territory.prisons = [
            Prison(
                id: "prison", name: "Prison", commune: communes[0].code, visitHours: "We 13:00-17:00")
        ]
        scenario.staff = [
            StaffMember(
                id: "e", crew: "rep", roles: [.driver, .escort], licence: "B", weeklyHours: Minutes(30 * 60))
        ]
        scenario.vans = [Van(id: "minibus", name: "Minibus", maximumMass: 3500, seats: 9)]
        scenario.prisonRelays = [
            PrisonRelay(
                id: "rep", name: "REP",
                team: Team(van: "minibus", crew: "rep", depot: scenario.territory.depots[0].id),
                visits: [
                    PrisonVisitWish(
                        prison: "prison", timesInFourWeeks: 1,
                        slots: [PrisonSlot(weekday: .wednesday, start: Minutes(840))],
                        pickups: communes.prefix(3).map { ChildPickup(commune: $0.code, children: 1) })
                ], escortCleared: .present)
        ]
        let plan = try FixedTimesPlanning(scenario).completed(empty(scenario))
        let outing = try #require(plan.outings.first)
        #expect(plan.outings.count == 1 && outing.week == 1)
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.verdicts.filter { $0.state == .broken }) \(check.discrepancies)")
        // All orders of the three communes, there and back.
        func metres(_ order: [String]) -> Int {
            let stops = [scenario.territory.depots[0].id] + order + ["prison"]
            return zip(stops, stops.dropFirst()).reduce(0) { sum, pair in
                let (a, b) = (scenario.place(pair.0)!, scenario.place(pair.1)!)
                return sum + scenario.travel.leg(from: a, to: b)!.distance.count
                    + scenario.travel.leg(from: b, to: a)!.distance.count
            }
        }
        let codes = communes.prefix(3).map(\.code)
        let orders = codes.flatMap { a in
            codes.filter { $0 != a }.map { b in [a, b] + codes.filter { $0 != a && $0 != b } }
        }
        #expect(outing.distance.count == orders.map(metres).min())
        // More than six hours: breaks with no child in the van, and no more than six hours on end.
        var seen: Set<Int> = []
        scenario.parameters.prisonMargin = Minutes(60)
        scenario.territory.prisons[0].visitHours = "We 13:00-20:00"
        for visit in stride(from: 100, through: 300, by: 10) {
            scenario.parameters.prisonVisit = Minutes(visit)
            guard let long = try? FixedTimesPlanning(scenario).completed(empty(scenario)) else {
                // Nothing can be done where the children's own way takes longer.
                let usual = outing.legs[outing.legs.count - 1].departure - outing.legs[0].arrival
                #expect(usual + Minutes(60 + visit - 45 - 45) > Minutes(360))
                seen.insert(-1)
                continue
            }
            let outing = try #require(long.outings.first)
            let work = outing.work.reduce(Minutes.zero) { $0 + $1.length }
            #expect(PlanCheck(long).isValid, "\(PlanCheck(long).verdicts.filter { $0.state == .broken })")
            #expect(outing.breaks.isEmpty == (work < Minutes(360)))
            #expect(outing.work.allSatisfy { $0.length <= Minutes(360) })
            seen.insert(outing.breaks.count)
            guard !outing.breaks.isEmpty else { continue }
            var without = long
            without.outings[0].breaks = []
            #expect(PlanCheck(without).verdicts.first { $0.rule == .r25 }?.state == .broken)
        }
        #expect(seen.isSuperset(of: [-1, 0, 1]))
        scenario.parameters.prisonMargin = Parameters().prisonMargin
        scenario.parameters.prisonVisit = Parameters().prisonVisit
        // The first Wednesdays closed: the visit moves to the third.
        scenario.calendar.exceptions = [
            .init(
                place: "prison", from: scenario.firstMonday, until: scenario.firstMonday.adding(days: 13),
                reason: "travaux")
        ]
        #expect(try FixedTimesPlanning(scenario).completed(empty(scenario)).outings.map(\.week) == [3])
        scenario.calendar.exceptions[0].until = scenario.firstMonday.adding(days: 27)
        let failure = #expect(throws: FixedTimesFailure.self) {
            try FixedTimesPlanning(scenario).completed(empty(scenario))
        }
        guard case .noVisit("rep", "prison", let because) = failure else {
            Issue.record("\(failure as Any)")
            return
        }
        #expect(because.map(\.kind) == [.prisonClosed])
    }

    @Test("Who is free and has the hours stands in for a crew that is away; nobody does without them")
    func standIns() throws {
        var scenario = RandomTerritory.scenario(seed: 2)
        scenario.parameters.referenceWeek = Minutes(35 * 60)
        let solution = try RoundsSolver.solve(scenario, limits: SolveLimits(gap: 0, seconds: 60, seed: 1, workers: 1))
        var plan = Plan(
            services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "", sources: [])
        let day = try #require(plan.services[0].days.first)
        let date = scenario.date(week: day.week, day.weekday)
        plan.scenario.staff.append(
            StaffMember(
                id: "spare", crew: "spare", roles: [.accueillant, .driver], licence: "B",
                weeklyHours: Minutes(20 * 60)))
        plan.scenario.absences = scenario.staff.filter { $0.crew == day.crew }.map {
            Absence(person: $0.id, from: date, until: date)
        }
        let repaired = AbsenceRepair(plan)
        #expect(repaired.isComplete)
        let gap = try #require(repaired.gaps.first)
        #expect(repaired.gaps.count == 1 && gap.week == day.week && gap.weekday == day.weekday)
        #expect(gap.rules == [.r02, .r30])
        #expect(gap.standIn == "spare" && gap.weekWork == day.workTime)
        plan.scenario.staff[plan.scenario.staff.count - 1].weeklyHours = day.workTime - Minutes(1)
        #expect(AbsenceRepair(plan).gaps.map(\.standIn) == [nil])
    }
}
