/// What a day has in a row.
enum DayAmount: Hashable, Sendable {
    /// 1.
    case day
    case halfDays
    /// 1 for a day that is an evening at any hours, or a long one.
    case evening
    case longDay
    case minutes
    /// A mixed-integer rounding of the minutes.
    case rounded(MinuteRounding)
    /// Metres, minutes times the persons of the crew, or both, each times a factor.
    case use(perMetre: Double, perPersonMinute: Double)
}

/// `F(t) = ⌊m t / q⌋ (q − s) + max(0, m t mod q − s)`, where s is what is left of m H by q.
///
/// With whole x ≥ 0, `Σ t x ≤ H` gives `Σ F(t) x ≤ F(H)`. Source: Nemhauser and Wolsey, Integer and Combinatorial
/// Optimization, 1988, II.1.7.
struct MinuteRounding: Hashable, Sendable {
    var multiplier: Int
    var divisor: Int
    var limit: Int

    var gap: Int { divisor - multiplier * limit % divisor }
    var mostOfOneTeam: Int { value(limit) }

    func value(_ minutes: Int) -> Int {
        let whole = multiplier * minutes / divisor
        let over = multiplier * minutes - whole * divisor
        return whole * gap + max(0, over - (divisor - gap))
    }
}

/// A row as the audit understands it: in whole numbers where it can be, thousandths, minutes and metres.
struct AuditRow: Sendable {
    /// What rounds have in it.
    enum Part: Sendable {
        case nothing
        /// 1 for rounds that take the offer.
        case offer(Int)
        /// 1 for rounds in which two segments share a day.
        case pair(SegmentPair)
        /// An amount of each day, in these blocks and that week, or all weeks.
        case days(DayAmount, blocks: [Bool], week: Int?)
    }

    var part: Part = .nothing
    var lower: Double?
    var upper: Double?
    var boxes: [(box: Int, value: Double)] = []
    /// Thousandths for a unit of this row, where the dual is a point for a unit of the master's.
    var unit = 1000.0

    /// The price of a unit, with the sign that the row allows.
    func price(_ dual: Double) -> Double {
        guard dual.isFinite else { return 0 }
        if dual > 0, upper == nil { return 0 }
        if dual < 0, lower == nil { return 0 }
        return dual * unit
    }

    /// The most that the row itself adds at a price.
    func side(_ price: Double) -> Double { (price > 0 ? upper : lower) ?? 0 }
}

/// Something between 0 and a most that is no round: an offer taken, credit of a commune, overtime, part of a floor.
struct AuditBox: Sendable {
    var most: Double
    /// Thousandths of a point for a unit.
    var worth: Double
}
