/// What is known of a venue where a van can stop. Each is yes, no or unknown, with one date and one source.
public struct VenueFacts: Hashable, Sendable, Codable, Identifiable {
    /// Identifier of the venue.
    public var venue: String
    public var confidentialSpace: Presence
    public var collectiveSpace: Presence
    public var ownAccess: Presence
    public var accessible: Presence
    public var recognisable: Presence
    public var power: Presence
    /// When the venue can be used, OpenStreetMap `opening_hours`; empty where unknown.
    public var openingHours: String
    /// Day the facts were established.
    public var vintage: String
    public var source: String

    public var id: String { venue }

    public init(
        venue: String, confidentialSpace: Presence = .unknown, collectiveSpace: Presence = .unknown,
        ownAccess: Presence = .unknown, accessible: Presence = .unknown, recognisable: Presence = .unknown,
        power: Presence = .unknown, openingHours: String = "", vintage: String = "", source: String = ""
    ) {
        self.venue = venue
        self.confidentialSpace = confidentialSpace
        self.collectiveSpace = collectiveSpace
        self.ownAccess = ownAccess
        self.accessible = accessible
        self.recognisable = recognisable
        self.power = power
        self.openingHours = openingHours
        self.vintage = vintage
        self.source = source
    }

    enum CodingKeys: String, CodingKey {
        case venue = "lieu"
        case confidentialSpace = "espace_confidentiel"
        case collectiveSpace = "espace_collectif"
        case ownAccess = "acces_propre"
        case accessible
        case recognisable = "identifiable"
        case power = "electricite"
        case openingHours = "horaires"
        case vintage = "millesime"
        case source
    }
}

/// A permit to park at a venue, as its commune gave it.
public struct ParkingPermit: Hashable, Sendable, Codable {
    public var venue: String
    public var from: CivilDate
    /// Last day; `nil` where the permit has no end.
    public var until: CivilDate?
    public var source: String

    public init(venue: String, from: CivilDate, until: CivilDate? = nil, source: String = "") {
        self.venue = venue
        self.from = from
        self.until = until
        self.source = source
    }

    enum CodingKeys: String, CodingKey {
        case venue = "lieu"
        case from = "du"
        case until = "au"
        case source
    }

    public func isValid(on date: CivilDate) -> Bool { from <= date && until.map { date <= $0 } ?? true }
}
