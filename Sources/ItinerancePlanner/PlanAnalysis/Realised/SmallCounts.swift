/// Numbers of people as they may be shown: small ones are not, nor the one from which a single hidden one could be worked out.
///
/// Source of the scheme: primary and secondary suppression in tables with totals, Hundepool et al. 2012, Statistical
/// Disclosure Control.
package struct SmallCounts: Sendable {
    package enum Shown: Hashable, Sendable {
        case count(Int)
        /// Counted, and not shown.
        case withheld
        /// Nobody counted.
        case unknown

        package var count: Int? { if case .count(let count) = self { count } else { nil } }
    }

    /// The least number that is shown; smaller ones are not, but for 0.
    package let threshold: Int

    package func shown(_ count: Int?) -> Shown {
        guard let count else { return .unknown }
        return count > 0 && count < threshold ? .withheld : .count(count)
    }

    /// Parts of a total that is shown too.
    package func parts(_ counts: [Int?]) -> [Shown] {
        var parts = counts.map(shown)
        guard parts.count(where: { $0 == .withheld }) == 1 else { return parts }
        let next = parts.indices.filter { (parts[$0].count ?? 0) > 0 }
            .min { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
        if let next { parts[next] = .withheld }
        return parts
    }

    package init(threshold: Int) {
        self.threshold = threshold
    }
}
