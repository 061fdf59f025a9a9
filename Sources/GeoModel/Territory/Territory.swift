/// A group of communes (établissement public de coopération intercommunale).
public struct Epci: Hashable, Sendable, Codable, Identifiable {
    public var code: String
    public var name: String
    public var id: String { code }

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

/// A named point a van can leave from or stop at.
public struct Place: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    /// Insee code of the commune it lies in.
    public var commune: String
    public var position: Position
    /// What the data say of its standing, e.g. `exemple fictif`; empty for a real, confirmed place.
    public var standing: String

    public init(id: String, name: String, commune: String, position: Position, standing: String = "") {
        self.id = id
        self.name = name
        self.commune = commune
        self.position = position
        self.standing = standing
    }
}

/// The communes of a project with the places in them, in the order of their codes and identifiers.
public struct Territory: Hashable, Sendable, Codable {
    public var communes: [Commune]
    public var epcis: [Epci]
    /// Where a van may stop.
    public var venues: [Place]
    public var depots: [Place]
    public var venueFacts: [VenueFacts]
    public var permits: [ParkingPermit]
    public var facilities: [Facility]
    public var completeLists: [CompleteList]
    public var partners: [Partner]
    public var prisons: [Prison]

    public init(
        communes: [Commune], epcis: [Epci], venues: [Place], depots: [Place], venueFacts: [VenueFacts] = [],
        permits: [ParkingPermit] = [], facilities: [Facility] = [], completeLists: [CompleteList] = [],
        partners: [Partner] = [], prisons: [Prison] = []
    ) {
        self.communes = communes.sorted { $0.code < $1.code }
        self.epcis = epcis.sorted { $0.code < $1.code }
        self.venues = venues.sorted { $0.id < $1.id }
        self.depots = depots.sorted { $0.id < $1.id }
        self.venueFacts = venueFacts.sorted { $0.venue < $1.venue }
        self.permits = permits.sorted { ($0.venue, $0.from) < ($1.venue, $1.from) }
        self.facilities = facilities.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
        self.completeLists = completeLists.sorted { ($0.kind, $0.zone) < ($1.kind, $1.zone) }
        self.partners = partners.sorted { $0.id < $1.id }
        self.prisons = prisons.sorted { $0.id < $1.id }
    }

    public func commune(_ code: String) -> Commune? { communes.first { $0.code == code } }
}
