import Foundation

/// Draws of shares that add up to 1 from a Dirichlet distribution.
public struct Dirichlet: Sendable {
    /// Shapes, all positive: the mean share of each is its part of their sum.
    public let shapes: [Double]
    private var random: SeededGenerator

    /// - Parameter shapes: those that are not positive get a share of 0 in every draw.
    public init(shapes: [Double], seed: UInt64) {
        self.shapes = shapes
        random = SeededGenerator(seed: seed)
    }

    /// The next draw; equal shares of what is positive where all draws fall below the smallest number.
    public mutating func next() -> [Double] {
        let drawn = shapes.map { $0 > 0 ? gamma(shape: $0) : 0 }
        let total = drawn.reduce(0, +)
        guard total > 0 else {
            let positive = shapes.count { $0 > 0 }
            return shapes.map { $0 > 0 ? 1 / Double(positive) : 0 }
        }
        return drawn.map { $0 / total }
    }

    /// Marsaglia & Tsang, A simple method for generating gamma variables, ACM TOMS 26, 2000; their boost for shapes
    /// below 1.
    private mutating func gamma(shape: Double) -> Double {
        if shape < 1 {
            let boosted = gamma(shape: shape + 1)
            return boosted * pow(uniform(), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if log(uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    /// Above 0 and below 1.
    private mutating func uniform() -> Double { (Double(random.next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// Box–Muller, one of the pair.
    private mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
