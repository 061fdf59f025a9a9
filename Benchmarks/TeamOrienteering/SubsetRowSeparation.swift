import ColumnGeneration

/// Finds subset-row cuts of three sites that a fractional solution violates.
enum SubsetRowSeparation {
    /// The most violated first; no site in more than `perSite` of them.
    static func run(
        _ taken: [(column: TourColumn, share: Double)], sites: Int, limit: Int, perSite: Int, fullMemory: Bool
    ) -> [SubsetRowCut] {
        let fractional = taken.filter { $0.share < 1 - Tolerance.integrality }
        var together = Array(repeating: 0.0, count: sites * sites)
        var touched = NodeSet.empty
        for (column, share) in fractional {
            let members = column.sites.members
            touched = touched.union(column.sites)
            for a in members { for b in members where a != b { together[a * sites + b] += share } }
        }
        let members = touched.members
        var found: [(excess: Double, set: NodeSet)] = []
        for (first, a) in members.enumerated() {
            for (offset, b) in members.dropFirst(first + 1).enumerated() {
                let ab = together[a * sites + b]
                for c in members.dropFirst(first + offset + 2) {
                    // The three pairs count a tour with all three thrice, the cut once.
                    guard ab + together[a * sites + c] + together[b * sites + c] > 1 + minimalExcess else { continue }
                    let set = NodeSet([a, b, c])
                    var sum = 0.0
                    for (column, share) in fractional where column.sites.intersection(set).count >= 2 {
                        sum += share * Double(column.tour.reduce(0) { set.contains($1) ? $0 + 1 : $0 } / 2)
                    }
                    if sum > 1 + minimalExcess { found.append((sum - 1, set)) }
                }
            }
        }
        found.sort {
            abs($0.excess - $1.excess) > 1e-9
                ? $0.excess > $1.excess : $0.set.members.lexicographicallyPrecedes($1.set.members)
        }
        var uses = Array(repeating: 0, count: sites)
        var cuts: [SubsetRowCut] = []
        for (_, set) in found {
            guard set.members.allSatisfy({ uses[$0] < perSite }) else { continue }
            for site in set.members { uses[site] += 1 }
            cuts.append(
                SubsetRowCut(sites: set, memory: fullMemory ? .all(sites) : memory(set, fractional.map(\.column))))
            if cuts.count == limit { break }
        }
        return cuts
    }

    private static let minimalExcess = 0.05

    /// The sites between those that count, on every tour that the cut is to see.
    private static func memory(_ set: NodeSet, _ columns: [TourColumn]) -> NodeSet {
        var memory = set
        for column in columns where column.sites.intersection(set).count >= 2 {
            var open: [Int]?
            for site in column.tour {
                if set.contains(site) {
                    if let between = open {
                        for other in between { memory.insert(other) }
                        open = nil
                    } else {
                        open = []
                    }
                } else {
                    open?.append(site)
                }
            }
        }
        return memory
    }
}
