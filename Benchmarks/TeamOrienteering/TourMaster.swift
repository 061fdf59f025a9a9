import ColumnGeneration
import LinearSolver

/// The restricted master of Team Orienteering: max Σ score·x, each site at most once, at most so many tours, cuts.
///
/// Set packing over tours: Boussier, Feillet, Gendreau, 4OR 5, 2007. Rows, in order: the sites, the vehicles, the cuts.
package struct TourMaster: ColumnMaster, ~Copyable {
    package typealias Column = TourColumn
    package typealias Duals = TourDuals

    private let geometry: TourGeometry
    private var linear: LinearProblem
    private var branch: TourBranch
    package private(set) var columns: [TourColumn] = []
    private var known: Set<TourColumn> = []
    private var isOpen: [Bool] = []
    private(set) var cuts: [SubsetRowCut] = []
    private var knownCuts: Set<SubsetRowCut> = []
    private var needsDualSimplex = false
    /// Shares of the last solution, by column, and its value.
    package private(set) var shares: [Double] = []
    package private(set) var value = 0.0
    /// How much required sites are missed.
    private(set) var missing = 0.0

    private var instance: TeamOrienteeringInstance { geometry.instance }
    private var vehicleRow: Int { instance.count }
    /// The first columns stand in for required sites.
    private var firstTour: Int { instance.count }

    package static func root(_ geometry: TourGeometry) throws -> TourMaster {
        var master = TourMaster(geometry, try LinearProblem())
        try master.addRows()
        return master
    }

    private init(_ geometry: TourGeometry, _ linear: consuming LinearProblem) {
        self.geometry = geometry
        branch = TourBranch(geometry.arcs)
        self.linear = linear
    }

    private mutating func addRows() throws {
        for _ in 0..<instance.count { try linear.addRow(.atMost(1)) }
        try linear.addRow(.atMost(Double(instance.vehicles)))
        let penalty = -2.0 * Double(instance.worth.reduce(10, +))
        for site in 0..<instance.count {
            try linear.addColumn(.equal(0), objective: penalty, SparseVector([(index: site, value: 1)]))
        }
    }

    package mutating func solve(shouldStop: () -> Bool) throws -> TourDuals? {
        let outcome = try linear.solvePatiently(dual: needsDualSimplex, shouldStop: shouldStop)
        needsDualSimplex = false
        guard outcome.isOptimal else {
            if shouldStop() { return nil }
            throw TeamOrienteeringFailure.relaxationNotSolved
        }
        let values = try linear.columnValues()
        missing = values.prefix(firstTour).reduce(0, +)
        shares = Array(values.dropFirst(firstTour))
        value = try linear.objective()
        let raw = try linear.rowDuals()
        let sites = (0..<instance.count).map { branch.required.contains($0) ? raw[$0] : max(0, raw[$0]) }
        let prices = zip(cuts, raw.dropFirst(vehicleRow + 1)).map { (cut: $0.0, price: max(0, $0.1)) }
        return TourDuals(sites: sites, vehicle: max(0, raw[vehicleRow]), cuts: prices)
    }

    package mutating func add(_ found: [TourColumn]) throws -> Int {
        var added = 0
        for column in found where !column.tour.isEmpty && known.insert(column).inserted {
            var terms: [Int: Double] = [vehicleRow: 1]
            for site in column.tour { terms[site, default: 0] += 1 }
            for (index, cut) in cuts.enumerated() {
                let coefficient = cut.coefficient(column.tour)
                if coefficient > 0 { terms[vehicleRow + 1 + index] = Double(coefficient) }
            }
            let isAllowed = branch.allows(column, geometry.arcs)
            try linear.addColumn(
                isAllowed ? .atLeast(0) : .equal(0), objective: Double(column.score),
                SparseVector(terms.sorted { $0.key < $1.key }.map { (index: $0.key, value: $0.value) }))
            columns.append(column)
            isOpen.append(isAllowed)
            added += 1
        }
        return added
    }

    /// Cuts wait until no column is missing: see `addCuts`.
    package mutating func separate() throws -> Int { 0 }

    package func improves(_ column: TourColumn, _ duals: TourDuals) -> Bool {
        duals.reducedCost(column) > Tolerance.reducedCost
    }

    package func mixed(_ duals: TourDuals, _ other: TourDuals, weight: Double) -> TourDuals? {
        guard duals.cuts.count == other.cuts.count, duals.sites.count == other.sites.count else { return nil }
        func mix(_ a: Double, _ b: Double) -> Double { (1 - weight) * a + weight * b }
        return TourDuals(
            sites: zip(duals.sites, other.sites).map(mix), vehicle: mix(duals.vehicle, other.vehicle),
            cuts: zip(duals.cuts, other.cuts).map { (cut: $0.cut, price: mix($0.price, $1.price)) })
    }

    /// Lagrangian bound: every vehicle takes the best tour there is, or stays.
    package func bound(_ duals: TourDuals, _ pricing: PricingResult<TourColumn>) -> Bound? {
        guard let best = pricing.bestReducedCosts?.first else { return nil }
        return Bound(points: duals.constant + Double(instance.vehicles) * max(0, duals.vehicle + best))
    }
}

/// What the search for tours could not do.
package enum TeamOrienteeringFailure: Error, Hashable, Sendable {
    /// The simplex method gave up on a restricted master.
    case relaxationNotSolved
}

// Rows and branches.
extension TourMaster {
    /// Puts the decisions of a node in place of those before.
    mutating func apply(_ next: TourBranch) throws {
        for site in 0..<instance.count
        where next.required.contains(site) != branch.required.contains(site) {
            let isRequired = next.required.contains(site)
            try linear.setRow(site, isRequired ? .equal(1) : .atMost(1))
            try linear.setColumn(site, isRequired ? .atLeast(0) : .equal(0))
        }
        branch = next
        for (index, column) in columns.enumerated() {
            let isAllowed = next.allows(column, geometry.arcs)
            guard isAllowed != isOpen[index] else { continue }
            try linear.setColumn(firstTour + index, isAllowed ? .atLeast(0) : .equal(0))
            isOpen[index] = isAllowed
        }
        needsDualSimplex = true
    }

    mutating func addCuts(_ found: [SubsetRowCut]) throws -> Int {
        var added = 0
        for cut in found where knownCuts.insert(cut).inserted {
            var row = SparseVector()
            for (index, column) in columns.enumerated() {
                row.append(firstTour + index, Double(cut.coefficient(column.tour)))
            }
            try linear.addRow(.atMost(1), row)
            cuts.append(cut)
            added += 1
        }
        if added > 0 { needsDualSimplex = true }
        return added
    }

    /// Removes cuts that do not bind.
    mutating func dropSlackCuts() throws {
        let basic = try linear.rowIsBasic()
        let slack = cuts.indices.filter { basic[vehicleRow + 1 + $0] }
        try linear.deleteRows(slack.map { vehicleRow + 1 + $0 })
        for index in slack.reversed() { knownCuts.remove(cuts.remove(at: index)) }
    }

    /// Removes columns that are out of the basis and of low reduced cost, where there are too many.
    mutating func purge(_ duals: TourDuals, keeping limit: Int) throws {
        guard columns.count > 2 * limit else { return }
        let basic = try linear.columnIsBasic()
        let ranked = columns.indices.filter { !basic[firstTour + $0] }
            .map { (cost: duals.reducedCost(columns[$0]), index: $0) }.sorted {
                ($0.cost, $0.index) < ($1.cost, $1.index)
            }
        let gone = Set(ranked.prefix(columns.count - limit).map(\.index))
        try linear.deleteColumns(gone.map { firstTour + $0 })
        for index in gone { known.remove(columns[index]) }
        columns = columns.indices.filter { !gone.contains($0) }.map { columns[$0] }
        isOpen = isOpen.indices.filter { !gone.contains($0) }.map { isOpen[$0] }
        shares = []
    }

    /// Columns of the last solution, with their shares.
    var taken: [(column: TourColumn, share: Double)] {
        zip(columns, shares).compactMap { $1 > Tolerance.integrality ? (column: $0, share: $1) : nil }
    }
}
