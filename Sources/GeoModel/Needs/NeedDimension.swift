/// The four dimensions of need. Missing ones are said, and share their weight out.
public enum NeedDimension: CaseIterable, Hashable, Sendable, Codable {
    case familyFragility
    case distance
    case digitalIsolation
    case missingOffer
}

/// Weights of the four dimensions, in any unit: only their proportions count.
public struct DimensionWeights: Hashable, Sendable {
    public var familyFragility = 0.25
    public var distance = 0.25
    public var digitalIsolation = 0.25
    public var missingOffer = 0.25

    public init() {}

    public init(_ weights: [NeedDimension: Double]) {
        familyFragility = weights[.familyFragility] ?? 0
        distance = weights[.distance] ?? 0
        digitalIsolation = weights[.digitalIsolation] ?? 0
        missingOffer = weights[.missingOffer] ?? 0
    }

    public subscript(_ dimension: NeedDimension) -> Double {
        switch dimension {
        case .familyFragility: familyFragility
        case .distance: distance
        case .digitalIsolation: digitalIsolation
        case .missingOffer: missingOffer
        }
    }

    public var total: Double { NeedDimension.allCases.reduce(0) { $0 + self[$1] } }
}
