import GeoModel

/// What a person of a crew does there.
public enum StaffRole: Hashable, Sendable, Codable, CaseIterable {
    case accueillant
    case driver
    case listener
    /// Can give urgent psychological help (R18).
    case urgentHelp
    /// Goes with children to a prison visit.
    case escort
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
}
