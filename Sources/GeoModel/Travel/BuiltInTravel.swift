import Foundation

/// One way between two places by road.
public struct Leg: Hashable, Sendable {
    public var distance: Metres
    public var duration: Seconds

    public init(distance: Metres, duration: Seconds) {
        self.distance = distance
        self.duration = duration
    }
}

/// How a road is guessed where no network is given: straight line times a detour factor, at a speed that
/// depends on how dense the commune is.
public struct TravelParameters: Hashable, Sendable {
    public var detour = 1.3
    public var ruralSpeed = 45.0
    public var urbanSpeed = 25.0
    /// Density from which a commune is driven at the urban speed, inhabitants per km².
    public var urbanDensity = 1500.0

    public init() {}
}

/// A point with the speed of its surroundings.
public struct TravelPoint: Hashable, Sendable {
    public var position: Position
    public var speed: Double
}

/// Travel times and distances from straight lines. Symmetric by construction.
///
/// Rounds and families' access go by `Travel`, which takes a matrix where there is one. The need score keeps to
/// straight lines: it ranks communes by what lies around them, towns among it that no matrix of a service holds.
public struct BuiltInTravel: Sendable {
    public var parameters: TravelParameters

    public init(_ parameters: TravelParameters) { self.parameters = parameters }

    /// A place in a commune; a commune of unknown density counts as rural.
    public func point(at position: Position, in commune: Commune) -> TravelPoint {
        let urban = (commune.density ?? 0) >= parameters.urbanDensity
        return TravelPoint(position: position, speed: urban ? parameters.urbanSpeed : parameters.ruralSpeed)
    }

    /// Half of the way is driven at the speed of each end.
    public func leg(from a: TravelPoint, to b: TravelPoint) -> Leg {
        guard a.position != b.position else { return Leg(distance: .zero, duration: .zero) }
        let metres = a.position.greatCircle(to: b.position) * parameters.detour
        let seconds = metres * 3.6 * (0.5 / a.speed + 0.5 / b.speed)
        return Leg(distance: Metres(Int(metres.rounded())), duration: Seconds(Int(seconds.rounded())))
    }

    /// What a family of a commune travels to a stop at that commune's own centre:
    /// half the radius of a disc of the commune's area, times the detour factor.
    public func withinCommune(_ commune: Commune) -> Leg {
        let metres = 500 * (commune.areaKm2 / Double.pi).squareRoot() * parameters.detour
        let speed = point(at: commune.centre, in: commune).speed
        return Leg(distance: Metres(Int(metres.rounded())), duration: Seconds(Int((metres * 3.6 / speed).rounded())))
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
