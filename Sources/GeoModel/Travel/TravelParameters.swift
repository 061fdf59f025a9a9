/// How the time of a way is guessed where no network is given.
public enum SpeedLaw: CaseIterable, Hashable, Sendable {
    /// The town's speed inside the town's own disc; beyond it a speed that grows with the length of the way.
    case townDisc
    /// Half of the way at the speed of each end, however far the other is: the law of plans made before the disc.
    case halves
}

/// How a road is guessed where no network is given: straight line times a detour factor, at speeds that
/// depend on how dense the communes at both ends are and on how long the way is.
public struct TravelParameters: Hashable, Sendable {
    public var law = SpeedLaw.townDisc
    public var detour = 1.3
    /// Speed on leaving the town or village, km/h.
    public var ruralSpeed = 45.0
    public var urbanSpeed = 25.0
    /// What each kilometre of open road adds to the speed, km/h; decision 32 says what it was measured on.
    public var speedGain = 1.5
    /// Beyond which the open road is no faster, km/h.
    public var maximumSpeed = 90.0
    /// Density from which a commune is driven at the urban speed, inhabitants per km².
    public var urbanDensity = 1500.0

    public init() {}

    /// A commune of unknown density counts as rural.
    public func isUrban(_ commune: Commune) -> Bool { (commune.density ?? 0) >= urbanDensity }
}
