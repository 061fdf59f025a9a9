import Optimizer

// From certificates to what a proof file holds of them.

extension ProofOfService {
    init(_ proof: ServiceProof) {
        id = proof.service
        trees = proof.trees.map(ProofTree.init)
    }
}

extension ProofTree {
    init(_ tree: ServiceProof.Tree) {
        var table = RowTable()
        isDisaggregated = tree.isDisaggregated
        problem = tree.numbers
        nodes = tree.certificate.nodes.sorted { $0.key < $1.key }.map { ProofNode($0.key, $0.value, &table) }
        rows = table.names
        cuts = table.cuts
    }
}

/// The rows of a tree, each named once. A row that GLPK numbered otherwise in another node is one row all the same.
private struct RowTable {
    private struct Key: Hashable {
        var row: String
        var cut: CertifiedCut?
    }

    private var places: [Key: Int] = [:]
    private(set) var names: [String] = []
    private(set) var cuts: [ProofCut] = []

    mutating func place(_ dual: CertifiedDual) -> Int {
        let key = Key(row: dual.row, cut: dual.cut)
        if let place = places[key] { return place }
        let place = names.count
        places[key] = place
        names.append(dual.row)
        switch dual.cut {
        case nil: break
        case .cover(let demand, let threshold, _):
            cuts.append(ProofCut(row: place, demand: demand, threshold: threshold))
        case .rounding(let kind, let week, let limit, let multiplier, let divisor):
            cuts.append(
                ProofCut(
                    row: place, kind: kind, week: week, limit: limit, multiplier: multiplier, divisor: divisor))
        }
        return place
    }
}

extension ProofNode {
    fileprivate init(_ number: Int, _ node: NodeCertificate, _ table: inout RowTable) {
        self.number = number
        claimed = node.claimed
        rows = node.bound.map { $0.map { table.place($0) } }
        duals = node.bound.map { $0.map(\.dual) }
        if !node.fixing.isEmpty {
            fixingRows = node.fixing.map { table.place($0) }
            fixingDuals = node.fixing.map(\.dual)
        }
        exclusions = node.exclusions.isEmpty ? nil : node.exclusions.map(ProofExclusion.init)
        listsRounds = node.listsRounds ? true : nil
        switch node.end {
        case .bounded: end = .bounded
        case .unplaceable: end = .searched
        case .branched(let answers):
            end = .branched
            children = answers.map { ProofChild(number: $0.node, decision: ProofDecision($0.decision)) }
        }
    }
}

extension ProofExclusion {
    init(_ exclusion: Exclusion) {
        switch exclusion {
        case .offer(let offer): self.init(what: .offer, offer: offer)
        case .stop(let stop): self.init(what: .stop, stop: stop)
        case .block(let stop, let block): self.init(what: .block, stop: stop, block: block)
        }
    }
}

extension ProofDecision {
    init(_ decision: BranchDecision) {
        switch decision {
        case .stopUsed(let stop, let isTaken): self.init(what: .stopUsed, isTaken: isTaken, stop: stop)
        case .offer(let offer, let isTaken): self.init(what: .offer, isTaken: isTaken, offer: offer)
        case .segment(let segment, let isTaken): self.init(what: .segment, isTaken: isTaken, segment: segment)
        case .blocks(let stop, let blocks, let isTaken):
            self.init(
                what: .blocks, isTaken: isTaken, stop: stop,
                blocks: (0..<UInt128.bitWidth).filter { blocks >> UInt128($0) & 1 == 1 })
        case .fullDay(let stop, let isTaken): self.init(what: .fullDay, isTaken: isTaken, stop: stop)
        case .adjacent(let pair, let isTaken):
            self.init(what: .adjacent, isTaken: isTaken, segment: pair.first, other: pair.second)
        case .order(let order, let isTaken):
            self.init(what: .order, isTaken: isTaken, segment: order.morning, other: order.afternoon)
        case .phase(let stop, let node, let isTaken):
            self.init(what: .phase, isTaken: isTaken, stop: stop, pattern: node)
        case .atMost(let row, let count): self.init(.atMost, row, count)
        case .atLeast(let row, let count): self.init(.atLeast, row, count)
        }
    }

    private init(_ what: What, _ row: CountRow, _ count: Int) {
        self.init(
            what: what, measure: row.resource == .days ? .days : .halfDays, week: row.week, kind: row.kind, count: count
        )
    }
}
