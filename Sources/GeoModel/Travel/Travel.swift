/// How long and how far it is from one place to another: by a matrix where there is one, else by straight lines.
///
/// The way back may differ from the way there. With a matrix, a venue or depot takes its own node, or that of its
/// commune where it has none; two places on one node are a straight line apart (`BuiltInTravel`).
public struct Travel: Sendable {
    public let builtIn: BuiltInTravel
    public let matrix: TravelMatrix?
    private let communes: [String: Commune]
    /// Durations of a van between two places, by their identifiers, that stand before all others.
    private let learned: [TravelPair: Seconds]

    public init(
        _ parameters: TravelParameters, matrix: TravelMatrix? = nil, communes: [Commune],
        learned: [TravelPair: Seconds] = [:]
    ) {
        builtIn = BuiltInTravel(parameters)
        self.matrix = matrix
        self.learned = learned
        self.communes = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The node that stands for a place: its own where the matrix has it, else that of its commune.
    public func node(of place: Place) -> String {
        matrix?.contains(place.id) ?? false ? place.id : place.commune
    }

    /// The way of a van between two places; `nil` where the commune of one is unknown, or the matrix has a hole.
    public func leg(from: Place, to: Place) -> Leg? {
        guard let leg = roadLeg(from: from, to: to) else { return nil }
        guard let duration = learned[TravelPair(from: from.id, to: to.id)] else { return leg }
        return Leg(distance: leg.distance, duration: duration)
    }

    private func roadLeg(from: Place, to: Place) -> Leg? {
        guard let fromCommune = communes[from.commune], let toCommune = communes[to.commune] else { return nil }
        if let matrix {
            let (start, end) = (node(of: from), node(of: to))
            if start != end { return matrix[start, end] }
        }
        return builtIn.leg(
            from: builtIn.point(at: from.position, in: fromCommune), to: builtIn.point(at: to.position, in: toCommune))
    }

    /// The way of a family from the centre of its commune to a place: inside the commune never less than
    /// `BuiltInTravel.withinCommune`. `nil` as for `leg`.
    public func familyLeg(from commune: Commune, to place: Place) -> Leg? {
        guard let placeCommune = communes[place.commune] else { return nil }
        guard let matrix, node(of: place) != commune.code else {
            return builtIn.familyLeg(from: commune, to: place, in: placeCommune)
        }
        guard let direct = matrix[commune.code, node(of: place)] else { return nil }
        guard commune.code == place.commune else { return direct }
        let inner = builtIn.withinCommune(commune)
        return direct.duration > inner.duration ? direct : inner
    }
}
