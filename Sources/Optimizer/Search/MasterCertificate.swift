// What a search hands out for the audit. Only here are rows of the master given their names.

extension RoundMaster {
    /// Duals of this node under the names of their rows. The rows of the duals must still be there.
    func certificate(of duals: RoundDuals) -> [CertifiedDual] {
        duals.rowDuals.indices.compactMap { index in
            let dual = rows[index].dual(duals.rowDuals[index])
            guard dual != 0 else { return nil }
            let (name, cut) = label(rows[index], index)
            return CertifiedDual(row: name, cut: cut, dual: dual)
        }
    }

    private func label(_ row: MasterRow, _ index: Int) -> (name: String, cut: CertifiedCut?) {
        if let cut = row.cover {
            let terms = cut.terms.map { Gain(offer: $0.offer, points: $0.points) }
            return (Self.name(cut), .cover(demand: cut.demand, threshold: cut.threshold, terms: terms))
        }
        switch row.role {
        case .workCut(let cut):
            return (
                Self.name(cut),
                .rounding(
                    kind: cut.kind, week: cut.week, limit: cut.limit, multiplier: cut.multiplier, divisor: cut.divisor)
            )
        case .together(let pair): return (Self.name(pair), nil)
        // Only cuts are ever dropped, and they come after the rows of the layout.
        default: return (layout.names[index], nil)
        }
    }
}

extension BranchState {
    /// What this state leaves out and another did not.
    func exclusions(since before: BranchState) -> [Exclusion] {
        var found: [Exclusion] = []
        for offer in forbiddenOffer.indices where forbiddenOffer[offer] && !before.forbiddenOffer[offer] {
            found.append(.offer(offer))
        }
        for stop in forbiddenStop.indices {
            if forbiddenStop[stop], !before.forbiddenStop[stop] { found.append(.stop(stop)) }
            let blocks = forbiddenBlocks[stop] & ~before.forbiddenBlocks[stop]
            for block in 0..<UInt128.bitWidth where blocks >> UInt128(block) & 1 == 1 {
                found.append(.block(stop: stop, block: block))
            }
        }
        return found
    }
}

/// What a node hands out of its proof.
struct NodeProof: Sendable {
    /// Duals of its best bound; `nil` where it has none of its own.
    var bound: [CertifiedDual]?
    /// What reduced-cost fixing went by, and what it ruled out.
    var fixing: [CertifiedDual] = []
    var exclusions: [Exclusion] = []
    var listsRounds = false
}

extension TreeCertificate {
    /// Keeps what a node hands out.
    mutating func note(_ node: Int, _ outcome: NodeOutcome, children: [NodeCertificate.Answer]) {
        guard let proof = outcome.proof else { return }
        let end: NodeCertificate.End =
            switch outcome.end {
            case .branched: .branched(children)
            // A plan that reaches the bound settles the node by the bound.
            case .decided(true) where outcome.plan?.value ?? .min < outcome.bound: .unplaceable
            default: .bounded
            }
        nodes[node] = NodeCertificate(
            claimed: outcome.bound, bound: proof.bound, fixing: proof.fixing, exclusions: proof.exclusions,
            listsRounds: proof.listsRounds, end: end)
    }

    /// A stop that the root's reduced costs rule out, once a plan is good enough for that.
    mutating func leaveOut(_ stop: Int) { nodes[0]?.exclusions.append(.stop(stop)) }
}
