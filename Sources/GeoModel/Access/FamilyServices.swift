/// How far a place lies from the services families use: school, nursery (EAJE), RPE, leisure centre or France services
/// (rule R14).
///
/// Only places with an address count: what travels is not there to be near. A place without a position stands at the
/// centre of its commune.
public struct FamilyServices: Sendable {
    public static let kinds: Set<FacilityKind> = [.school, .nursery, .rpe, .leisureCentre, .franceServices]

    /// What the tree's indices mean.
    private let facilities: [Facility]
    private let places: NearestPlaces

    public init(_ territory: Territory) {
        let centres = Dictionary(
            territory.communes.map { ($0.code, $0.centre) }, uniquingKeysWith: { first, _ in first })
        let placed = territory.facilities.compactMap { facility -> (Facility, Position)? in
            guard Self.kinds.contains(facility.kind), facility.itinerant != .present else { return nil }
            return (facility.position ?? centres[facility.commune]).map { (facility, $0) }
        }
        facilities = placed.map(\.0)
        places = NearestPlaces(placed.map(\.1))
    }

    /// The nearest of them and its distance as the crow flies, in whole metres; `nil` where none is known, which is not
    /// the same as far.
    public func nearest(to position: Position) -> (facility: Facility, metres: Int)? {
        places.nearest(to: position).map { (facilities[$0.index], Int($0.metres.rounded())) }
    }
}
