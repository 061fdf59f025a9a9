/// Places families use, and whose nearness or absence makes need.
public enum FacilityKind: CaseIterable, Hashable, Sendable, Codable {
    case socialCentre
    /// Espace de vie sociale: a smaller community venue.
    case communityVenue
    case laep
    case rpe
    case nursery
    case pmi
    case school
    case maternity
    case leisureCentre
    case franceServices
    case digitalHelp
    case transportStop
}

extension FacilityKind: Comparable {
    /// The order of facilities in a territory: fixed, since plans are recognised by a print of all they were made from.
    private static let order: [FacilityKind] = [
        .transportStop, .leisureCentre, .socialCentre, .nursery, .school, .communityVenue, .franceServices, .laep,
        .maternity, .digitalHelp, .pmi, .rpe,
    ]

    private static let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })

    public static func < (a: Self, b: Self) -> Bool { places[a, default: 0] < places[b, default: 0] }
}

/// A place families use, as a source lists it. What the source does not say is unknown.
public struct Facility: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var kind: FacilityKind
    public var name: String
    /// Insee code of the commune it lies in.
    public var commune: String
    /// `nil` where the source gives none: the centre of the commune then stands in, flagged.
    public var position: Position?
    /// Whether it travels.
    public var itinerant: Presence
    /// OpenStreetMap `opening_hours`, empty where unknown.
    public var openingHours: String
    /// Date of the source, `2021`, `2021-04` or `2021-04-30`.
    public var vintage: String
    public var source: String

    public init(
        id: String, kind: FacilityKind, name: String, commune: String, position: Position? = nil,
        itinerant: Presence = .unknown, openingHours: String = "", vintage: String = "", source: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.commune = commune
        self.position = position
        self.itinerant = itinerant
        self.openingHours = openingHours
        self.vintage = vintage
        self.source = source
    }
}

/// Someone vouches that every facility of a kind in a zone is in the list: only then does "none listed" mean "none".
public struct CompleteList: Hashable, Sendable, Codable {
    public var kind: FacilityKind
    /// Code of an EPCI (9 digits) or of a département (2 or 3 characters).
    public var zone: String
    /// Date of the statement, as in `Facility.vintage`.
    public var vintage: String
    public var source: String

    public init(kind: FacilityKind, zone: String, vintage: String = "", source: String = "") {
        self.kind = kind
        self.zone = zone
        self.vintage = vintage
        self.source = source
    }

    public func covers(_ commune: Commune) -> Bool { commune.epci == zone || commune.code.hasPrefix(zone) }
}
