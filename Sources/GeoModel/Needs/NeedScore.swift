/// One ingredient of a commune's intensity.
public struct NeedIngredient: Hashable, Sendable {
    public var indicator: NeedIndicator
    /// The figure used, in the unit of its source.
    public var figure: Double
    /// 0 to 1 within the territory, higher is more need.
    public var score: Double
    /// The commune's own figure is not published: the median of its EPCI stands in.
    public var imputed: Bool
}

/// Intensity of need of one commune, 0 to 1, and what it is made of.
public struct NeedIntensity: Hashable, Sendable {
    public var commune: String
    public var value: Double
    public var ingredients: [NeedIngredient]
}

/// Need intensities of a territory, with what could not be measured.
public struct NeedScore: Hashable, Sendable {
    public var intensities: [NeedIntensity]
    public var usedIndicators: [NeedIndicator]
    /// Indicators left out because too few communes of some EPCI publish them.
    public var leftOut: [NeedIndicator]

    public var usedDimensions: [NeedDimension] {
        NeedDimension.allCases.filter { dimension in usedIndicators.contains { $0.dimension == dimension } }
    }

    /// - Parameters:
    ///   - communes: the territory the score is relative to.
    ///   - surroundings: every commune of the folder, among which the nearest dense one is looked for.
    ///   - denseFrom: inhabitants per km² from which a commune counts as dense.
    public init(communes: [Commune], surroundings: [Commune], denseFrom: Double, travel: BuiltInTravel) {
        let towns = surroundings.filter { ($0.density ?? 0) >= denseFrom }
            .map { travel.point(at: $0.centre, in: $0) }
        let toTown = communes.map { commune -> Double? in
            let here = travel.point(at: commune.centre, in: commune)
            return towns.map { Double(travel.leg(from: here, to: $0).duration.count) / 60 }.min()
        }
        var used: [NeedIndicator] = []
        var leftOut: [NeedIndicator] = []
        var scores: [[NeedIngredient]] = Array(repeating: [], count: communes.count)
        for indicator in NeedIndicator.allCases {
            let own = communes.indices.map { indicator.figure(of: communes[$0], minutesToTown: toTown[$0]) }
            guard let filled = Self.imputingMedians(own, by: communes.map(\.epci)) else {
                leftOut.append(indicator)
                continue
            }
            used.append(indicator)
            let normalised = Normalisation.clippedMinMax(filled.map { $0 * indicator.direction })
            for index in communes.indices {
                scores[index].append(
                    NeedIngredient(
                        indicator: indicator, figure: filled[index], score: normalised[index] ?? 0.5,
                        imputed: own[index] == nil))
            }
        }
        usedIndicators = used
        self.leftOut = leftOut
        intensities = communes.indices.map { index in
            NeedIntensity(
                commune: communes[index].code, value: Self.intensity(of: scores[index]), ingredients: scores[index])
        }
    }

    /// Equal weights between the dimensions that hold something, equal weights inside; 0.5 where nothing is known.
    static func intensity(of ingredients: [NeedIngredient]) -> Double {
        let means = NeedDimension.allCases.compactMap { dimension -> Double? in
            let inside = ingredients.filter { $0.indicator.dimension == dimension }
            return inside.isEmpty ? nil : inside.reduce(0) { $0 + $1.score } / Double(inside.count)
        }
        return means.isEmpty ? 0.5 : means.reduce(0, +) / Double(means.count)
    }

    /// Fills a gap with the median of the EPCI where at least half of its communes are published;
    /// `nil` where some EPCI is too little known, which leaves the indicator out.
    static func imputingMedians(_ values: [Double?], by groups: [String]) -> [Double]? {
        var members: [String: [Int]] = [:]
        for index in values.indices { members[groups[index], default: []].append(index) }
        var filled = values
        for (_, indices) in members {
            let known = indices.compactMap { values[$0] }
            if known.count == indices.count { continue }
            guard 2 * known.count >= indices.count, let median = Normalisation.median(known) else { return nil }
            for index in indices where values[index] == nil { filled[index] = median }
        }
        return filled.compactMap { $0 }
    }
}
