import GeoModel

/// What is wrong, or odd, with a matrix of ways.
package enum TravelFault: Hashable, Sendable {
    case tooManyNodes
    case unknownNode(String, near: [String])
    case moreUnknownNodes(Int)
    /// The same way with other figures before.
    case otherFigures(String, String, firstLine: Int)
    case toItself(String)
    case oddSpeed(String, String, Leg)
    case moreOddSpeeds(Int)
    /// Ways that a service needs and that are not there.
    case holes([TravelPair])
    /// Places for which the centre of their commune stands.
    case atCentre([String])
}

/// What is wrong, or worth telling, with durations learned from what happened.
package enum LearnedLegFault: Hashable, Sendable {
    case badLeast(String)
    /// The way, the duration planned and the one learned from so many observations.
    case used(String, String, Minutes, Minutes, Int)
    /// The way, its observations, and those that are needed.
    case tooFew(String, String, Int, Int)
    case notInScenario(String)
    case twice(Int)
}
