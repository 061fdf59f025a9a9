/// Duals of a certificate as prices, in thousandths of a point: what an offer, a shared day and each day's use cost, and what
/// the rows and boxes add by themselves. Valid for any duals: each is cut to the sign that its row allows.
struct AuditPrices: Sendable {
    let limits: AuditLimits
    /// Never below what rows and boxes add to the Lagrangian.
    let constant: Double
    /// What a round gains for an offer, and for a day that two segments share.
    private(set) var offerWorth: [Double]
    private(set) var pairWorth: [SegmentPair: Double] = [:]
    /// The reduced cost of taking an offer, by its box; never below it.
    let offerReducedCost: [Double]
    /// By block, then week.
    private(set) var tariffs: [[DayTariff]]

    init(_ model: AuditModel, _ limits: AuditLimits, _ duals: [CertifiedDual]) throws(AuditFailure.Reason) {
        let problem = model.problem
        self.limits = limits
        offerWorth = Array(repeating: 0, count: problem.offerCount)
        tariffs = problem.blocks.map { block in
            Array(
                repeating: DayTariff(
                    persons: problem.kinds[block.kind].crewSize, largest: model.largestDay[block.table]),
                count: problem.tree.weekCount)
        }
        var sum = CarefulSum()
        var reduced = model.boxes.map { CarefulSum($0.worth) }
        let changed = model.changedRows(limits)
        for entry in duals {
            let row: AuditRow
            if let cut = entry.cut {
                guard let own = model.row(of: cut) else { throw .invalidCut(entry.row) }
                row = own
            } else {
                guard let own = changed[entry.row] ?? model.row(entry.row, limits) else { throw .unknownRow(entry.row) }
                row = own
            }
            let price = row.price(entry.dual)
            guard price != 0 else { continue }
            sum.add(price, times: row.side(price))
            for term in row.boxes { reduced[term.box].add(-price, times: term.value) }
            switch row.part {
            case .nothing: break
            case .offer(let offer): offerWorth[offer] -= price
            case .pair(let pair): pairWorth[pair, default: 0] -= price
            case .days(let amount, let blocks, let week):
                for block in tariffs.indices where blocks[block] {
                    for own in tariffs[block].indices where week ?? own == own {
                        tariffs[block][own].charge(price, for: amount)
                    }
                }
            }
        }
        for (index, box) in model.boxes.enumerated() {
            if index < problem.offerCount, limits.isClosedOffer[index] { continue }
            sum.add(max(0, reduced[index].atMost), times: box.most)
        }
        constant = sum.atMost
        offerReducedCost = reduced.prefix(problem.offerCount).map(\.atMost)
    }

    /// How much rounding may take from the reduced cost of a round: less than 200 terms, that come to this size at most.
    func rounding(block: Int, stopsOfSegment: Int) -> Double {
        let offer = offerWorth.lazy.map(abs).max() ?? 0
        let pair = pairWorth.values.lazy.map(abs).max() ?? 0
        let segments = Double(tariffs[block].count + 1)
        let size = segments * (Double(stopsOfSegment) * offer + pair) + tariffs[block].reduce(0) { $0 + $1.size }
        return size * 0x1p-45
    }
}

/// What a day of a block costs in a week, by what it uses.
struct DayTariff: Sendable {
    /// No day comes to more than this, its terms taken without their signs.
    private(set) var size: Double
    private let persons: Double
    /// More than any day uses.
    private let largest: DayCost
    private var day = 0.0
    private var halfDay = 0.0
    private var evening = 0.0
    private var longDay = 0.0
    private var minute = 0.0
    private var metre = 0.0
    private var rounded: [(price: Double, rounding: MinuteRounding)] = []

    init(persons: Int, largest: DayCost) {
        self.persons = Double(persons)
        self.largest = largest
        size = Double(largest.cost)
    }

    mutating func charge(_ price: Double, for amount: DayAmount) {
        let minutes = Int(largest.work)
        switch amount {
        case .day:
            day += price
            size += abs(price)
        case .halfDays:
            halfDay += price
            size += 2 * abs(price)
        case .evening:
            evening += price
            size += abs(price)
        case .longDay:
            longDay += price
            size += abs(price)
        case .minutes:
            minute += price
            size += abs(price) * Double(minutes)
        case .rounded(let rounding):
            rounded.append((price, rounding))
            size += abs(price) * Double(rounding.value(minutes))
        case .use(let perMetre, let perPersonMinute):
            metre += price * perMetre
            minute += price * perPersonMinute * persons
            size += abs(price) * (perMetre * Double(largest.metres) + perPersonMinute * persons * Double(minutes))
        }
    }

    func worth(_ use: DayCost) -> Double {
        let minutes = Int(use.work)
        var price = Double(use.cost) + day + Double(use.halfDays) * halfDay
        price += Double(minutes) * minute + Double(use.metres) * metre
        if use.isEvening { price += evening }
        if use.isLong { price += longDay }
        for own in rounded { price += own.price * Double(own.rounding.value(minutes)) }
        return -price
    }
}
