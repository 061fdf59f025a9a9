/// A segment taken at a week pattern.
package struct SegmentPattern: Hashable, Sendable {
    package var segment: Int
    /// Node of the pattern tree.
    package var node: Int

    package init(segment: Int, node: Int) {
        self.segment = segment
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

/// Two segments of one day, in the order they are driven to.
package struct SegmentOrder: Hashable, Sendable {
    package var morning: Int
    package var afternoon: Int

    package init(morning: Int, afternoon: Int) {
        self.morning = morning
        self.afternoon = afternoon
    }
}

/// Two segments, in ascending order.
package struct SegmentPair: Hashable, Sendable {
    package let first: Int
    package let second: Int

    package init(_ a: Int, _ b: Int) {
        first = min(a, b)
        second = max(a, b)
    }
}

/// The column: days of one block that must share a weekday because they share a segment.
///
/// The anchor holds one half-day in every week of its pattern, or both halves on full days; partners hold the
/// other half in parts of those weeks. Days are counted, not named: weekday and hours come later.
package struct RoundColumn: Hashable, Sendable {
    package var block: Int
    package var anchor: SegmentPattern
    package var isFullDay: Bool
    /// In the order of their first week.
    package var partners: [SegmentPattern]
    /// `.either` exactly where the order of the segments changes neither work nor cost nor lawfulness of any day.
    package var order: VisitOrder

    package init(
        block: Int, anchor: SegmentPattern, isFullDay: Bool, partners: [SegmentPattern], order: VisitOrder = .either
    ) {
        self.block = block
        self.anchor = anchor
        self.isFullDay = isFullDay
        self.partners = partners
        self.order = order
    }

    /// Morning and afternoon of a day that the anchor shares with a partner; where the order is open, the anchor comes
    /// first.
    func halves(with partner: Int) -> SegmentOrder {
        order == .anchorLast
            ? SegmentOrder(morning: partner, afternoon: anchor.segment)
            : SegmentOrder(morning: anchor.segment, afternoon: partner)
    }

    package var segments: [SegmentPattern] { [anchor] + partners }

    /// Segments that share a day.
    var adjacentPairs: [SegmentPair] { partners.map { SegmentPair(anchor.segment, $0.segment) } }

    /// The orders of its days that change them.
    func ordersThatCount(in problem: RoundsProblem) -> [SegmentOrder] {
        guard order != .either else { return [] }
        let table = problem.table(block)
        return partners.filter { table.ordersDiffer(anchor.segment, $0.segment) }.map { halves(with: $0.segment) }
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
    /// Days that are evenings at any hours (R28), and long ones (R26).
    package var evenings: [Int]
    package var longDays: [Int]
}

extension RoundsProblem {
    /// The orders a column with this anchor may have.
    package func orders(_ block: Int, anchor segment: Int) -> [VisitOrder] {
        table(block).orderCounts[segment] ? [.anchorFirst, .anchorLast] : [.either]
    }
    /// The order of a column as the model tells columns apart.
    package func canonical(_ order: VisitOrder, block: Int, anchor: Int, partners: [SegmentPattern]) -> VisitOrder {
        let table = table(block)
        return partners.contains { table.ordersDiffer(anchor, $0.segment) } ? order : .either
    }

    /// The partner of the anchor in a week, if any.
    func partner(of column: RoundColumn, week: Int) -> Int? {
        column.partners.first { tree.nodes[$0.node].weeks.contains(week) }?.segment
    }

    /// The day of a column in one of its weeks; `nil` where it is not legal.
    func day(of column: RoundColumn, week: Int) -> DayCost? {
        let table = table(column.block)
        if column.isFullDay { return table.fullDay(column.anchor.segment) }
        guard let partner = partner(of: column, week: week) else { return table.single(column.anchor.segment) }
        let halves = column.halves(with: partner)
        return table.pair(halves.morning, halves.afternoon)
    }

    /// `nil` where some day of the column is not legal.
    package func use(of column: RoundColumn) -> RoundUse? {
        var use = RoundUse(
            work: Array(repeating: 0, count: tree.weekCount), halfDays: Array(repeating: 0, count: tree.weekCount),
            days: Array(repeating: 0, count: tree.weekCount), evenings: Array(repeating: 0, count: tree.weekCount),
            longDays: Array(repeating: 0, count: tree.weekCount))
        for week in tree.nodes[column.anchor.node].weeks {
            guard let day = day(of: column, week: week) else { return nil }
            use.cost += Int(day.cost)
            use.metres += Int(day.metres)
            use.work[week] = Int(day.work)
            use.halfDays[week] = Int(day.halfDays)
            use.days[week] = 1
            use.evenings[week] = day.isEvening ? 1 : 0
            use.longDays[week] = day.isLong ? 1 : 0
        }
        return use
    }
}
