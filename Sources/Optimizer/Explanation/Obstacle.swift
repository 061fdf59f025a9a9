import GeoModel
import PlanningModel

/// One thing that may keep a service from a plan, or a commune from a stop, and that somebody could change: a limit of
/// a rule, a promise, a budget, or what is known of a venue. It says nothing until a search without it has shown what
/// it holds back.
public enum Obstacle: Hashable, Sendable {
    /// R01: the least half-days a week.
    case minimumOpening
    /// R15: the least visits of a stop in 4 weeks.
    case minimumVisits
    /// R20: work a day.
    case dailyWork
    /// R21: work a week, and its mean.
    case weeklyWork
    /// R22: the reference week and the contracts of the crews.
    case referenceWeek
    /// R23.
    case dailyRest
    /// R24.
    case weeklyRest
    /// R25.
    case workBreak
    /// R26: from the first start of a day to its last end.
    case daySpan
    /// The hours between which the service may be open.
    case openingWindow
    case floor(FloorKind)
    case budget(BudgetKind)
    /// Index into the pins of the service.
    case pin(Int)
    case formerStop(venue: String)
    case venueHours(venue: String)
    /// R04, R05, R34: what is known to be wrong with venues and vans, all of it together.
    case premises
    /// R34: permits to park that end or begin within the cycle, all of them together.
    case permits
    /// R38: venues that are closed on dates of the cycle, all of them together.
    case closures

    /// The rule of the field guide behind it, where there is one.
    public var rule: RuleID? {
        switch self {
        case .minimumOpening: .r01
        case .minimumVisits: .r15
        case .dailyWork: .r20
        case .weeklyWork: .r21
        case .referenceWeek: .r22
        case .dailyRest: .r23
        case .weeklyRest: .r24
        case .workBreak: .r25
        case .daySpan: .r26
        case .openingWindow, .floor, .budget, .pin, .formerStop, .venueHours, .premises, .permits, .closures:
            nil
        }
    }

    /// Rules with a limit that can be moved.
    static let ofRules: [Obstacle] = [
        .minimumOpening, .minimumVisits, .dailyWork, .weeklyWork, .referenceWeek, .dailyRest, .weeklyRest, .workBreak,
        .daySpan,
    ]

    /// `nil` for a rule without a limit that can be moved.
    public init?(_ rule: RuleID) {
        guard let own = Self.ofRules.first(where: { $0.rule == rule }) else { return nil }
        self = own
    }
}

/// A floor of a service, by what it speaks of.
public enum FloorKind: String, CaseIterable, Hashable, Sendable {
    case everyEpci, highestNeed, worstOff

    var path: WritableKeyPath<Floors, Double?> & Sendable {
        switch self {
        case .everyEpci: \.everyEpci
        case .highestNeed: \.highestNeed
        case .worstOff: \.worstOff
        }
    }
}

/// A budget of a service, by what it limits.
public enum BudgetKind: String, CaseIterable, Hashable, Sendable {
    case kilometres, personHours, euros

    var path: WritableKeyPath<Budgets, Double?> & Sendable {
        switch self {
        case .kilometres: \.kilometres
        case .personHours: \.personHours
        case .euros: \.euros
        }
    }

    /// A figure with the unit of the budget, in 4 weeks.
    public func amount(_ value: Double) -> Amount {
        switch self {
        case .kilometres: .kilometres(value)
        case .personHours: .personHours(value)
        case .euros: .euros(value)
        }
    }
}

extension Obstacle {
    /// Every obstacle of the one service of a scenario. Those that a planner can least change come first: a search for
    /// a conflict sets them aside first where it can, so that it blames what can be talked about.
    static func all(in scenario: Scenario) -> [Obstacle] {
        let parameters = scenario.parameters
        guard let service = scenario.services.first else { return [] }
        let venues = Set(scenario.venues(of: service).map(\.id))
        var found: [Obstacle] = [
            .dailyRest, .weeklyRest, .workBreak, .weeklyWork, .daySpan, .dailyWork, .openingWindow,
        ]
        if parameters.minimumHalfDays > 0 { found.append(.minimumOpening) }
        if parameters.cadences != [4, 2, 1].filter({ $0 >= parameters.cyclesInFourWeeks }) {
            found.append(.minimumVisits)
        }
        found += scenario.territory.venueFacts.filter { facts in
            venues.contains(facts.venue) && !facts.openingHours.allSatisfy(\.isWhitespace)
        }.map { .venueHours(venue: $0.venue) }
        let facts = Dictionary(
            scenario.territory.venueFacts.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        let vans = service.teams.map { team in scenario.vans.first { $0.id == team.van } }
        let isBarred = venues.contains { venue in
            vans.contains { Premises(venue: facts[venue] ?? VenueFacts(venue: venue), van: $0).isRuledOut }
        }
        if isBarred { found.append(.premises) }
        if scenario.territory.permits.contains(where: { venues.contains($0.venue) }) { found.append(.permits) }
        if !scenario.closures(of: service).isEmpty { found.append(.closures) }
        found += service.formerStops.filter { venues.contains($0.venue) }.map { .formerStop(venue: $0.venue) }
        if parameters.overtime == .no { found.append(.referenceWeek) }
        found += BudgetKind.allCases.filter { service.budgets[keyPath: $0.path] != nil }.map { .budget($0) }
        found += service.pins.indices.map { .pin($0) }
        found += FloorKind.allCases.filter { service.floors[keyPath: $0.path] != nil }.map { .floor($0) }
        return found
    }
}
