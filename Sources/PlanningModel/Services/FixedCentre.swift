import GeoModel

/// A lieu ressources that does not travel, beside the vans: the same opening hours every week.
public struct FixedCentre: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var kind: ServiceKind
    /// Identifier of its place among the venues.
    public var venue: String
    /// All of the crew is there at every opening.
    public var crew: String
    public var openings: [WeeklySlot]
    public var charge: Charge
    public var standing: String

    public init(
        id: String, name: String, kind: ServiceKind, venue: String, crew: String, openings: [WeeklySlot],
        charge: Charge = .unknown, standing: String = ""
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.venue = venue
        self.crew = crew
        self.openings = openings
        self.charge = charge
        self.standing = standing
    }
}
