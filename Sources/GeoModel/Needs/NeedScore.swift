/// One ingredient of a commune's intensity.
public struct NeedIngredient: Hashable, Sendable {
    public var indicator: NeedIndicator
    /// The figure used, in the unit of its source.
    public var figure: Double
    /// 0 to 1 within the territory, higher is more need.
    public var score: Double
    /// The commune's own figure is not published: the median of its EPCI stands in.
    public var imputed: Bool
    /// Weight × score as a share of the intensity, 0 to 1; 0 where the intensity is 0.
    public var share: Double
}

/// Intensity of need of one commune, 0 to 1, and what it is made of.
public struct NeedIntensity: Hashable, Sendable {
    public var commune: String
    public var value: Double
    public var ingredients: [NeedIngredient]

    /// Mean score of a dimension, 0 to 1; `nil` where nothing is known of it.
    public func score(of dimension: NeedDimension) -> Double? {
        let inside = ingredients.filter { $0.indicator.dimension == dimension }
        return inside.isEmpty ? nil : inside.reduce(0) { $0 + $1.score } / Double(inside.count)
    }
}

/// An indicator that is not used, and why.
public struct NeedOmission: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// No commune has a figure, nor a word that it is withheld.
        case notGiven
        /// In some EPCI fewer than half of the communes are published.
        case tooFewPublished(published: Int, communes: Int)
        /// The indicator it would stand in for is there.
        case replacedBy(NeedIndicator)
    }

    public var indicator: NeedIndicator
    public var reason: Reason

    public init(indicator: NeedIndicator, reason: Reason) {
        self.indicator = indicator
        self.reason = reason
    }
}

/// Need intensities of a territory, with what could not be measured.
public struct NeedScore: Hashable, Sendable {
    /// In the order of the communes given.
    public var intensities: [NeedIntensity]
    public var usedIndicators: [NeedIndicator]
    public var omissions: [NeedOmission]
    /// Weights of the dimensions as they were given.
    public var weights: DimensionWeights

    public var usedDimensions: [NeedDimension] {
        NeedDimension.allCases.filter { dimension in usedIndicators.contains { $0.dimension == dimension } }
    }

    /// Indicators without which the score is made, because their figures are lacking.
    public var leftOut: [NeedIndicator] {
        omissions.compactMap { if case .replacedBy = $0.reason { nil } else { $0.indicator } }
    }

    /// Share of each ingredient in the score: dimensions by their weights, an empty one sharing its weight out;
    /// equal inside a dimension.
    public func weight(of indicator: NeedIndicator) -> Double {
        guard usedIndicators.contains(indicator) else { return 0 }
        return Self.ingredientWeight(indicator, usedIndicators, weights)
    }

    /// - Parameters:
    ///   - communes: those the score is relative to.
    ///   - territory: the whole folder: facilities, complete lists, and the dense communes that are looked for.
    public init(
        communes: [Commune], in territory: Territory, parameters: NeedParameters = NeedParameters(),
        travel: BuiltInTravel
    ) {
        let figures = IndicatorFigures(
            communes, in: territory, maximumDensity: parameters.maximumDensity, travel: travel)
        let groups = communes.map(\.epci)
        var columns: [(indicator: NeedIndicator, figures: [Double], scores: [Double?], own: [Double?])] = []
        var omissions: [NeedOmission] = []
        let byStanding =
            NeedIndicator.allCases.filter { $0.standsInFor == nil }
            + NeedIndicator.allCases.filter { $0.standsInFor != nil }
        for indicator in byStanding {
            if let replaced = indicator.standsInFor, columns.contains(where: { $0.indicator == replaced }) {
                omissions.append(NeedOmission(indicator: indicator, reason: .replacedBy(replaced)))
                continue
            }
            let own = figures.values(of: indicator)
            guard let filled = Self.imputingMedians(own, by: groups) else {
                let published = own.count { $0 != nil }
                let isListed = communes.contains { $0.indicators.contains { $0.indicator == .need(indicator) } }
                let reason: NeedOmission.Reason =
                    published == 0 && !isListed
                    ? .notGiven : .tooFewPublished(published: published, communes: communes.count)
                omissions.append(NeedOmission(indicator: indicator, reason: reason))
                continue
            }
            let scores = Normalisation.scores(
                filled.map { $0 * indicator.direction.rawValue }, parameters.normalisation,
                low: parameters.clipLow / 100, high: parameters.clipHigh / 100)
            columns.append((indicator, filled, scores, own))
        }
        let order = Dictionary(uniqueKeysWithValues: NeedIndicator.allCases.enumerated().map { ($1, $0) })
        columns.sort { order[$0.indicator, default: 0] < order[$1.indicator, default: 0] }
        let used = columns.map(\.indicator)
        usedIndicators = used
        self.omissions = omissions.sorted { order[$0.indicator, default: 0] < order[$1.indicator, default: 0] }
        weights = parameters.dimensions
        let ingredientWeights = used.map { Self.ingredientWeight($0, used, parameters.dimensions) }
        intensities = communes.indices.map { index in
            let ingredients = columns.map { column in
                NeedIngredient(
                    indicator: column.indicator, figure: column.figures[index], score: column.scores[index] ?? 0.5,
                    imputed: column.own[index] == nil, share: 0)
            }
            let value = Self.intensity(of: ingredients, parameters.dimensions)
            var intensity = NeedIntensity(commune: communes[index].code, value: value, ingredients: ingredients)
            if value > 0 {
                for position in ingredients.indices {
                    intensity.ingredients[position].share =
                        ingredientWeights[position] * ingredients[position].score / value
                }
            }
            return intensity
        }
    }

    private static func ingredientWeight(
        _ indicator: NeedIndicator, _ used: [NeedIndicator], _ weights: DimensionWeights
    ) -> Double {
        let dimensions = Set(used.map(\.dimension))
        let total = NeedDimension.allCases.reduce(0) { $0 + (dimensions.contains($1) ? weights[$1] : 0) }
        guard total > 0 else { return 0 }
        return weights[indicator.dimension] / total / Double(used.count { $0.dimension == indicator.dimension })
    }

    /// Dimensions by their weights, equal weights inside; 0.5 where nothing is known.
    static func intensity(of ingredients: [NeedIngredient], _ weights: DimensionWeights) -> Double {
        var sum = 0.0
        var total = 0.0
        for dimension in NeedDimension.allCases {
            let inside = ingredients.filter { $0.indicator.dimension == dimension }
            guard !inside.isEmpty else { continue }
            sum += weights[dimension] * (inside.reduce(0) { $0 + $1.score } / Double(inside.count))
            total += weights[dimension]
        }
        return total > 0 ? sum / total : 0.5
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
