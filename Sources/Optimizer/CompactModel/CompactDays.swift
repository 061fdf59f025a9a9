import GeoModel
import LinearSolver
import PlanningModel

/// The days of the exported program that one segment of a block anchors, and the rows that keep its rounds together.
///
/// - `lone`, `full`: the anchor by itself in all weeks of a pattern, or with both halves of the day.
/// - `pair`: two segments of one pattern, held by the lower number.
/// - `part`: the anchor's days in some of its weeks, with a partner or none. Patterns form a tree, so that a round is a
///   flow down the tree: each half of a node is filled by one part, or by parts of its own halves (rows `balance`).
///
/// The anchor keeps its half and its start (R32): each *mode* of it, a half and a start, has parts of its own.
struct CompactDays {
    private let layout: CompactLayout
    private let limits: BranchState.SegmentLimits
    private let block: Int
    private let anchor: Int
    private let firstRow: Int
    private(set) var rows: [LinearRow] = []
    private(set) var columns: [LinearColumn] = []

    private var problem: RoundsProblem { layout.problem }
    private var label: String { "l\(block + 1),\(anchor)" }

    init(_ layout: CompactLayout, _ limits: BranchState.SegmentLimits, block: Int, anchor: Int, firstRow: Int) {
        self.layout = layout
        self.limits = limits
        self.block = block
        self.anchor = anchor
        self.firstRow = firstRow
        let nodes = layout.problem.tree.nodes.indices.filter { allows(anchor, $0) }
        guard !nodes.isEmpty else { return }
        let partners = layout.problem.segments.indices.filter {
            $0 != anchor && limits.nodes($0, block: block) != 0
        }
        for node in nodes {
            addAlone(node)
            for partner in partners where partner > anchor && allows(partner, node) { addPairs(node, partner) }
        }
        let tops = nodes.filter { !layout.problem.tree.nodes[$0].children.isEmpty }
        guard !tops.isEmpty else { return }
        for (number, mode) in layout.problem.modes(block, anchor, partners).enumerated() {
            for top in tops { addParts(top, mode, number) }
        }
    }

    private func allows(_ segment: Int, _ node: Int) -> Bool {
        limits.allows(SegmentPattern(segment: segment, node: node), block: block)
    }

    private mutating func addAlone(_ node: Int) {
        let pattern = SegmentPattern(segment: anchor, node: node)
        let round = RoundColumn(block: block, anchor: pattern, isFullDay: false, partners: [])
        let halves: [HalfDay?] = problem.namesHalfDays ? [.morning, .afternoon] : [nil]
        for half in halves {
            guard half.map({ problem.mayBeAlone(block, anchor, $0) }) ?? true else { continue }
            let suffix = half.map { $0 == .morning ? ",m" : ",a" } ?? ""
            add(round, "lone[\(label),n\(node)\(suffix)]", opens: half.map { [$0] } ?? [], links(pattern))
        }
        guard !problem.segments[anchor].isShort else { return }
        let full = RoundColumn(block: block, anchor: pattern, isFullDay: true, partners: [])
        add(full, "full[\(label),n\(node)]", opens: [.morning, .afternoon], links(pattern))
    }

    /// Both orders where neither is at least as good as the other in all that a day uses.
    private mutating func addPairs(_ node: Int, _ partner: Int) {
        let table = problem.table(block)
        let (first, last) = (table.pair(anchor, partner), table.pair(partner, anchor))
        // Where only one of the two counts for R01, the half it is in counts too.
        let isOpen = problem.namesHalfDays && problem.segments[anchor].halfDays != problem.segments[partner].halfDays
        func isBetter(_ a: DayCost, _ b: DayCost) -> Bool {
            !isOpen && a.work <= b.work && a.cost <= b.cost && a.metres <= b.metres && (!a.isEvening || b.isEvening)
                && (!a.isLong || b.isLong)
        }
        let keepsFirst = first.map { own in last.map { !isBetter($0, own) || isBetter(own, $0) } ?? true } ?? false
        let keepsLast = last.map { own in first.map { !isBetter($0, own) } ?? true } ?? false
        let pattern = SegmentPattern(segment: anchor, node: node)
        let other = SegmentPattern(segment: partner, node: node)
        for (order, keeps) in [(VisitOrder.anchorFirst, keepsFirst), (.anchorLast, keepsLast)] where keeps {
            let round = RoundColumn(
                block: block, anchor: pattern, isFullDay: false, partners: [other], order: order)
            let pair = order == .anchorFirst ? "\(anchor),\(partner)" : "\(partner),\(anchor)"
            add(
                round, "pair[l\(block + 1),\(pair),n\(node)]", opens: [.morning, .afternoon],
                links(pattern) + links(other))
        }
    }

    private mutating func addParts(_ top: Int, _ mode: AnchorMode, _ number: Int) {
        let tree = problem.tree
        var balance: [Int: Int] = [:]
        let below = tree.subtree(top).dropFirst()
        for node in [top] + below where !tree.nodes[node].children.isEmpty {
            balance[node] = firstRow + rows.count
            rows.append(
                LinearRow(.equal(0), named: "\(layout.prefix)balance[\(label),n\(top),m\(number),n\(node)]"))
        }
        var parents: [Int: Int] = [:]
        for node in [top] + below { for child in tree.nodes[node].children { parents[child] = node } }
        let order: VisitOrder = mode.half == .morning ? .anchorFirst : .anchorLast
        for node in below {
            let upward = upward(from: node, to: top, parents, balance)
            let part = SegmentPattern(segment: anchor, node: node)
            let name = "part[\(label),n\(top),m\(number),n\(node)"
            if mode.mayBeAlone {
                let round = RoundColumn(block: block, anchor: part, isFullDay: false, partners: [])
                add(round, "\(name),-]", opens: [mode.half], upward)
            }
            for partner in mode.partners where allows(partner, node) {
                let other = SegmentPattern(segment: partner, node: node)
                let round = RoundColumn(block: block, anchor: part, isFullDay: false, partners: [other], order: order)
                add(round, "\(name),\(partner)]", opens: [.morning, .afternoon], upward + links(other))
            }
        }
    }

    /// What a part counts for: in the first half of its parent it is +1 there and goes on upward, in the second −1.
    private func upward(
        from node: Int, to top: Int, _ parents: [Int: Int], _ balance: [Int: Int]
    ) -> [(row: Int, value: Double)] {
        var found: [(row: Int, value: Double)] = []
        var node = node
        while node != top, let parent = parents[node], let row = balance[parent] {
            guard problem.tree.nodes[parent].children[0] == node else { return found + [(row, -1)] }
            found.append((row, 1))
            node = parent
        }
        return found + links(SegmentPattern(segment: anchor, node: top))
    }

    /// A segment at its cadence takes its offers; of a stop that may come twice a week, also the weekday.
    private func links(_ taken: SegmentPattern) -> [(row: Int, value: Double)] {
        let offers = problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level)
        let weekday = problem.blocks[block].weekdays[0]
        return offers.map { (layout.linkRows[$0], 1) }
            + problem.segments[taken.segment].stops.compactMap { stop in
                layout.weekdayRow(stop: stop, weekday: weekday).map { ($0, 1) }
            }
    }

    /// Adds the days of a round, if they are legal.
    private mutating func add(
        _ round: RoundColumn, _ name: String, opens halves: [HalfDay], _ links: [(row: Int, value: Double)]
    ) {
        guard let use = problem.use(of: round) else { return }
        var terms = SparseVector(links.map { (index: $0.row, value: $0.value) })
        for (row, role) in layout.useRows { terms.append(row, problem.coefficient(role, round, use)) }
        if problem.namesHalfDays, problem.opensAtLeast > 0 {
            for week in problem.tree.nodes[round.anchor.node].weeks {
                for half in halves where counts(round, half) {
                    terms.append(
                        layout.openRow(week: week, weekday: problem.blocks[block].weekdays[0], half), -1)
                }
            }
        }
        for (row, first, second) in layout.orderRows {
            terms.append(row, Double(work(use, first) - work(use, second)) / 60)
        }
        columns.append(
            LinearColumn(
                .between(0, 1), objective: -Double(use.cost) / 1000, terms, named: layout.prefix + name, kind: .binary))
    }

    /// Whether what a round holds in a half counts for R01.
    private func counts(_ round: RoundColumn, _ half: HalfDay) -> Bool {
        guard let partner = round.partners.first else { return problem.segments[round.anchor.segment].halfDays > 0 }
        let halves = round.halves(with: partner.segment)
        return problem.segments[half == .morning ? halves.morning : halves.afternoon].halfDays > 0
    }

    private func work(_ use: RoundUse, _ part: CompactLayout.Alike) -> Int {
        switch part {
        case .week(let week): return use.work[week]
        case .weekday(let weekday):
            return problem.blocks[block].weekdays[0] == weekday ? use.work.reduce(0, +) : 0
        case .kind(let kind): return problem.blocks[block].kind == kind ? use.work.reduce(0, +) : 0
        }
    }
}

/// A half and a start of an anchor, and what the other half of its days may then hold.
struct AnchorMode {
    var half: HalfDay
    var partners: [Int]
    var mayBeAlone: Bool
}

extension RoundsProblem {
    func mayBeAlone(_ block: Int, _ segment: Int, _ half: HalfDay) -> Bool {
        let kind = kinds[blocks[block].kind]
        let driving = driving(kind.table, segment, nil)
        return starts[blocks[block].weekdayClass][segment].halves[half].contains {
            kind.clock.single(driving, segments[segment].shape, start: $0) != nil
        }
    }

    /// The modes of an anchor that leave it most: of two, where one may do all that the other may at the same cost, only
    /// that one.
    fileprivate func modes(_ block: Int, _ anchor: Int, _ partners: [Int]) -> [AnchorMode] {
        let own = starts[blocks[block].weekdayClass]
        let depot = kinds[blocks[block].kind].table
        let clock = kinds[blocks[block].kind].clock
        let table = table(block)
        let shape = segments[anchor].shape
        let alone = driving(depot, anchor, nil)
        var found: [(mode: AnchorMode, held: Set<Int>)] = []
        for half in [HalfDay.morning, .afternoon] {
            let open = partners.filter {
                (half == .morning ? table.pair(anchor, $0) : table.pair($0, anchor)) != nil
            }
            let ways = open.map { half == .morning ? driving(depot, anchor, $0) : driving(depot, $0, anchor) }
            for start in own[anchor].halves[half] {
                let met = open.indices.filter { index in
                    let partner = segments[open[index]].shape
                    return own[open[index]].halves[half == .morning ? .afternoon : .morning].contains { other in
                        half == .morning
                            ? clock.pair(ways[index], shape, partner, morning: start, afternoon: other) != nil
                            : clock.pair(ways[index], partner, shape, morning: other, afternoon: start) != nil
                    }
                }.map { open[$0] }
                guard !met.isEmpty else { continue }
                let mayBeAlone = clock.single(alone, shape, start: start) != nil
                let held = Set(met + (mayBeAlone ? [-1] : []))
                let canSwap = !namesHalfDays && !table.orderCounts[anchor]
                let isKnown = found.contains { ($0.mode.half == half || canSwap) && held.isSubset(of: $0.held) }
                guard !isKnown else { continue }
                found.removeAll { ($0.mode.half == half || canSwap) && $0.held.isSubset(of: held) }
                found.append((AnchorMode(half: half, partners: met, mayBeAlone: mayBeAlone), held))
            }
        }
        return found.map(\.mode)
    }
}
