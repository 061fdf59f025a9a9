import GeoModel

/// How long a van's way between two places took, by the observations of an earlier cycle; used in place of what roads say.
public struct LearnedLeg: Hashable, Sendable, Codable {
    /// Identifiers of a depot or a venue.
    public var from: String
    public var to: String
    public var duration: Seconds
    public var observations: Int

    public init(from: String, to: String, duration: Seconds, observations: Int) {
        self.from = from
        self.to = to
        self.duration = duration
        self.observations = observations
    }
}
