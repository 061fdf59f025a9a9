import GeoModel

/// What a van does in 4 weeks, and what the service is without it.
public struct VanExplanation: Sendable {
    public var service: String
    public var van: String
    /// Days out, half-days open and communes with a stop of it.
    public var days: Int
    public var halfDays: Int
    public var stops: [StopState]
    public var metres: Metres
    /// Work of each person of its crew.
    public var work: Minutes
    /// The best plan of the other teams; `nil` where there is no other.
    public var without: PlanComparison?
}
