import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Commitments")
struct CommitmentTests {
    private func plan(_ edit: (inout Scenario) -> Void) -> Plan {
        var scenario = PlanFixture.scenario()
        edit(&scenario)
        return PlanFixture.plan(scenario, PlanFixture.days(scenario))
    }

    /// What a plan does not keep, and nothing else is wrong with it.
    private func breaches(_ edit: (inout Scenario) -> Void) -> [CommitmentBreach] {
        let check = PlanCheck(plan(edit))
        #expect(check.discrepancies.isEmpty && !check.verdicts.contains { $0.state == .broken })
        let hard = check.commitments.flatMap(\.breaches).filter { $0.severity == .hard }
        #expect(check.isValid == hard.isEmpty)
        return hard
    }

    private func locus(_ subject: String? = nil, _ weekday: Weekday? = nil) -> PlanLocus {
        PlanLocus(service: "lr", weekday: weekday, subject: subject)
    }

    // MARK: Floors and budgets

    private static let step = 1e-6

    @Test("A floor for every EPCI holds at the exact benefit, and is missed a millionth above")
    func epciFloor() {
        let service = plan { _ in }.services[0]
        let weight = service.needs.reduce(0) { $0 + $1.points.count }
        let benefit = Double(service.credits.reduce(0) { $0 + $1.points.count }) / Double(weight)
        #expect(breaches { $0.services[0].floors.everyEpci = benefit }.isEmpty)
        let found = breaches { $0.services[0].floors.everyEpci = benefit + Self.step }
        #expect(
            found == [
                CommitmentBreach(
                    .floorMissed, at: locus("1"), found: .share(benefit), limit: .share(benefit + Self.step))
            ])
    }

    @Test("An EPCI without a stop is told alone")
    func oneEpci() {
        func edit(_ floor: Double) -> (inout Scenario) -> Void {
            { scenario in
                scenario.territory.communes[4].epci = "2"
                scenario.services[0].floors.everyEpci = floor
            }
        }
        var scenario = PlanFixture.scenario()
        edit(0.01)(&scenario)
        scenario.parameters.access.car = GradualCover(full: 1, none: 2)
        scenario.parameters.access.foot = GradualCover(full: 1, none: 2)
        scenario.parameters.minimumHalfDays = 4
        let days = PlanFixture.days(scenario).filter { $0.weekday != .wednesday }
        let found = PlanCheck(PlanFixture.plan(scenario, days)).commitments.flatMap(\.breaches)
        #expect(found == [CommitmentBreach(.floorMissed, at: locus("2"), found: .share(0), limit: .share(0.01))])
    }

    @Test("The floors of the highest need and of the worst off hold at the exact benefit")
    func fifths() {
        let service = plan { _ in }.services[0]
        let shares = service.needs.map { need in
            BenefitSpread.Share(
                commune: need.commune, weight: need.points.points, volume: need.volume, intensity: need.intensity,
                benefit: Double(service.credits.first { $0.commune == need.commune }?.points.count ?? 0)
                    / Double(need.points.count))
        }
        let spread = BenefitSpread(shares)
        for (path, benefit) in [
            (\Floors.highestNeed, spread.highestNeed() ?? 0), (\Floors.worstOff, spread.worstOff() ?? 0),
        ] {
            #expect(breaches { $0.services[0].floors[keyPath: path] = benefit }.isEmpty)
            #expect(
                breaches { $0.services[0].floors[keyPath: path] = benefit + Self.step } == [
                    CommitmentBreach(
                        .floorMissed, at: locus(), found: .share(benefit), limit: .share(benefit + Self.step))
                ])
        }
    }

    @Test("Budgets hold at the exact figure of 4 weeks, all persons counted, and are passed a millionth below")
    func budgets() {
        let days = plan { _ in }.services[0].days
        let kilometres = days.reduce(Metres.zero) { $0 + $1.distance }.kilometres
        let hours = Double(days.reduce(0) { $0 + $1.workTime.count } * 2) / 60
        let euros = kilometres * 0.52
        for (path, found, amount) in [
            (\Budgets.kilometres, kilometres, { Amount.kilometres($0) }),
            (\Budgets.personHours, hours, { .personHours($0) }),
        ] as [(WritableKeyPath<Budgets, Double?>, Double, (Double) -> Amount)] {
            #expect(breaches { $0.services[0].budgets[keyPath: path] = found }.isEmpty)
            let less = found * (1 - Self.step)
            #expect(
                breaches { $0.services[0].budgets[keyPath: path] = less } == [
                    CommitmentBreach(.budgetPassed, at: locus(), found: amount(found), limit: amount(less))
                ])
        }
        #expect(breaches { $0.services[0].budgets.euros = euros * (1 + 1e-10) }.isEmpty)
        #expect(breaches { $0.services[0].budgets.euros = euros * (1 - Self.step) }.map(\.kind) == [.budgetPassed])
    }

    // MARK: Pins

    private func pinned(_ pin: Pin) -> [CommitmentBreach] { breaches { $0.services[0].pins = [pin] } }

    @Test("A pin that the plan keeps in every field is met")
    func keptPin() {
        #expect(
            pinned(
                Pin(
                    venue: "lieu-59001", served: true, minimumVisits: 4, maximumVisits: 4, weekdays: [.monday],
                    half: .morning, start: Minutes(540), van: "van")
            ).isEmpty)
        #expect(pinned(Pin(commune: "59005", served: true, weekdays: [.wednesday, .friday])).isEmpty)
        #expect(pinned(Pin(venue: "ailleurs", served: false, minimumVisits: 8)).isEmpty)
    }

    @Test("Each field of a pin that the plan breaks is told, and only that")
    func brokenPins() {
        let first = locus("lieu-59001")
        let monday = locus("lieu-59001", .monday)
        func pin(_ edit: (inout Pin) -> Void) -> [CommitmentBreach] {
            var pin = Pin(venue: "lieu-59001")
            edit(&pin)
            return pinned(pin)
        }
        #expect(pin { $0.served = false } == [CommitmentBreach(.servedThoughExcluded, at: first)])
        #expect(
            pin { $0.minimumVisits = 8 } == [
                CommitmentBreach(.tooFewVisits, at: first, found: .count(4), limit: .count(8))
            ])
        #expect(
            pin { $0.maximumVisits = 2 } == [
                CommitmentBreach(.tooManyVisits, at: first, found: .count(4), limit: .count(2))
            ])
        #expect(pin { $0.weekdays = [.tuesday] } == [CommitmentBreach(.otherWeekday, at: monday)])
        #expect(pin { $0.half = .afternoon } == [CommitmentBreach(.otherHalf, at: monday)])
        #expect(
            pin { $0.start = Minutes(555) } == [
                CommitmentBreach(.otherStart, at: monday, found: .time(Minutes(540)), limit: .time(Minutes(555)))
            ])
        #expect(pin { $0.crew = "autre" } == [CommitmentBreach(.otherCrew, at: monday)])
        #expect(pin { $0.weeks = [1, 2, 3, 4] }.isEmpty)
        #expect(pin { $0.weeks = [2, 4] } == [CommitmentBreach(.otherWeek, at: monday)])
        #expect(pin { $0.order = 1 }.isEmpty)
        #expect(
            pin { $0.order = 2 } == [
                CommitmentBreach(.otherOrder, at: monday, found: .count(1), limit: .count(2))
            ])
        #expect(pin { $0.van = "autre" } == [CommitmentBreach(.otherVan, at: monday)])
        #expect(pinned(Pin(venue: "ailleurs", served: true)) == [CommitmentBreach(.notServed, at: locus("ailleurs"))])
        #expect(pinned(Pin(commune: "59999", served: true)) == [CommitmentBreach(.notServed, at: locus("59999"))])
    }

    @Test("A full day is in both halves, so a pin to one half rules it out")
    func fullDay() {
        for half in HalfDay.allCases {
            #expect(
                pinned(Pin(commune: "59005", half: half)) == [
                    CommitmentBreach(.otherHalf, at: locus("lieu-59005", .wednesday))
                ])
        }
    }

    // MARK: The cycle before

    @Test("A stop that stays keeps its weekday, and its weeks hold the former ones or are among them")
    func formerStops() {
        func former(_ weekdays: [Weekday], _ weeks: [Int], venue: String = "lieu-59001") -> [CommitmentBreach] {
            breaches { $0.services[0].formerStops = [FormerStop(venue: venue, weekdays: weekdays, weeks: weeks)] }
        }
        #expect(former([.monday], [1, 2, 3, 4]).isEmpty)
        #expect(former([.monday, .thursday], [2, 4]).isEmpty)
        #expect(former([.friday], [1], venue: "ailleurs").isEmpty)
        #expect(
            former([.tuesday], [1, 3]) == [CommitmentBreach(.formerWeekdayLost, at: locus("lieu-59001"))])
        var scenario = PlanFixture.scenario { $0.minimumHalfDays = 4 }
        scenario.services[0].formerStops = [FormerStop(venue: "lieu-59005", weekdays: [.wednesday], weeks: [2, 4])]
        let days = PlanFixture.days(scenario).filter { $0.weekday != .wednesday || $0.week % 2 == 1 }
        #expect(
            PlanCheck(PlanFixture.plan(scenario, days)).commitments.flatMap(\.breaches)
                == [CommitmentBreach(.formerWeeksLost, at: locus("lieu-59005"))])
    }

    // MARK: Hours of the venues

    private func hours(_ text: String) -> (inout Scenario) -> Void {
        { $0.territory.venueFacts = [VenueFacts(venue: "lieu-59001", openingHours: text)] }
    }

    @Test("An opening lies within the venue's hours on every date, to the minute")
    func venueHours() {
        #expect(breaches(hours("Mo 09:00-12:00")).isEmpty)
        #expect(breaches(hours("")).isEmpty)
        #expect(
            breaches(hours("Mo-Fr 09:00-11:59"))
                == (1...4).map {
                    CommitmentBreach(
                        .venueClosed, at: PlanLocus(service: "lr", week: $0, weekday: .monday, subject: "lieu-59001"),
                        found: .time(Minutes(540)))
                })
        #expect(breaches(hours("Mo-Fr 09:00-12:00; 2027 Jan 11 off")).map(\.locus.week) == [2])
    }

    @Test("Public holidays are left aside; in school holidays a closed venue is only reported")
    func holidays() throws {
        let closed = hours("Mo-Fr 09:00-12:00; PH off; SH off")
        #expect(
            breaches {
                closed(&$0)
                $0.calendar.publicHolidays.append(.init(date: CivilDate(iso: "2027-01-11")!, name: "Férié d'essai"))
            }.isEmpty)
        let check = PlanCheck(
            plan {
                closed(&$0)
                $0.calendar.schoolHolidays.append(.init(date: CivilDate(iso: "2027-01-18")!, name: "Vacances d'essai"))
            })
        let verdict = try #require(check.commitments.first)
        #expect(verdict.state == .reported && check.isValid)
        #expect(verdict.breaches.map(\.kind) == [.venueClosedInSchoolHolidays])
    }

    @Test("Hours that are not understood make the commitment not checkable, and the plan stays valid")
    func unreadable() throws {
        let check = PlanCheck(plan(hours("quand il fait beau")))
        #expect(try #require(check.commitments.first).state == .notCheckable)
        #expect(check.isValid && !check.isConform)
    }
}
