import FileAccess
import Optimizer

// From what a proof file holds to certificates. What a problem has is judged later, with the problem at hand
// (`CertificateRanges`): here only what the file itself must keep.

extension ServiceProof {
    /// - Throws: `ProofFault`.
    init(_ file: ProofOfService) throws(ProofFault) {
        var trees: [Tree] = []
        for (number, tree) in file.trees.enumerated() {
            let place = ProofFault.Place(service: file.id, tree: number)
            trees.append(
                Tree(
                    isDisaggregated: tree.isDisaggregated, numbers: tree.problem,
                    certificate: try TreeReading(tree, place).certificate()))
        }
        self.init(service: file.id, trees: trees)
    }
}

private struct TreeReading {
    private let tree: ProofTree
    private let place: ProofFault.Place
    private var cuts: [Int: CertifiedCut] = [:]

    init(_ tree: ProofTree, _ place: ProofFault.Place) throws(ProofFault) {
        self.tree = tree
        self.place = place
        for cut in tree.cuts {
            guard tree.rows.indices.contains(cut.row), cuts[cut.row] == nil else { throw .badCut(place) }
            if let demand = cut.demand, let threshold = cut.threshold {
                // What it has above its threshold follows from the gains of the problem.
                cuts[cut.row] = .cover(demand: demand, threshold: threshold, terms: [])
            } else if let kind = cut.kind, let week = cut.week, let limit = cut.limit,
                let multiplier = cut.multiplier, let divisor = cut.divisor
            {
                cuts[cut.row] = .rounding(
                    kind: kind, week: week, limit: limit, multiplier: multiplier, divisor: divisor)
            } else {
                throw .badCut(place)
            }
        }
    }

    func certificate() throws(ProofFault) -> TreeCertificate {
        var certificate = TreeCertificate()
        for node in tree.nodes {
            guard certificate.nodes[node.number] == nil else { throw .badNode(place, node.number) }
            certificate.nodes[node.number] = try self.node(node)
        }
        return certificate
    }

    private func node(_ node: ProofNode) throws(ProofFault) -> NodeCertificate {
        let bound = try duals(node.rows, node.duals, of: node.number)
        let fixing = try duals(node.fixingRows, node.fixingDuals, of: node.number)
        var exclusions: [Exclusion] = []
        for exclusion in node.exclusions ?? [] {
            guard let value = exclusion.value else { throw .badNode(place, node.number) }
            exclusions.append(value)
        }
        var answers: [NodeCertificate.Answer] = []
        for child in node.children ?? [] {
            guard let decision = child.decision.value else { throw .badNode(place, node.number) }
            answers.append(NodeCertificate.Answer(decision: decision, node: child.number))
        }
        let end: NodeCertificate.End =
            switch node.end {
            case .bounded: .bounded
            case .searched: .unplaceable
            case .branched: .branched(answers)
            }
        return NodeCertificate(
            claimed: node.claimed, bound: bound, fixing: fixing ?? [], exclusions: exclusions,
            listsRounds: node.listsRounds ?? false, end: end)
    }

    private func duals(_ rows: [Int]?, _ duals: [Double]?, of node: Int) throws(ProofFault) -> [CertifiedDual]? {
        guard rows != nil || duals != nil else { return nil }
        guard let rows, let duals, rows.count == duals.count, rows.allSatisfy(tree.rows.indices.contains) else {
            throw .badNode(place, node)
        }
        return zip(rows, duals).map { CertifiedDual(row: tree.rows[$0], cut: cuts[$0], dual: $1) }
    }
}

extension ProofExclusion {
    /// `nil` where something of it is missing.
    var value: Exclusion? {
        switch what {
        case .offer: offer.map { .offer($0) }
        case .stop: stop.map { .stop($0) }
        case .block:
            if let stop, let block { .block(stop: stop, block: block) } else { nil }
        }
    }
}

extension ProofDecision {
    /// `nil` where something of it is missing.
    var value: BranchDecision? {
        switch what {
        case .stopUsed: both(stop, isTaken).map { .stopUsed($0, $1) }
        case .offer: both(offer, isTaken).map { .offer($0, $1) }
        case .segment: both(segment, isTaken).map { .segment($0, $1) }
        case .fullDay: both(stop, isTaken).map { .fullDay($0, $1) }
        case .blocks: both(stop, isTaken).flatMap { stop, isTaken in bits.map { .blocks(stop: stop, $0, isTaken) } }
        case .adjacent:
            both(pair, isTaken).map { .adjacent(SegmentPair($0.0, $0.1), $1) }
        case .order:
            both(pair, isTaken).map { .order(SegmentOrder(morning: $0.0, afternoon: $0.1), $1) }
        case .phase: both(both(stop, pattern), isTaken).map { .phase(stop: $0.0, node: $0.1, $1) }
        case .atMost: both(row, count).map { .atMost($0, $1) }
        case .atLeast: both(row, count).map { .atLeast($0, $1) }
        }
    }

    private func both<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
        if let first, let second { (first, second) } else { nil }
    }

    private var pair: (Int, Int)? { both(segment, other) }

    private var bits: UInt128? {
        guard let blocks, blocks.allSatisfy((0..<UInt128.bitWidth).contains) else { return nil }
        return blocks.reduce(0) { $0 | 1 << UInt128($1) }
    }

    private var row: CountRow? {
        measure.map { CountRow(resource: $0 == .days ? .days : .halfDays, week: week, kind: kind) }
    }
}
