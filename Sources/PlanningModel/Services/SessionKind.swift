import GeoModel

/// The five missions of a lieu ressources parentalité. Source: leaflet of the Caf du Nord.
public enum Mission: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    case information
    case welcome = "accueil"
    case groups = "collectifs"
    case services
    case actors = "acteurs"

    public static func < (a: Self, b: Self) -> Bool {
        Self.allCases.firstIndex(of: a)! < Self.allCases.firstIndex(of: b)!
    }
}

/// A kind of session that a service holds at some of its openings. Information and welcome need none: every opening
/// gives them.
public struct SessionKind: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var mission: Mission
    /// A lieu d'accueil enfants-parents: two accueillants at least (R03).
    public var isLaep: Bool
    /// Accueillants needed.
    public var accueillants: Int
    /// Who else comes, by role or trade, e.g. `médiateur familial`; empty where nobody.
    public var guest: String
    /// Weekdays on which it can be held; `nil` for all.
    public var weekdays: [Weekday]?
    public var timesInFourWeeks: Int
    /// Minutes; the whole opening where `nil`.
    public var length: Minutes?
    /// Identifiers of partners.
    public var partners: [String]
    /// Youngest and oldest age it is meant for, in years; `nil` for all ages.
    public var ages: AgeBand?
    /// For professionals: it does not count as reception of parents (à confirmer).
    public var isForProfessionals: Bool
    /// For parents or children with a disability too, by what it offers them.
    public var welcomesDisability: Presence
    /// Digital help given, e.g. `caf`, `ameli`.
    public var digitalHelp: [String]

    /// Accueillants of a lieu d'accueil enfants-parents where the programme does not say. Source: Caf, référentiel LAEP.
    public static let laepAccueillants = 2

    public init(
        id: String, name: String, mission: Mission, isLaep: Bool = false, accueillants: Int = 1, guest: String = "",
        weekdays: [Weekday]? = nil, timesInFourWeeks: Int = 1, length: Minutes? = nil, partners: [String] = [],
        ages: AgeBand? = nil, isForProfessionals: Bool = false, welcomesDisability: Presence = .unknown,
        digitalHelp: [String] = []
    ) {
        self.id = id
        self.name = name
        self.mission = mission
        self.isLaep = isLaep
        self.accueillants = accueillants
        self.guest = guest
        self.weekdays = weekdays
        self.timesInFourWeeks = timesInFourWeeks
        self.length = length
        self.partners = partners
        self.ages = ages
        self.isForProfessionals = isForProfessionals
        self.welcomesDisability = welcomesDisability
        self.digitalHelp = digitalHelp
    }
}

/// Ages in years, both included; before birth counts as 0.
public struct AgeBand: Hashable, Sendable, Codable {
    public var from: Int
    public var until: Int

    public init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }
}

/// What parents pay.
public enum Charge: CaseIterable, Hashable, Sendable, Codable {
    case free
    case symbolic
    case paid
    case unknown
}
