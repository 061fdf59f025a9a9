import GeoModel

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
