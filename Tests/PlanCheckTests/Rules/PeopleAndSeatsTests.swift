import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// Licences and seats, listening beside reception, and what hours of réinsertion count as.
@Suite("People, seats and listening")
struct PeopleAndSeatsTests {
    // MARK: R30

    /// Licence, PTAC, seats, and whether it may be driven.
    private static let licences: [(String, Int?, Int?, Presence)] = [
        ("B", 3500, 9, .present), ("B", 3500, 10, .absent), ("B", 3501, 9, .absent), ("B", 3500, nil, .unknown),
        ("B", nil, 9, .unknown), ("B", nil, 12, .absent), ("B", 3501, nil, .absent), ("D1", 3500, 17, .present),
        ("D1", 3500, 18, .absent), ("B, D1", 5000, 12, .present), ("D1", 5000, 9, .absent), ("D", 3500, 30, .present),
        ("D", nil, 12, .present), ("DE", nil, nil, .unknown), ("C1", 5000, 9, .present), ("C1", 3500, 12, .absent),
        ("C1E, D1E", nil, 17, .present), ("C1", 5000, nil, .unknown), ("A1", 3500, 5, .absent),
    ]

    @Test("B is for 3.5 t and 9 seats, D1 for 17, D for more; what is unknown rules nothing out", arguments: licences)
    func licence(_ licence: String, _ mass: Int?, _ seats: Int?, _ answer: Presence) {
        #expect(DrivingLicence(licence).allows(mass: mass, seats: seats) == answer)
        let driver = StaffMember(
            id: "p", crew: "equipe", roles: [.driver], licence: licence, weeklyHours: Minutes(2100))
        #expect([driver].mayDrive(Van(id: "van", name: "Van", maximumMass: mass, seats: seats)) == (answer != .absent))
    }

    private func driving(_ edit: (inout Scenario) -> Void) -> Set<[String]> {
        var scenario = CompletePlan.scenario()
        edit(&scenario)
        let plan = CompletePlan.plan(scenario)
        return Set(LicensedDriver().violations(in: PlanView(plan)).map { ["\($0.kind)", $0.locus.subject ?? ""] })
    }

    @Test("A van of ten seats on licence B is told with its seats, of the rounds and of the prison relay")
    func tooManySeats() {
        #expect(driving { $0.vans[0].seats = 10 } == [["wrongLicenceForSeats", "van"]])
        #expect(driving { $0.vans[1].seats = 12 } == [["wrongLicenceForSeats", "minibus"]])
        #expect(driving { $0.vans[0].seats = nil } == [["seatsUnknown", "van"]])
        #expect(
            driving {
                $0.vans[0].seats = 10
                $0.staff[1].licence = "B, D1"
            } == [])
        #expect(
            driving {
                $0.vans[0].seats = 10
                $0.staff[1].licence = ""
            } == [["licenceUnknown", "van"]])
    }

    // MARK: R19

    private func seats(_ seats: Int?, children: Int, crew: Int = 1) -> [Violation] {
        var scenario = CompletePlan.scenario()
        scenario.vans[1].seats = seats
        var plan = CompletePlan.plan(scenario)
        plan.outings[0].children = children
        for number in 1..<crew {
            plan.scenario.staff.append(
                StaffMember(id: "e\(number)", crew: "rep", roles: [.escort], weeklyHours: Minutes(1200)))
            plan.outings[0].staff.append("e\(number)")
        }
        return PrisonSlots(scenario.parameters).violations(in: PlanView(plan))
    }

    @Test("Driver, escorts and children aboard at once each have a seat")
    func aboard() {
        #expect(seats(9, children: 8) == [])
        #expect(seats(9, children: 7, crew: 2) == [])
        #expect(seats(9, children: 9).map(\.kind) == [.tooManyAboard])
        #expect(seats(9, children: 8, crew: 2).first?.found == .count(10))
        #expect(seats(3, children: 12, crew: 2).first?.limit == .count(3))
        #expect(seats(nil, children: 2).map(\.severity) == [.unknown])
    }

    @Test("Hours of réinsertion are work: shared by the crew over the weeks, against the contract")
    func reintegration() {
        var scenario = CompletePlan.scenario()
        let worked = CompletePlan.outing(scenario)
        let minutes = worked.work.reduce(0) { $0 + $1.length.count }
        scenario.staff[3].weeklyHours = Minutes(minutes + 90)
        func broken(_ hours: Int) -> [Violation] {
            scenario.prisonRelays[0].reintegration = Minutes(hours * 60)
            return ReferenceWeek(scenario.parameters).violations(in: PlanView(CompletePlan.plan(scenario)))
        }
        #expect(broken(6) == [])
        #expect(broken(7).map(\.found) == [.minutes(Minutes(minutes + 105))])
        // Two share them.
        scenario.staff.append(StaffMember(id: "autre", crew: "rep", roles: [.escort], weeklyHours: Minutes(1200)))
        #expect(broken(12) == [])
        #expect(broken(13).count == 1)
    }

    // MARK: R16

    private func overlaps(
        _ weekday: Weekday, _ hours: ClosedRange<Int>, besides: [String] = [], centre: ClosedRange<Int>? = nil
    ) -> [Violation] {
        var scenario = CompletePlan.scenario()
        scenario.listening[0].besides = besides
        scenario.listening[0].slots = [
            WeeklySlot(
                weekday: weekday,
                hours: Interval(start: Minutes(hours.lowerBound), end: Minutes(hours.upperBound)))
        ]
        var plan = CompletePlan.plan(scenario)
        if let centre {
            plan.scenario.centres = [
                FixedCentre(
                    id: "fixe", name: "Lieu fixe (exemple fictif)", kind: .parentingResource, venue: "lieu-59001",
                    crew: "equipe", openings: [])
            ]
            plan.shifts.append(
                Shift(
                    service: "fixe", week: 2, weekday: weekday,
                    hours: Interval(start: Minutes(centre.lowerBound), end: Minutes(centre.upperBound)), staff: ["a"]))
        }
        return ListeningApart().violations(in: PlanView(plan))
    }

    @Test("Listening leaves free all reception of the scenario, whatever it is said to stand beside")
    func allReception() {
        // Rounds are open on Tuesday 9:00-12:00 and 14:00-17:00.
        #expect(overlaps(.tuesday, 570...690).count == 4)
        #expect(overlaps(.tuesday, 720...840) == [])
        #expect(overlaps(.tuesday, 719...840).map(\.limit) == Array(repeating: .time(Minutes(720)), count: 4))
        #expect(overlaps(.friday, 570...690) == [])
        #expect(overlaps(.friday, 570...690, centre: 600...720).map(\.locus.week) == [2])
    }

    @Test("Naming services narrows it to them")
    func narrowed() {
        #expect(overlaps(.tuesday, 570...690, besides: ["fixe"]) == [])
        #expect(overlaps(.tuesday, 570...690, besides: ["lr"]).count == 4)
        #expect(overlaps(.friday, 570...690, besides: ["lr"], centre: 600...720) == [])
        #expect(overlaps(.friday, 570...690, besides: ["fixe"], centre: 600...720).count == 1)
    }

    @Test("The share of listening hours outside of Monday to Friday 9 to 17 is told")
    func share() throws {
        func share(_ slots: [(Weekday, Int, Int)]) throws -> Double {
            var scenario = CompletePlan.scenario()
            scenario.listening[0].slots = slots.map {
                WeeklySlot(weekday: $0.0, hours: Interval(start: Minutes($0.1), end: Minutes($0.2)))
            }
            let found = ListeningApart().margin(in: PlanView(CompletePlan.plan(scenario)))?.found
            guard case .share(let share) = try #require(found) else { return -1 }
            return share
        }
        #expect(try share([(.tuesday, 1080, 1260)]) == 1)
        #expect(try share([(.tuesday, 960, 1080)]) == 0.5)
        #expect(try share([(.saturday, 600, 720), (.monday, 600, 720)]) == 0.5)
        #expect(try share([(.wednesday, 540, 1020)]) == 0)
    }
}
