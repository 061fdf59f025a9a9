import GeoModel

/// Duals of the relaxation at the root of a service's search: the price of each limit there.
///
/// An estimate says where to look and how much to hope for: whole rounds, and cuts made for the limit as it is, keep it
/// from being the answer, which only a search gives. Source: Dantzig, Linear Programming and Extensions, 1963, chapter 12
/// (prices of resources).
struct RootDuals {
    private let own: PlanAtHand
    private let layout: MasterLayout
    /// Points for each unit of a row, by its name.
    private let prices: [String: Double]

    /// `nil` where the limits came before the root was done.
    ///
    /// - Throws: as `VariantSolver.best`.
    init?(_ own: PlanAtHand, _ solver: VariantSolver) throws {
        guard let tree = try solver.root(own.scenario, from: own.plan),
            let duals = tree.certificate.nodes[0]?.bound
        else { return nil }
        self.own = own
        layout = MasterLayout(tree.problem)
        prices = Dictionary(duals.map { ($0.row, $0.dual) }, uniquingKeysWith: { first, _ in first })
    }

    /// Points in 4 weeks that moving an obstacle brings by these prices; negative where it was tightened. `nil` where
    /// the obstacle is no row of the model: it settles which days there are.
    func estimate(_ relaxation: Relaxation) throws -> Double? {
        let other = relaxation.applied(to: own.scenario)
        let moved: MasterLayout
        do throws(ModelRefusal) { moved = MasterLayout(try RoundsProblem(other.services[0], in: other)) } catch {
            return nil
        }
        guard moved.names == layout.names else { return nil }
        var points = 0.0
        var isRow = false
        for (index, name) in layout.names.enumerated() {
            let (before, after) = (layout.rows[index], moved.rows[index])
            let change = ((after.upper ?? 0) - (before.upper ?? 0)) + ((after.lower ?? 0) - (before.lower ?? 0))
            guard change != 0 else { continue }
            isRow = true
            points += change * (prices[name] ?? 0)
        }
        return isRow ? points : nil
    }
}
