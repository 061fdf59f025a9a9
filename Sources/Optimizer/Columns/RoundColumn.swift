/// A stop taken at a week pattern.
package struct StopPattern: Hashable, Sendable {
    package var stop: Int
    /// Node of the pattern tree.
    package var node: Int

    package init(stop: Int, node: Int) {
        self.stop = stop
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

/// Two stops of one day, in the order they are driven to.
package struct StopOrder: Hashable, Sendable {
    package var morning: Int
    package var afternoon: Int

    package init(morning: Int, afternoon: Int) {
        self.morning = morning
        self.afternoon = afternoon
    }
}

/// The column: days that must share a weekday because they share a stop.
///
/// The anchor holds one half-day in every week of its pattern, or both halves on full days; partners hold the
/// other half in parts of those weeks. Days are counted, not named: weekday and hours come later.
package struct RoundColumn: Hashable, Sendable {
    package var anchor: StopPattern
    package var isFullDay: Bool
    /// In the order of their first week.
    package var partners: [StopPattern]
    /// `.either` exactly where the order of the stops changes neither work nor cost of any day.
    package var order: VisitOrder

    package init(anchor: StopPattern, isFullDay: Bool, partners: [StopPattern], order: VisitOrder = .either) {
        self.anchor = anchor
        self.isFullDay = isFullDay
        self.partners = partners
        self.order = order
    }

    /// Morning and afternoon stop of a day that the anchor shares with a partner; where the order is open, the anchor
    /// comes first.
    func halves(with partner: Int) -> StopOrder {
        order == .anchorLast
            ? StopOrder(morning: partner, afternoon: anchor.stop)
            : StopOrder(morning: anchor.stop, afternoon: partner)
    }

    package var stops: [StopPattern] { [anchor] + partners }
}

/// What a column uses in each folded week.
package struct RoundUse: Sendable {
    package var cost = 0
    /// Minutes; 0 in weeks without a day.
    package var work: [Int]
    package var halfDays: [Int]
    package var days: [Int]
}

extension RoundsProblem {
    /// The partner of the anchor in a week, if any.
    func partner(of column: RoundColumn, week: Int) -> Int? {
        column.partners.first { tree.nodes[$0.node].weeks.contains(week) }?.stop
    }

    /// `nil` where some day of the column is not legal.
    package func use(of column: RoundColumn) -> RoundUse? {
        var use = RoundUse(
            work: Array(repeating: 0, count: tree.weekCount), halfDays: Array(repeating: 0, count: tree.weekCount),
            days: Array(repeating: 0, count: tree.weekCount))
        for week in tree.nodes[column.anchor.node].weeks {
            let partner = partner(of: column, week: week)
            let day =
                column.isFullDay
                ? fullDay(column.anchor.stop)
                : partner.map { pair(column.halves(with: $0)) } ?? single(column.anchor.stop)
            guard let day else { return nil }
            use.cost += day.cost
            use.work[week] = day.work
            use.halfDays[week] = halfDays(sessions: column.isFullDay || partner != nil ? 2 : 1)
            use.days[week] = 1
        }
        return use
    }

    /// Need reached by a set of stops, each at its cadence: every demand takes its single best.
    package func need(of columns: [RoundColumn]) -> Int {
        var best = Array(repeating: 0, count: demands.count)
        for taken in columns.flatMap(\.stops) {
            let cadence = tree.nodes[taken.node].level
            for (demand, points) in demandsOfStop[taken.stop] { best[demand] = max(best[demand], points[cadence]) }
        }
        return best.reduce(0, +)
    }

    /// Value of a set of columns, in thousandths of a point.
    package func value(of columns: [RoundColumn]) -> Int {
        need(of: columns) - columns.reduce(0) { $0 + (use(of: $1)?.cost ?? 0) }
    }
}
