import GeoModel

/// What a van carries and who may drive it.
public struct Van: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    /// Maximum laden mass (PTAC), kilograms.
    public var maximumMass: Int?
    public var seats: Int?
    /// What the van offers by itself. Where both spaces are there they are distinct and can be used at the same time.
    public var confidentialSpace: Presence
    public var collectiveSpace: Presence
    public var accessible: Presence
    public var recognisable: Presence
    /// Whether it needs no power at the stop.
    public var ownPower: Presence
    public var standing: String

    public init(
        id: String, name: String, maximumMass: Int? = nil, seats: Int? = nil, confidentialSpace: Presence = .unknown,
        collectiveSpace: Presence = .unknown, accessible: Presence = .unknown, recognisable: Presence = .unknown,
        ownPower: Presence = .unknown, standing: String = ""
    ) {
        self.id = id
        self.name = name
        self.maximumMass = maximumMass
        self.seats = seats
        self.confidentialSpace = confidentialSpace
        self.collectiveSpace = collectiveSpace
        self.accessible = accessible
        self.recognisable = recognisable
        self.ownPower = ownPower
        self.standing = standing
    }

    enum CodingKeys: String, CodingKey {
        case id
        case name = "nom"
        case maximumMass = "ptac_kg"
        case seats = "places"
        case confidentialSpace = "espace_confidentiel"
        case collectiveSpace = "espace_collectif"
        case accessible
        case recognisable = "identifiable"
        case ownPower = "autonome_electricite"
        case standing = "statut"
    }
}

/// What a person of a crew does there.
public enum StaffRole: String, Hashable, Sendable, Codable, CaseIterable {
    case accueillant
    case driver = "conducteur"
    case listener = "ecoutant"
    /// Can give urgent psychological help (R18).
    case urgentHelp = "aide_psychologique"
    /// Goes with children to a prison visit.
    case escort = "accompagnant"
}

/// A member of a crew, by an identifier of the employer's: never a name.
public struct StaffMember: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var crew: String
    public var roles: Set<StaffRole>
    /// Driving licence category, empty where none.
    public var licence: String
    /// Hours of the contract.
    public var weeklyHours: Minutes
    public var standing: String

    public init(
        id: String, crew: String, roles: Set<StaffRole>, licence: String = "", weeklyHours: Minutes,
        standing: String = ""
    ) {
        self.id = id
        self.crew = crew
        self.roles = roles
        self.licence = licence
        self.weeklyHours = weeklyHours
        self.standing = standing
    }

    enum CodingKeys: String, CodingKey {
        case id
        case crew = "equipe"
        case roles
        case licence = "permis"
        case weeklyHours = "minutes_semaine"
        case standing = "statut"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(crew, forKey: .crew)
        try container.encode(roles.map(\.rawValue).sorted(), forKey: .roles)
        try container.encode(licence, forKey: .licence)
        try container.encode(weeklyHours, forKey: .weeklyHours)
        try container.encode(standing, forKey: .standing)
    }
}

/// Kinds of itinerant service planned by rounds.
public enum ServiceKind: String, Hashable, Sendable, Codable, CaseIterable {
    case parentingResource = "LR"
    case firstThousandDays = "M1000J"

    public var volume: NeedVolume { self == .parentingResource ? .families : .births }
}

/// One funded service: its territory, the teams that serve it, and what it owes.
public struct Service: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var kind: ServiceKind
    /// Insee codes of the communes it serves, sorted.
    public var communes: [String]
    /// At least one; a van or a crew is in two teams only on different weekdays.
    public var teams: [Team]
    /// The points of the service are 1,000 times this factor.
    public var factor: Double
    public var forcedIn: [String]
    public var forcedOut: [String]
    public var floors: Floors
    public var budgets: Budgets
    public var pins: [Pin]
    /// Stops of the cycle before, where the plan is to go on from one; sorted by venue.
    public var formerStops: [FormerStop]
    /// Kinds of session it holds beyond information and welcome.
    public var programme: [SessionKind]
    public var charge: Charge
    /// The only ages it receives; `nil` for all, as a lieu ressources must (R06).
    public var ages: AgeBand?
    /// Partners it names as its own, by identifier (R13).
    public var partners: [String]

    public init(
        id: String, name: String, kind: ServiceKind, communes: [String], teams: [Team], factor: Double = 1,
        forcedIn: [String] = [], forcedOut: [String] = [], floors: Floors = Floors(), budgets: Budgets = Budgets(),
        pins: [Pin] = [], formerStops: [FormerStop] = [], programme: [SessionKind] = [], charge: Charge = .unknown,
        ages: AgeBand? = nil, partners: [String] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.communes = communes.sorted()
        self.teams = teams
        self.factor = factor
        self.forcedIn = forcedIn.sorted()
        self.forcedOut = forcedOut.sorted()
        self.floors = floors
        self.budgets = budgets
        self.pins = pins
        self.formerStops = formerStops.sorted { $0.venue < $1.venue }
        self.programme = programme
        self.charge = charge
        self.ages = ages
        self.partners = partners
    }

    enum CodingKeys: String, CodingKey {
        case id
        case name = "nom"
        case kind = "type"
        case communes
        case teams = "equipages"
        case factor = "poids"
        case forcedIn = "forcer"
        case forcedOut = "exclure"
        case floors = "planchers"
        case budgets
        case pins = "epingles"
        case formerStops = "arrets_precedents"
        case programme = "seances"
        case charge = "tarif"
        case ages
        case partners = "partenaires"
    }
}

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
        case name = "nom"
        case firstMonday = "premier_lundi"
        case territory = "territoire"
        case services
        case vans = "vehicules"
        case staff = "personnel"
        case calendar = "calendrier"
        case parameters = "parametres"
        case travelMatrix = "trajets"
        case learnedLegs = "trajets_appris"
        case listening = "ecoutes"
        case prisonRelays = "relais_enfants_parents"
        case centres = "lieux_fixes"
        case absences
        case calls = "appels"
        case publishedOn = "publie_le"
        case office = "bureau"
    }
}
