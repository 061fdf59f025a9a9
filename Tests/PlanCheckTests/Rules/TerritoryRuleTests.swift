import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// The complete plan with other data: what one rule says of it.
private func verdict(_ rule: RuleID, _ edit: (inout Plan) -> Void) throws -> RuleVerdict {
    var plan = CompletePlan.plan(CompletePlan.scenario())
    edit(&plan)
    return try #require(PlanCheck(plan).verdicts.first { $0.rule == rule })
}

/// R14: a stop far from every known service that families use is told.
@Suite("Near services families use (R14)")
struct NearServicesTests {
    private static let stop = PlanLocus(service: "lr", subject: "lieu-59001")

    /// Moves what is near the first stop to the north by some degrees.
    private func verdict(
        north degrees: Double, _ kind: FacilityKind = .school, farthest: Double = 1
    ) throws -> RuleVerdict {
        try PlanCheckTests.verdict(.r14) { plan in
            plan.scenario.parameters.servicesKilometres = farthest
            plan.scenario.territory.facilities[0].kind = kind
            plan.scenario.territory.facilities[0].position?.latitude += degrees
        }
    }

    /// Metres of a hundredth of a degree of latitude, as distances are rounded: 1,112 (6,371,008.8 m × π/18,000).
    private static let hundredth = 1112

    @Test("Exactly at the threshold nothing is told, a metre beyond it is")
    func threshold() throws {
        let at = try verdict(north: 0.01, farthest: 1.112)
        #expect(
            at.state == .met && at.found == .metres(Metres(Self.hundredth))
                && at.limit == .metres(Metres(Self.hundredth)))
        let beyond = try verdict(north: 0.01, farthest: 1.111)
        #expect(beyond.state == .reported)
        #expect(
            beyond.violations == [
                Violation(
                    .r14, .farFromServices, severity: .soft, at: Self.stop, found: .metres(Metres(Self.hundredth)),
                    limit: .metres(Metres(1111)))
            ])
    }

    @Test("A stop 3 km away from the next known service is not « respectée » by the usual kilometre")
    func far() throws {
        // The second stop's school is 3.6 km away, nearer than the first's own, 20 km north.
        let far = try verdict(north: 0.18)
        #expect(far.state == .reported && far.violations.map(\.kind) == [.farFromServices])
    }

    @Test("A leisure centre is one of these services; a digital helper is not")
    func kinds() throws {
        #expect(try verdict(north: 0, .leisureCentre).state == .met)
        #expect(try verdict(north: 0, .digitalHelp).state == .reported)
    }
}

/// R15: one EPCI, or EPCI that touch; else told.
@Suite("One coherent territory (R15)")
struct CoherenceTests {
    /// The last commune in an EPCI of its own, some degrees of latitude away from the others.
    private func verdict(north degrees: Double, farthest: Double = 10, epci: String = "2") throws -> RuleVerdict {
        try PlanCheckTests.verdict(.r15) { plan in
            plan.scenario.parameters.neighbourKilometres = farthest
            plan.scenario.territory.communes[4].epci = epci
            plan.scenario.territory.communes[4].centre.longitude = plan.scenario.territory.communes[3].centre.longitude
            plan.scenario.territory.communes[4].centre.latitude += degrees
        }
    }

    @Test("Two EPCI whose nearest communes are at the threshold touch; a metre farther they do not")
    func threshold() throws {
        // 0.09° of latitude: 10,008 m.
        #expect(try verdict(north: 0.09, farthest: 10.008).state == .met)
        let apart = try verdict(north: 0.09, farthest: 10.007)
        #expect(apart.state == .reported)
        #expect(apart.violations.map(\.kind) == [.scatteredTerritory, .epciApart, .epciApart])
        #expect(apart.violations.map(\.locus.subject) == [nil, "1", "2"])
        #expect(apart.violations.dropFirst().allSatisfy { $0.found == .metres(Metres(10_008)) })
        #expect(apart.violations.allSatisfy { $0.severity == .soft })
    }

    @Test("One EPCI is one territory however far its communes are, and an EPCI that is not known says nothing")
    func oneEpci() throws {
        #expect(try verdict(north: 1, epci: "1").state == .met)
        #expect(try verdict(north: 1, epci: "").state == .met)
    }

    @Test("EPCI in a chain touch; the largest distance is told of two that do not")
    func chain() {
        func commune(_ code: String, _ epci: String, _ latitude: Double) -> Commune {
            Commune(
                code: code, name: code, epci: epci, centre: Position(latitude: latitude, longitude: 3), areaKm2: 10)
        }
        let chain = [commune("1", "a", 50), commune("2", "b", 50.08), commune("3", "c", 50.16)]
        #expect(TerritoryCoherence(chain, near: 10_000).parts.isEmpty)
        let far = TerritoryCoherence(chain + [commune("4", "d", 51)], near: 10_000)
        #expect(far.parts.map(\.epci) == ["a", "b", "c", "d"])
        // 0.84° from the nearest, 1° between the farthest.
        #expect(Set(far.parts.map(\.toTheRest)) == [Metres(93_404)])
        #expect(far.largestDistance == Metres(111_195))
        #expect(far.parts.map(\.communes) == [1, 1, 1, 1])
    }
}

/// R07: a session of a Maison des 1 000 premiers jours may be wider than the service.
@Suite("Sessions of the first 1,000 days (R07)")
struct FirstThousandDaysTests {
    private func verdict(_ ages: AgeBand?, service: AgeBand? = nil, laep: Bool = true) throws -> RuleVerdict {
        try PlanCheckTests.verdict(.r07) { plan in
            plan.scenario.services[0].kind = .firstThousandDays
            plan.scenario.services[0].ages = service
            plan.scenario.services[0].programme[laep ? 0 : 1].ages = ages
        }
    }

    @Test("A LAEP for under six, a group from birth to three, and sessions that say no age are kept")
    func wider() throws {
        #expect(try verdict(AgeBand(from: 0, until: 6)).state == .met)
        #expect(try verdict(AgeBand(from: 0, until: 5)).state == .met)
        #expect(try verdict(AgeBand(from: 0, until: 3), laep: false).state == .met)
        #expect(try verdict(AgeBand(from: 0, until: 6), service: AgeBand(from: 0, until: 2)).state == .met)
        #expect(try verdict(nil).state == .met)
    }

    @Test("Beyond six, or without the very young, a session breaks it; so does a service for more than 0 to 2")
    func broken() throws {
        func session(_ id: String) -> [Violation] {
            [Violation(.r07, .sessionBeyondSix, at: PlanLocus(service: "lr", subject: id))]
        }
        #expect(try verdict(AgeBand(from: 0, until: 7)).violations == session("laep"))
        #expect(try verdict(AgeBand(from: 3, until: 6), laep: false).violations == session("groupe"))
        #expect(
            try verdict(nil, service: AgeBand(from: 0, until: 3)).violations == [
                Violation(.r07, .agesBeyondTwo, at: PlanLocus(service: "lr"))
            ])
        #expect(try verdict(nil, service: AgeBand(from: 0, until: 2)).state == .met)
    }
}

/// R10 and R12: the role to ask for.
@Suite("The référent parentalité is the one to ask for (R10, R12)")
struct ParentingReferentTests {
    private func states(_ role: String) throws -> [RuleState] {
        try [RuleID.r10, .r12].map { rule in
            try verdict(rule) { plan in
                plan.scenario.territory.communes[0].socialCentre = .present
                plan.scenario.territory.partners[0].contactRole = role
            }.state
        }
    }

    @Test(
        "In any form, with accents or without",
        arguments: [
            "référent parentalité", "Referent parentalite", "RÉFÉRENTE PARENTALITÉ",
            "référent(e) familles et parentalité",
        ])
    func known(_ role: String) throws { #expect(try states(role) == [.met, .met]) }

    @Test("Another role is not asked for", arguments: ["", "direction", "référent handicap", "animatrice parentalité"])
    func other(_ role: String) throws { #expect(try states(role) == [.reported, .reported]) }

    @Test("Where it is not known whether there is a centre social, no share is told: unknown is not 0 %")
    func unknown() throws {
        let none = try verdict(.r10) { plan in
            for index in plan.scenario.territory.communes.indices {
                plan.scenario.territory.communes[index].socialCentre = .unknown
            }
        }
        #expect(none.state == .notCheckable && none.found == nil)
        // Four communes without one are known, of the first nothing is: all that is known is without.
        let some = try verdict(.r10) { $0.scenario.territory.communes[0].socialCentre = .unknown }
        #expect(some.found == .share(1))
        let partners = try verdict(.r12) { $0.scenario.territory.partners = [] }
        #expect(partners.state == .notCheckable && partners.found == nil)
    }
}

/// R17: the channel is one of a list.
@Suite("How to call a listening service (R17)")
struct ListeningChannelTests {
    @Test(
        "A word of the list, with its accents or without",
        arguments: ["", "téléphone", "telephone", "Visio", "messagerie "])
    func listed(_ channel: String) throws {
        #expect(try verdict(.r17) { $0.scenario.listening[0].channel = channel }.state == .met)
    }

    @Test("Anything else breaks it", arguments: ["au 36 46", "téléphone de la permanence", "tchat"])
    func other(_ channel: String) throws {
        let found = try verdict(.r17) { $0.scenario.listening[0].channel = channel }
        #expect(found.violations == [Violation(.r17, .channelNotListed, at: PlanLocus(service: "ecoute"))])
    }
}
