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
}
