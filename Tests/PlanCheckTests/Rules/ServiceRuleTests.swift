import Foundation
import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// A change to the complete plan that breaks one rule, and exactly what the rule says of it.
struct ServiceBreakage: Sendable, CustomTestStringConvertible {
    var rule: RuleID
    var note = ""
    var edit: @Sendable (inout Plan) -> Void
    var violations: [Violation]
    /// Rules that cannot but break with it.
    var others: Set<RuleID> = []

    var testDescription: String { "\(rule.rawValue) \(note)" }

    private static let lr = PlanLocus(service: "lr")
    private static func stop(_ number: Int) -> PlanLocus { PlanLocus(service: "lr", subject: "lieu-5900\(number)") }
    private static func first(_ kind: Violation.Kind, _ rule: RuleID, _ severity: Severity = .hard) -> [Violation] {
        [Violation(rule, kind, severity: severity, at: stop(1))]
    }
    private static func facts(
        _ path: WritableKeyPath<VenueFacts, Presence> & Sendable, _ value: Presence
    ) -> @Sendable (inout Plan) -> Void {
        { $0.scenario.territory.venueFacts[0][keyPath: path] = value }
    }
    private static let outing = PlanLocus(service: "rep", week: 2, weekday: .thursday, subject: CompletePlan.prison)

    static let all: [ServiceBreakage] = [
        ServiceBreakage(
            rule: .r02, note: "someone is away",
            edit: { plan in
                plan.scenario.staff[1].roles = [.driver]
                plan.scenario.absences = [
                    Absence(person: "a", from: CivilDate(iso: "2027-01-12")!, until: CivilDate(iso: "2027-01-12")!)
                ]
                plan.services[0].sessions.removeAll { $0.kind == "laep" }
            },
            violations: [
                Violation(
                    .r02, .noAccueillant,
                    at: PlanLocus(service: "lr", week: 2, weekday: .tuesday, subject: "equipe"), found: .count(0),
                    limit: .count(1))
            ], others: [.r01, .r08]),
        ServiceBreakage(
            rule: .r03, edit: { $0.scenario.staff[1].roles = [.driver] },
            violations: [
                Violation(
                    .r03, .tooFewAccueillants,
                    at: PlanLocus(service: "lr", week: 1, weekday: .monday, subject: "lieu-59001"), found: .count(1),
                    limit: .count(2))
            ]),
        ServiceBreakage(
            rule: .r04, edit: facts(\.confidentialSpace, .absent), violations: first(.noConfidentialSpace, .r04)),
        ServiceBreakage(
            rule: .r04, note: "unknown", edit: facts(\.confidentialSpace, .unknown),
            violations: first(.confidentialSpaceUnknown, .r04, .unknown)),
        ServiceBreakage(rule: .r05, edit: facts(\.accessible, .absent), violations: first(.notAccessible, .r05)),
        ServiceBreakage(rule: .r05, edit: facts(\.ownAccess, .absent), violations: first(.noOwnAccess, .r05)),
        ServiceBreakage(
            rule: .r05, note: "unknown", edit: facts(\.recognisable, .unknown),
            violations: first(.recognisableUnknown, .r05, .unknown)),
        ServiceBreakage(
            rule: .r06, edit: { $0.scenario.services[0].ages = AgeBand(from: 0, until: 6) },
            violations: [Violation(.r06, .limitedAges, at: lr)]),
        ServiceBreakage(
            rule: .r08, note: "no session", edit: { $0.services[0].sessions.removeAll { $0.kind == "groupe" } },
            violations: [
                Violation(
                    .r08, .sessionNotHeld, severity: .soft, at: PlanLocus(service: "lr", subject: "groupe"),
                    found: .count(0), limit: .count(1)),
                Violation(.r08, .missionMissing, severity: .soft, at: PlanLocus(service: "lr", subject: "collectifs")),
            ]),
        ServiceBreakage(
            rule: .r08, note: "no programme",
            edit: {
                $0.scenario.services[0].programme = []
                $0.services[0].sessions = []
            }, violations: [Violation(.r08, .programmeUnknown, severity: .unknown, at: lr)]),
        ServiceBreakage(
            rule: .r09, edit: { $0.scenario.services[0].charge = .paid },
            violations: [Violation(.r09, .charged, severity: .soft, at: lr)]),
        ServiceBreakage(
            rule: .r09, note: "a fixed centre that does not say",
            edit: {
                $0.scenario.centres = [
                    FixedCentre(
                        id: "fixe", name: "Lieu fixe", kind: .parentingResource, venue: "lieu-59001", crew: "ecoute",
                        openings: [])
                ]
            },
            violations: [
                Violation(.r09, .chargeUnknown, severity: .unknown, at: PlanLocus(service: "fixe"))
            ], others: [.r01, .r04]),
        ServiceBreakage(
            rule: .r10,
            edit: {
                $0.scenario.territory.communes[0].socialCentre = .present
                $0.scenario.territory.partners[0].contactRole = ""
            }, violations: first(.noReferent, .r10, .soft), others: [.r12]),
        ServiceBreakage(
            rule: .r12, note: "no list at all", edit: { $0.scenario.territory.partners = [] },
            violations: [Violation(.r12, .partnersUnknown, severity: .unknown, at: lr)]),
        ServiceBreakage(
            rule: .r12, edit: { $0.scenario.territory.partners.removeFirst() },
            violations: first(.noPartner, .r12, .soft)),
        ServiceBreakage(
            rule: .r14, note: "unknown", edit: { $0.scenario.territory.facilities = [] },
            violations: (1...5).map { Violation(.r14, .noServiceKnown, severity: .unknown, at: stop($0)) }),
        ServiceBreakage(
            rule: .r16,
            edit: { plan in
                let hours = Interval(start: Minutes(1019), end: Minutes(1199))
                plan.scenario.listening[0].slots[0].hours = hours
                for index in plan.shifts.indices where plan.shifts[index].weekday == .tuesday {
                    plan.shifts[index].hours = hours
                }
            },
            violations: (1...4).map {
                Violation(
                    .r16, .listeningDuringReception, at: PlanLocus(service: "ecoute", week: $0, weekday: .tuesday),
                    found: .time(Minutes(1019)), limit: .time(Minutes(1020)))
            }),
        ServiceBreakage(
            rule: .r18, edit: { $0.scenario.staff[2].roles = [.listener] },
            violations: (1...4).flatMap { week in
                [Weekday.tuesday, .thursday].map {
                    Violation(
                        .r18, .noUrgentHelp, severity: .soft, at: PlanLocus(service: "ecoute", week: week, weekday: $0))
                }
            }),
        ServiceBreakage(
            rule: .r19, note: "late", edit: { $0.scenario.parameters.prisonMargin = Minutes(46) },
            violations: [
                Violation(
                    .r19, .lateAtPrison, at: outing, found: .time(Minutes(795)), limit: .time(Minutes(794)))
            ]),
        ServiceBreakage(
            rule: .r19, note: "closed",
            edit: {
                $0.scenario.calendar.exceptions = [
                    .init(
                        place: CompletePlan.prison, from: CivilDate(iso: "2027-01-14")!,
                        until: CivilDate(iso: "2027-01-14")!, reason: "travaux")
                ]
            }, violations: [Violation(.r19, .prisonClosed, at: outing)]),
        ServiceBreakage(
            rule: .r19, note: "hours", edit: { $0.scenario.territory.prisons[0].visitHours = "Th 14:00-14:44" },
            violations: [Violation(.r19, .outsideVisitHours, at: outing, found: .time(Minutes(840)))]),
        ServiceBreakage(
            rule: .r19, note: "not cleared", edit: { $0.scenario.prisonRelays[0].escortCleared = .absent },
            violations: [Violation(.r19, .escortNotCleared, at: PlanLocus(service: "rep"))]),
        ServiceBreakage(
            rule: .r19, note: "no escort", edit: { $0.scenario.staff[3].roles = [.driver] },
            violations: [Violation(.r19, .noEscort, at: outing)]),
        ServiceBreakage(
            rule: .r28, edit: { $0.scenario.parameters.eveningsMaximum = 1 },
            violations: (1...4).map {
                Violation(
                    .r28, .tooManyEvenings, at: PlanLocus(week: $0, subject: CompletePlan.listener),
                    found: .count(2), limit: .count(1))
            }),
        ServiceBreakage(
            rule: .r29, edit: { $0.scenario.publishedOn = CivilDate(iso: "2026-12-29") },
            violations: [
                Violation(
                    .r29, .lateSchedule, severity: .soft, at: PlanLocus(), found: .count(6), limit: .count(7))
            ]),
        ServiceBreakage(
            rule: .r30, edit: { $0.scenario.vans[0].maximumMass = 3501 },
            violations: PlanFixture.days(PlanFixture.scenario()).map {
                Violation(
                    .r30, .wrongLicence,
                    at: PlanLocus(service: "lr", week: $0.week, weekday: $0.weekday, subject: "van"),
                    found: .count(3501), limit: .count(3500))
            }, others: [.r31]),
        ServiceBreakage(
            rule: .r31, edit: { $0.scenario.vans[0].seats = 10 },
            violations: [Violation(.r31, .driveTimeRules, severity: .soft, at: PlanLocus(subject: "van"))],
            others: [.r30]),
        ServiceBreakage(
            rule: .r34, note: "power", edit: facts(\.power, .absent), violations: first(.noPower, .r34)),
        ServiceBreakage(
            rule: .r34, note: "permit",
            edit: {
                $0.scenario.territory.permits[2].until = CivilDate(iso: "2027-01-25")
            },
            violations: [
                Violation(
                    .r34, .permitExpired,
                    at: PlanLocus(service: "lr", week: 4, weekday: .tuesday, subject: "lieu-59003"))
            ]),
        ServiceBreakage(
            rule: .r34, note: "unknown", edit: { $0.scenario.territory.permits.removeFirst() },
            violations: first(.permitUnknown, .r34, .unknown)),
    ]
}

@Suite("Rules of services, premises and people")
struct ServiceRuleTests {
    @Test("The complete plan is conform: every rule met, reported for its span, or without object")
    func complete() {
        let check = PlanCheck(CompletePlan.plan(CompletePlan.scenario()))
        #expect(check.discrepancies.isEmpty)
        #expect(check.isConform)
        let odd = check.verdicts.filter { $0.state != .met }.map(\.rule)
        // R07 and R13 are of another service; nothing else is missing.
        #expect(odd.allSatisfy { [.r07, .r13, .r26].contains($0) })
        #expect(check.verdicts.map(\.rule) == RuleID.allCases)
    }

    @Test("A change that breaks one rule is told exactly that", arguments: ServiceBreakage.all)
    func breaks(_ breakage: ServiceBreakage) throws {
        let whole = PlanCheck(CompletePlan.plan(CompletePlan.scenario()))
        var plan = CompletePlan.plan(CompletePlan.scenario())
        breakage.edit(&plan)
        let check = PlanCheck(plan)
        let verdict = try #require(check.verdicts.first { $0.rule == breakage.rule })
        #expect(Set(verdict.violations) == Set(breakage.violations))
        #expect(verdict.violations.count == breakage.violations.count)
        let changed = zip(whole.verdicts, check.verdicts).filter { $0.violations != $1.violations }.map(\.1.rule)
        #expect(Set(changed).subtracting(breakage.others) == [breakage.rule])
    }

    @Test("A Maison des 1 000 premiers jours names a maternity and early childhood, for ages 0 to 2 (R07, R13)")
    func firstThousandDays() throws {
        var plan = CompletePlan.plan(CompletePlan.scenario())
        plan.scenario.services[0].kind = .firstThousandDays
        plan.scenario.services[0].ages = AgeBand(from: 0, until: 3)
        plan.scenario.services[0].partners = ["pmi-59001"]
        let check = PlanCheck(plan)
        func verdict(_ rule: RuleID) throws -> RuleVerdict {
            try #require(check.verdicts.first { $0.rule == rule })
        }
        #expect(try verdict(.r07).violations == [Violation(.r07, .agesBeyondTwo, at: PlanLocus(service: "lr"))])
        #expect(
            try verdict(.r13).violations == [
                Violation(.r13, .noMaternity, severity: .soft, at: PlanLocus(service: "lr"))
            ])
        #expect(try verdict(.r06).state == .notConcerned)
    }

    @Test("A session for professionals takes its half-day from the opening (R01)")
    func professionals() throws {
        var plan = CompletePlan.plan(CompletePlan.scenario { $0.minimumHalfDays = 6 })
        #expect(PlanCheck(plan).verdicts[0].state == .broken)
        // A quarter of an hour leaves 165 minutes, more than the 150 that count.
        plan.services[0].sessions[2].hours.end = Minutes(555)
        #expect(PlanCheck(plan).verdicts[0].state == .met)
    }

    @Test("Nobody is in two places at once, and what is at fixed times is as the scenario says")
    func fixedTimes() {
        let plan = CompletePlan.plan(CompletePlan.scenario())
        func kinds(_ edit: (inout Plan) -> Void) -> Set<Discrepancy.Kind> {
            var plan = plan
            edit(&plan)
            return Set(PlanCheck(plan).discrepancies.map(\.kind))
        }
        #expect(kinds { $0.shifts.removeLast() } == [.slotNotHeld])
        #expect(kinds { $0.shifts[0].hours.start = Minutes(1085) } == [.otherSlot, .slotNotHeld])
        #expect(kinds { $0.shifts[0].staff = ["a"] } == [.unknownEquipment, .noneOfTheTrade])
        #expect(
            kinds { $0.scenario.staff[2].crew = "equipe" }.isSuperset(of: [.unknownEquipment]))
        #expect(kinds { $0.outings.removeAll() } == [.outingCount])
        #expect(kinds { $0.outings[0].children = 3 } == [.childrenCount])
        #expect(kinds { $0.outings[0].legs[0].distance = Metres(1) } == [.legDistance])
        #expect(kinds { $0.outings[0].visit.end = Minutes(900) } == [.otherSlot])
        #expect(kinds { $0.outings[0].legs[2].departure = Minutes(880) }.contains(.clock))
        #expect(kinds { $0.outings[0].legs.removeFirst() }.contains(.outingChain))
        #expect(
            kinds {
                $0.scenario.absences = [
                    Absence(
                        person: CompletePlan.listener, from: CivilDate(iso: "2027-01-05")!,
                        until: CivilDate(iso: "2027-01-05")!)
                ]
            } == [.absentStaff])
    }

    @Test("Who works in two services has the hours of both: a day that ends late leaves too little rest (R23)")
    func twoServices() throws {
        var plan = CompletePlan.plan(CompletePlan.scenario())
        // The listener of Tuesday evening is in the van too: rounds of Tuesday and Wednesday morning.
        plan.scenario.staff[0].roles.insert(.listener)
        plan.scenario.listening[0].crew = "equipe"
        for index in plan.shifts.indices { plan.shifts[index].staff = ["a"] }
        let check = PlanCheck(plan)
        let rest = try #require(check.verdicts.first { $0.rule == .r23 })
        #expect(rest.state == .broken)
        #expect(Set(rest.violations.map(\.locus.subject)) == ["a"])
        #expect(Set(rest.violations.map(\.locus.weekday)) == [.tuesday])
        let span = try #require(check.verdicts.first { $0.rule == .r26 })
        #expect(span.violations.contains { $0.kind == .longSpan && $0.locus.subject == "a" })
    }
}

/// R17: there is no place for a caller.
@Suite("Listening is anonymous")
struct AnonymityTests {
    @Test("All that a plan says of listening is hours, staff, counts and the service's own words")
    func keys() throws {
        var plan = CompletePlan.plan(CompletePlan.scenario())
        plan.scenario.calls = [
            CallCount(service: "ecoute", monday: CivilDate(iso: "2026-12-28")!, received: 12, handled: 9)
        ]
        func keys(_ value: some Encodable) throws -> Set<String> {
            let data = try JSONEncoder().encode(value)
            var found: Set<String> = []
            func walk(_ any: Any) {
                if let object = any as? [String: Any] {
                    found.formUnion(object.keys)
                    object.values.forEach(walk)
                } else if let list = any as? [Any] {
                    list.forEach(walk)
                }
            }
            walk(try JSONSerialization.jsonObject(with: data))
            return found
        }
        #expect(
            try keys(plan.scenario.listening).isSubset(of: [
                "id", "name", "besides", "crew", "slots", "weekday", "hours", "start", "end", "channel",
                "urgentRelay", "standing",
            ]))
        #expect(
            try keys(plan.shifts).isSubset(of: ["service", "week", "weekday", "hours", "start", "end", "staff"]))
        #expect(try keys(plan.scenario.calls) == ["service", "monday", "received", "handled"])
    }
}
