/// One way between two places by road.
public struct Leg: Hashable, Sendable {
    public var distance: Metres
    public var duration: Seconds

    public init(distance: Metres, duration: Seconds) {
        self.distance = distance
        self.duration = duration
    }
}

/// A point with the speed of its surroundings, and how far they reach.
public struct TravelPoint: Hashable, Sendable {
    public var position: Position
    public var speed: Double
    /// Metres from the middle of its town to the town's edge, were the town a disc of its area; 0 outside of towns.
    public var townRadius: Double
}

/// Travel times and distances from straight lines. Symmetric by construction.
///
/// Rounds and families' access go by `Travel`, which takes a matrix where there is one. The need score keeps to
/// straight lines: it ranks communes by what lies around them, towns among it that no matrix of a service holds.
public struct BuiltInTravel: Sendable {
    public let parameters: TravelParameters
    private let profile: SpeedProfile

    public init(_ parameters: TravelParameters) {
        self.parameters = parameters
        profile = SpeedProfile(parameters)
    }

    /// A place in a commune; a commune of unknown density counts as rural.
    public func point(at position: Position, in commune: Commune) -> TravelPoint {
        guard parameters.isUrban(commune) else { return openPoint(at: position) }
        return TravelPoint(
            position: position, speed: parameters.urbanSpeed,
            townRadius: 1000 * (commune.areaKm2 / Double.pi).squareRoot())
    }

    /// A place in no known commune.
    func openPoint(at position: Position) -> TravelPoint {
        TravelPoint(position: position, speed: parameters.ruralSpeed, townRadius: 0)
    }

    /// The ways out of a town run from its middle outwards: its radius is what is driven at the town's speed.
    public func leg(from a: TravelPoint, to b: TravelPoint) -> Leg {
        guard a.position != b.position else { return Leg(distance: .zero, duration: .zero) }
        let metres = a.position.greatCircle(to: b.position) * parameters.detour
        let seconds =
            switch parameters.law {
            case .townDisc: seconds(metres, inTowns: a.townRadius + b.townRadius)
            case .halves: metres * 3.6 * (0.5 / a.speed + 0.5 / b.speed)
            }
        return Leg(distance: Metres(Int(metres.rounded())), duration: Seconds(Int(seconds.rounded())))
    }

    private func seconds(_ metres: Double, inTowns towns: Double) -> Double {
        let town = min(metres, towns)
        return profile.townSeconds(town) + profile.openSeconds(metres - town)
    }

    /// No way between places as far apart takes less.
    func leastSeconds(straight metres: Double) -> Double {
        let road = metres * parameters.detour
        return switch parameters.law {
        case .townDisc: profile.leastSeconds(road)
        case .halves: road * 3.6 / max(parameters.ruralSpeed, parameters.urbanSpeed)
        }
    }

    /// What a family of a commune travels to a stop at that commune's own centre:
    /// half the radius of a disc of the commune's area, times the detour factor.
    public func withinCommune(_ commune: Commune) -> Leg {
        let metres = 500 * (commune.areaKm2 / Double.pi).squareRoot() * parameters.detour
        let here = point(at: commune.centre, in: commune)
        let seconds =
            switch parameters.law {
            case .townDisc: seconds(metres, inTowns: 2 * here.townRadius)
            case .halves: metres * 3.6 / here.speed
            }
        return Leg(distance: Metres(Int(metres.rounded())), duration: Seconds(Int(seconds.rounded())))
    }

    /// What a family of `commune` travels to a place in `placeCommune`: never less than inside its own commune
    /// when the place lies there.
    public func familyLeg(from commune: Commune, to place: Place, in placeCommune: Commune) -> Leg {
        let direct = leg(
            from: point(at: commune.centre, in: commune), to: point(at: place.position, in: placeCommune))
        guard commune.code == place.commune else { return direct }
        let inner = withinCommune(commune)
        return direct.duration > inner.duration ? direct : inner
    }
}
