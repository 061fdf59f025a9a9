/// Whether communes make one territory: one EPCI, or EPCI that touch (rule R15).
///
/// Without the outlines of communes two EPCI touch where the centres of their nearest communes are near.
public struct TerritoryCoherence: Sendable {
    /// An EPCI that does not touch the rest.
    public struct Part: Hashable, Sendable {
        public var epci: String
        public var communes: Int
        /// From its nearest commune to that of another part.
        public var toTheRest: Metres
    }

    /// None where the communes are one territory; else each EPCI, in the order of its code.
    public let parts: [Part]
    /// Between the two communes that are farthest apart; `nil` where they are one territory.
    public let largestDistance: Metres?

    /// - Parameters:
    ///   - communes: those chosen. Of one whose EPCI is not known nothing can be said: it is left out.
    ///   - near: metres within which the centres of two communes count as neighbours.
    public init(_ communes: [Commune], near: Double) {
        let byEpci = Dictionary(grouping: communes.filter { !$0.epci.isEmpty }, by: \.epci)
        let codes = byEpci.keys.sorted()
        var gaps: [[Double]] = codes.map { _ in codes.map { _ in 0 } }
        for a in codes.indices {
            for b in codes.indices where a < b {
                gaps[a][b] = Self.gap(byEpci[codes[a]] ?? [], byEpci[codes[b]] ?? [])
                gaps[b][a] = gaps[a][b]
            }
        }
        let groups = Self.groups(codes.count) { gaps[$0][$1] <= near }
        guard Set(groups).count > 1 else {
            parts = []
            largestDistance = nil
            return
        }
        parts = codes.indices.map { own in
            let group = codes.indices.filter { groups[$0] == groups[own] }
            let others = codes.indices.filter { groups[$0] != groups[own] }
            let rest = group.flatMap { a in others.map { gaps[a][$0] } }.min() ?? 0
            return Part(
                epci: codes[own], communes: byEpci[codes[own]]?.count ?? 0, toTheRest: Metres(Int(rest.rounded())))
        }
        let all = byEpci.values.flatMap { $0 }
        var largest = 0.0
        for (index, commune) in all.enumerated() {
            for other in all[index...] { largest = max(largest, commune.centre.greatCircle(to: other.centre)) }
        }
        largestDistance = Metres(Int(largest.rounded()))
    }

    private static func gap(_ a: [Commune], _ b: [Commune]) -> Double {
        a.lazy.flatMap { one in b.lazy.map { one.centre.greatCircle(to: $0.centre) } }.min() ?? .infinity
    }

    /// The least member of each one's group.
    private static func groups(_ count: Int, touch: (Int, Int) -> Bool) -> [Int] {
        var group = Array(0..<count)
        for a in 0..<count {
            for b in 0..<count where a < b && group[a] != group[b] && touch(a, b) {
                let (low, high) = (min(group[a], group[b]), max(group[a], group[b]))
                for index in group.indices where group[index] == high { group[index] = low }
            }
        }
        return group
    }
}
