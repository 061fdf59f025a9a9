import ColumnGeneration

/// One decision of the tree. Each splits the plans in two without losing any.
package enum BranchDecision: Hashable, Sendable {
    case stopUsed(Int, Bool)
    /// A stop is taken in one form at one cadence, or in any other way, or not at all.
    case offer(Int, Bool)
    /// A short tour is driven, or none of it together in this order.
    case segment(Int, Bool)
    /// A stop keeps to some blocks, or avoids them.
    case blocks(stop: Int, UInt128, Bool)
    /// A stop opens on full days or not, whenever it is used.
    case fullDay(Int, Bool)
    /// Two segments share a day in some week.
    case adjacent(SegmentPair, Bool)
    /// Where two segments share a day that depends on their order, they come in this order.
    case order(SegmentOrder, Bool)
    /// A stop keeps to one phase of its cadence, or avoids it.
    case phase(stop: Int, node: Int, Bool)
    /// A count of days or half-days is at most a number, or at least.
    case atMost(CountRow, Int)
    case atLeast(CountRow, Int)
}

/// A whole number of any plan: days or half-days, in one folded week or in all, of one kind of team or of all.
package struct CountRow: Hashable, Sendable {
    package var resource: WeekResource
    /// `nil` for all weeks together.
    package var week: Int?
    /// `nil` for all kinds together.
    package var kind: Int?

    package init(resource: WeekResource, week: Int?, kind: Int?) {
        self.resource = resource
        self.week = week
        self.kind = kind
    }

    /// The rows of a problem; totals come first.
    static func all(weeks: Int, kinds: Int) -> [CountRow] {
        let weekScopes: [Int?] = weeks == 1 ? [0] : [nil] + (0..<weeks).map { $0 }
        let kindScopes: [Int?] = kinds == 1 ? [nil] : [nil] + (0..<kinds).map { $0 }
        return kindScopes.flatMap { kind in
            weekScopes.flatMap { week in
                [WeekResource.days, .halfDays].map { CountRow(resource: $0, week: week, kind: kind) }
            }
        }
    }

    func amount(_ use: RoundUse, kind own: Int) -> Int {
        guard kind == nil || kind == own else { return 0 }
        let amounts = resource == .days ? use.days : use.halfDays
        return week.map { amounts[$0] } ?? amounts.reduce(0, +)
    }
}

/// What pseudo-costs are kept for: deciding a stop, an offer or a count.
enum BranchSubject: Hashable, Sendable {
    case stop(Int)
    case offer(Int)
    case count(CountRow)
}

typealias BranchCosts = PseudoCosts<BranchSubject, BranchDecision>
