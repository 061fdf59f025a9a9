import ColumnGeneration

/// A tour as a column of the master. A relaxed tour may come back to a site.
package struct TourColumn: Hashable, Sendable {
    package let tour: [Int]
    package let score: Int
    package let sites: NodeSet

    package init(_ tour: [Int], _ instance: TeamOrienteeringInstance) {
        self.tour = tour
        score = instance.score(tour)
        sites = NodeSet(tour)
    }

    package var isElementary: Bool { sites.count == tour.count }

    package static func == (a: Self, b: Self) -> Bool { a.tour == b.tour }
    package func hash(into hasher: inout Hasher) { hasher.combine(sites) }
}

/// At most one of the tours that visit two of three sites: Σ ⌊½ visits⌋ x ≤ 1, where only visits with no site outside
/// `memory` between them count together. Jepsen et al. 2008; limited memory: Pecin et al. 2017.
package struct SubsetRowCut: Hashable, Sendable {
    package var sites: NodeSet
    package var memory: NodeSet

    package init(sites: NodeSet, memory: NodeSet) {
        self.sites = sites
        self.memory = memory.union(sites)
    }

    package func coefficient(_ tour: [Int]) -> Int {
        var pairs = 0
        var isHalf = false
        for site in tour {
            guard memory.contains(site) else {
                isHalf = false
                continue
            }
            guard sites.contains(site) else { continue }
            if isHalf { pairs += 1 }
            isHalf.toggle()
        }
        return pairs
    }
}

/// Duals of the master: the price of each site, of a vehicle, of each cut.
package struct TourDuals: Sendable {
    package var sites: [Double]
    package var vehicle: Double
    package var cuts: [(cut: SubsetRowCut, price: Double)]

    package init(sites: [Double], vehicle: Double, cuts: [(cut: SubsetRowCut, price: Double)]) {
        self.sites = sites
        self.vehicle = vehicle
        self.cuts = cuts
    }

    /// Reduced profit `c − Aᵀπ` of a column, without the price of its vehicle.
    package func gain(_ column: TourColumn) -> Double {
        var gain = Double(column.score)
        for site in column.tour { gain -= sites[site] }
        for (cut, price) in cuts where price > 0 { gain -= price * Double(cut.coefficient(column.tour)) }
        return gain
    }

    package func reducedCost(_ column: TourColumn) -> Double { gain(column) - vehicle }

    /// The constant part of the Lagrangian, without the vehicles.
    package var constant: Double { sites.reduce(0, +) + cuts.reduce(0) { $0 + $1.price } }
}
