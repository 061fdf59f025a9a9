import ColumnGeneration

extension RoundList {
    /// What is left of the list where rounds need a reduced cost of at least `floor`; `nil` where that is most
    /// of it, or lists are too many.
    func shortened(
        from floor: Double, _ duals: RoundDuals, _ branch: BranchState, in problem: RoundsProblem
    ) -> RoundList? {
        guard earlier + 1 < Self.mostLists else { return nil }
        let limits = BranchState.SegmentLimits(branch)
        let kept = columns.indices.filter {
            branch.allows(columns[$0], limits) && problem.reducedCost(of: columns[$0], uses[$0], duals) >= floor
        }
        guard Double(kept.count) <= Self.shrinkage * Double(columns.count) else { return nil }
        return RoundList(kept.map { columns[$0] }, kept.map { uses[$0] }, earlier: earlier + 1)
    }
}

extension RoundPricing {
    /// All rounds whose reduced cost is at least `floor`; `nil` where there are more than `most`.
    package func rounds(from floor: Double, _ duals: RoundDuals, most: Int) -> [RoundColumn]? {
        var known: Set<RoundColumn> = []
        var found: [RoundColumn] = []
        let worths = segmentWorths(duals)
        for block in problem.blocks.indices {
            forEachAnchor(block, worths, duals) { anchor in
                guard found.count <= most else { return }
                anchor.forEachRound(from: floor) { column in
                    if known.insert(column).inserted { found.append(column) }
                    return found.count <= most
                }
            }
        }
        return found.count <= most ? found : nil
    }
}

extension AnchorPricing {
    /// Calls `body` with each round of this anchor whose reduced cost is at least `floor`, until it answers false.
    func forEachRound(from floor: Double, _ body: (RoundColumn) -> Bool) {
        let nodes = problem.tree.nodes
        var ways: [[(partner: Int, gain: Double)]?] = Array(repeating: nil, count: nodes.count)
        for root in nodes.indices {
            let own = worth(at: root)
            guard own.isFinite else { continue }
            if let column = fullDay(at: root, from: floor), !body(column) { return }
            guard allowsPartners, own + filled[root] >= floor else { continue }
            for node in problem.tree.subtree(root) where ways[node] == nil {
                ways[node] = self.ways(at: node).sorted { ($1.gain, $0.partner) < ($0.gain, $1.partner) }
            }
            func fill(_ open: [Int], _ value: Double, _ partners: [SegmentPattern]) -> Bool {
                guard let node = open.first else { return body(column(at: root, partners)) }
                let later = Array(open.dropFirst())
                let rest = value + later.reduce(0.0) { $0 + filled[$1] }
                for way in ways[node] ?? [] {
                    if rest + way.gain < floor { break }
                    guard way.partner >= 0 else {
                        if !fill(later, value + way.gain, partners) { return false }
                        continue
                    }
                    let isTaken = partners.contains {
                        $0.segment == way.partner || problem.overlap($0.segment, way.partner)
                    }
                    guard !isTaken else { continue }
                    let next = partners + [SegmentPattern(segment: way.partner, node: node)]
                    if !fill(later, value + way.gain, next) { return false }
                }
                let children = nodes[node].children
                guard children.count == 2, rest + filled[children[0]] + filled[children[1]] >= floor else {
                    return true
                }
                return fill(children + later, value, partners)
            }
            if !fill([root], own, []) { return }
        }
    }
}
