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
    /// Number and street, as on a letter; empty where unknown, as the four that follow.
    public var address: String
    public var postcode: String
    /// Where the van stands, in words for its driver.
    public var parking: String
    /// Who hands out the key, by office or role: never a name.
    public var keyHolder: String
    /// Of that office, never of a person.
    public var phone: String
    /// Day the facts were established.
    public var vintage: String
    public var source: String

    public var id: String { venue }

    public init(
        venue: String, confidentialSpace: Presence = .unknown, collectiveSpace: Presence = .unknown,
        ownAccess: Presence = .unknown, accessible: Presence = .unknown, recognisable: Presence = .unknown,
        power: Presence = .unknown, openingHours: String = "", address: String = "", postcode: String = "",
        parking: String = "", keyHolder: String = "", phone: String = "", vintage: String = "", source: String = ""
    ) {
        self.venue = venue
        self.confidentialSpace = confidentialSpace
        self.collectiveSpace = collectiveSpace
        self.ownAccess = ownAccess
        self.accessible = accessible
        self.recognisable = recognisable
        self.power = power
        self.openingHours = openingHours
        self.address = address
        self.postcode = postcode
        self.parking = parking
        self.keyHolder = keyHolder
        self.phone = phone
        self.vintage = vintage
        self.source = source
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

    public func isValid(on date: CivilDate) -> Bool { from <= date && until.map { date <= $0 } ?? true }
}
