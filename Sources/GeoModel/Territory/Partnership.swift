/// A partner of the service, known by its kind and its place: no person, no telephone.
public struct Partner: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    /// Kind as the office names it, e.g. `pmi`, `maternite`, `ecole`.
    public var kind: String
    public var name: String
    public var commune: String
    /// Role to ask for, e.g. `référent parentalité`.
    public var contactRole: String
    public var standing: String

    public init(
        id: String, kind: String, name: String, commune: String, contactRole: String = "", standing: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.commune = commune
        self.contactRole = contactRole
        self.standing = standing
    }
}

/// A prison whose visits a relais enfants-parents accompanies.
public struct Prison: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var commune: String
    public var position: Position?
    /// When visits are held, OpenStreetMap `opening_hours`; empty where unknown.
    public var visitHours: String
    public var standing: String

    public init(
        id: String, name: String, commune: String, position: Position? = nil, visitHours: String = "",
        standing: String = ""
    ) {
        self.id = id
        self.name = name
        self.commune = commune
        self.position = position
        self.visitHours = visitHours
        self.standing = standing
    }
}
