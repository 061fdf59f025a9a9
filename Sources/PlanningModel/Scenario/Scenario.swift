import GeoModel

/// All a plan depends on. A plan carries its scenario, so that it can be checked from its file alone.
public struct Scenario: Hashable, Sendable, Codable {
    public var name: String
    public var firstMonday: CivilDate
    public var territory: Territory
    public var services: [Service]
    public var vans: [Van]
    public var staff: [StaffMember]
    public var calendar: ClosureCalendar
    public var parameters: Parameters
    /// Real ways, where they are given: only the nodes and pairs the services need.
    public var travelMatrix: TravelMatrix?
    /// What an earlier cycle showed of some ways, sorted by their ends; `nil` where the scenario names no such file.
    public var learnedLegs: [LearnedLeg]?
    /// Services at fixed times, beside the rounds.
    public var listening: [ListeningService]
    public var prisonRelays: [PrisonRelay]
    public var centres: [FixedCentre]
    public var absences: [Absence]
    public var calls: [CallCount]
    /// Day on which the staff is given its schedule (R29); `nil` where not said.
    public var publishedOn: CivilDate?
    /// Who publishes the plan.
    public var office: Office
    /// Teams of services that are left aside, whose share of a crew stays theirs; in no file.
    package var teamsElsewhere: [Team] = []

    public init(
        name: String, firstMonday: CivilDate, territory: Territory, services: [Service], vans: [Van],
        staff: [StaffMember], calendar: ClosureCalendar, parameters: Parameters, travelMatrix: TravelMatrix? = nil,
        listening: [ListeningService] = [], prisonRelays: [PrisonRelay] = [], centres: [FixedCentre] = [],
        absences: [Absence] = [], calls: [CallCount] = [], publishedOn: CivilDate? = nil,
        office: Office = Office()
    ) {
        self.name = name
        self.firstMonday = firstMonday
        self.territory = territory
        self.services = services
        self.vans = vans
        self.staff = staff
        self.calendar = calendar
        self.parameters = parameters
        self.travelMatrix = travelMatrix
        self.listening = listening
        self.prisonRelays = prisonRelays
        self.centres = centres
        self.absences = absences
        self.calls = calls
        self.publishedOn = publishedOn
        self.office = office
    }

    public func crew(of team: Team) -> [StaffMember] { staff.filter { $0.crew == team.crew } }
    public func depot(of team: Team) -> Place? { territory.depots.first { $0.id == team.depot } }

    /// The date of a day of a week of the cycle, weeks counted from 1.
    public func date(week: Int, _ weekday: Weekday) -> CivilDate {
        firstMonday.adding(days: 7 * (week - 1) + weekday.rawValue)
    }

    /// From its first Monday to its last Sunday.
    public var firstCycle: ClosedRange<CivilDate> {
        firstMonday...firstMonday.adding(days: 7 * parameters.cycleWeeks - 1)
    }

    enum CodingKeys: String, CodingKey {
        case name
        case firstMonday
        case territory
        case services
        case vans
        case staff
        case calendar
        case parameters
        case travelMatrix
        case learnedLegs
        case listening
        case prisonRelays
        case centres
        case absences
        case calls
        case publishedOn
        case office
    }
}
