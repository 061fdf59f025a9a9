import ColumnGeneration

/// What was decided on the way to a node of the tree.
package struct TourBranch: Sendable {
    /// Sites that must be visited, and sites that must not.
    package var required = NodeSet.empty
    package var forbidden = NodeSet.empty
    /// Arcs that may be taken, by number.
    package var allowed: [Bool]

    package init(_ arcs: TourArcs) { allowed = Array(repeating: true, count: arcs.count) }

    func allows(_ column: TourColumn, _ arcs: TourArcs) -> Bool {
        guard column.sites.isDisjoint(with: forbidden) else { return false }
        var isAllowed = true
        arcs.forEach(column.tour) { if !allowed[$0] { isAllowed = false } }
        return isAllowed
    }

    /// Sites may be left out of pricing where they cost more than they bring only while every arc is there.
    var hasAllArcs: Bool { !allowed.contains(false) }

    mutating func forbid(_ site: Int) { forbidden.insert(site) }
    mutating func require(_ site: Int) { required.insert(site) }

    /// The arc from `a` to `b` is taken: nothing else leaves `a` or enters `b`.
    mutating func requireArc(_ a: Int, _ b: Int, _ arcs: TourArcs, count: Int) {
        required.insert(a)
        required.insert(b)
        for other in 0..<count {
            if other != b { allowed[arcs.between(a, other)] = false }
            if other != a { allowed[arcs.between(other, b)] = false }
        }
        allowed[arcs.last(a)] = false
        allowed[arcs.first(b)] = false
    }
}
