import GeoModel

/// What may change for those who know a stop, heaviest first.
public enum ChangedField: Hashable, Sendable, Codable, CaseIterable, Comparable {
    case stop
    case cadence
    case weekday
    case weeks
    case half
    case start
    case van
    case crew

    public static func < (a: ChangedField, b: ChangedField) -> Bool { a.weight > b.weight }

    /// How much a change of it weighs. The order is that of what families, then mayors, then staff have to learn anew; the
    /// figures are this program's own, to be confirmed (`docs/decisions/023-replanning.md`).
    public var weight: Int {
        switch self {
        case .stop: 100
        case .cadence: 40
        case .weekday: 30
        case .weeks: 20
        case .half: 15
        case .start: 6
        case .van: 2
        case .crew: 1
        }
    }
}

/// What becomes of one stop from one plan to another.
public struct StopChange: Hashable, Sendable {
    public var service: String
    public var venue: String
    /// `nil`: the stop is new.
    public var before: KnownStop?
    /// `nil`: the stop is lost.
    public var after: KnownStop?

    public init(service: String, venue: String, before: KnownStop?, after: KnownStop?) {
        self.service = service
        self.venue = venue
        self.before = before
        self.after = after
    }

    public var isNew: Bool { before == nil }
    public var isLost: Bool { after == nil }

    /// What differs, heaviest first; of a lost stop, the stop alone. A new stop changes nothing that anybody knew.
    public var fields: [ChangedField] {
        guard let before else { return [] }
        guard let after else { return [.stop] }
        var found: [ChangedField] = []
        // What stays within what was known changes nothing: fewer visits, say, in weeks that had one before.
        func isNews<Value: Hashable>(_ values: KeyPath<KnownStop, [Value]>) -> Bool {
            !Set(after[keyPath: values]).isSubset(of: before[keyPath: values])
        }
        if before.visits != after.visits { found.append(.cadence) }
        if isNews(\.weekdays) { found.append(.weekday) }
        if isNews(\.weeks) { found.append(.weeks) }
        if isNews(\.halves) { found.append(.half) }
        if isNews(\.starts) { found.append(.start) }
        if isNews(\.vans) { found.append(.van) }
        if isNews(\.crews) { found.append(.crew) }
        return found
    }

    public var weight: Int { fields.reduce(0) { $0 + $1.weight } }

    /// Every stop that is lost, new or otherwise known, in the order of the services, then of the venues. The weeks of
    /// the first plan are counted in the cycle of the second.
    public static func all(from first: Plan, to second: Plan) -> [StopChange] {
        let weeksLater = (second.scenario.firstMonday.dayNumber - first.scenario.firstMonday.dayNumber) / 7
        var services = first.services.map(\.id)
        services += second.services.map(\.id).filter { !services.contains($0) }
        return services.flatMap { service -> [StopChange] in
            let before = byVenue(KnownStop.all(of: service, in: first, weeksLater: weeksLater))
            let after = byVenue(KnownStop.all(of: service, in: second))
            return Set(before.keys).union(after.keys).sorted().map { venue in
                StopChange(service: service, venue: venue, before: before[venue], after: after[venue])
            }.filter { $0.isNew || !$0.fields.isEmpty }
        }
    }

    private static func byVenue(_ stops: [KnownStop]) -> [String: KnownStop] {
        Dictionary(stops.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
