/// A stay taken at a week pattern.
package struct StayPattern: Hashable, Sendable {
    package var stay: Int
    /// Node of the pattern tree.
    package var node: Int

    package init(stay: Int, node: Int) {
        self.stay = stay
        self.node = node
    }
}

/// Whether the anchor of a column opens in the morning, before its partners.
package enum VisitOrder: Hashable, Sendable {
    /// Decided later, with the hours.
    case either
    case anchorFirst
    case anchorLast

    /// The same days seen from the partner.
    package var reversed: VisitOrder {
        switch self {
        case .either: .either
        case .anchorFirst: .anchorLast
        case .anchorLast: .anchorFirst
        }
    }
}

/// Two stays of one day, in the order they are driven to.
package struct StayOrder: Hashable, Sendable {
    package var morning: Int
    package var afternoon: Int

    package init(morning: Int, afternoon: Int) {
        self.morning = morning
        self.afternoon = afternoon
    }
}

/// Two stays, in ascending order.
package struct StayPair: Hashable, Sendable {
    package let first: Int
    package let second: Int

    package init(_ a: Int, _ b: Int) {
        first = min(a, b)
        second = max(a, b)
    }
}

/// The column: days of one lane that must share a weekday because they share a stay.
///
/// The anchor holds one half-day in every week of its pattern, or both halves on full days; partners hold the
/// other half in parts of those weeks. Days are counted, not named: weekday and hours come later.
package struct RoundColumn: Hashable, Sendable {
    package var lane: Int
    package var anchor: StayPattern
    package var isFullDay: Bool
    /// In the order of their first week.
    package var partners: [StayPattern]
    /// `.either` exactly where the order of the stays changes neither work nor cost nor lawfulness of any day.
    package var order: VisitOrder

    package init(
        lane: Int, anchor: StayPattern, isFullDay: Bool, partners: [StayPattern], order: VisitOrder = .either
    ) {
        self.lane = lane
        self.anchor = anchor
        self.isFullDay = isFullDay
        self.partners = partners
        self.order = order
    }

    /// Morning and afternoon of a day that the anchor shares with a partner; where the order is open, the anchor comes
    /// first.
    func halves(with partner: Int) -> StayOrder {
        order == .anchorLast
            ? StayOrder(morning: partner, afternoon: anchor.stay)
            : StayOrder(morning: anchor.stay, afternoon: partner)
    }

    package var stays: [StayPattern] { [anchor] + partners }

    /// Stays that share a day.
    var adjacentPairs: [StayPair] { partners.map { StayPair(anchor.stay, $0.stay) } }

    /// The orders of its days that change them.
    func ordersThatCount(in problem: RoundsProblem) -> [StayOrder] {
        guard order != .either else { return [] }
        let table = problem.table(lane)
        return partners.filter { table.ordersDiffer(anchor.stay, $0.stay) }.map { halves(with: $0.stay) }
    }
}

/// What a column uses in each folded week.
package struct RoundUse: Sendable {
    package var cost = 0
    /// Over the folded weeks together.
    package var metres = 0
    /// Minutes; 0 in weeks without a day.
    package var work: [Int]
    package var halfDays: [Int]
    package var days: [Int]
}

extension RoundsProblem {
    /// The orders a column with this anchor may have.
    package func orders(_ lane: Int, anchor stay: Int) -> [VisitOrder] {
        table(lane).orderCounts[stay] ? [.anchorFirst, .anchorLast] : [.either]
    }
    /// The order of a column as the model tells columns apart.
    package func canonical(_ order: VisitOrder, lane: Int, anchor: Int, partners: [StayPattern]) -> VisitOrder {
        let table = table(lane)
        return partners.contains { table.ordersDiffer(anchor, $0.stay) } ? order : .either
    }

    /// The partner of the anchor in a week, if any.
    func partner(of column: RoundColumn, week: Int) -> Int? {
        column.partners.first { tree.nodes[$0.node].weeks.contains(week) }?.stay
    }

    /// The day of a column in one of its weeks; `nil` where it is not legal.
    func day(of column: RoundColumn, week: Int) -> DayCost? {
        let table = table(column.lane)
        if column.isFullDay { return table.fullDay(column.anchor.stay) }
        guard let partner = partner(of: column, week: week) else { return table.single(column.anchor.stay) }
        let halves = column.halves(with: partner)
        return table.pair(halves.morning, halves.afternoon)
    }

    /// Half-days that a full day at a stop counts for R01.
    func fullDayHalves(_ stop: Int) -> Int { 2 * stays[stop].halfDays }

    /// `nil` where some day of the column is not legal.
    package func use(of column: RoundColumn) -> RoundUse? {
        var use = RoundUse(
            work: Array(repeating: 0, count: tree.weekCount), halfDays: Array(repeating: 0, count: tree.weekCount),
            days: Array(repeating: 0, count: tree.weekCount))
        for week in tree.nodes[column.anchor.node].weeks {
            guard let day = day(of: column, week: week) else { return nil }
            let partner = partner(of: column, week: week)
            use.cost += Int(day.cost)
            use.metres += Int(day.metres)
            use.work[week] = Int(day.work)
            use.halfDays[week] =
                column.isFullDay
                ? fullDayHalves(column.anchor.stay)
                : stays[column.anchor.stay].halfDays + (partner.map { stays[$0].halfDays } ?? 0)
            use.days[week] = 1
        }
        return use
    }
}
