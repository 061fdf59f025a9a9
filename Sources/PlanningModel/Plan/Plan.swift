import GeoModel

/// Why the search ended.
public enum StopReason: CaseIterable, Hashable, Sendable, Codable {
    /// Plan and bound meet.
    case optimal
    case gapReached
    case timeLimit
    case interrupted
}

/// A finished plan of one cycle, with the proof of how good it is and all it was made from.
///
/// Values are points of need. `gap` is a fraction: (bound − value) / max(need reached, 1 point).
public struct Plan: Hashable, Sendable, Codable {
    public static let formatName = "itinerance-plan"
    public static let formatVersion = 7

    public var format = Plan.formatName
    public var version = Plan.formatVersion
    public var value: Double
    public var bound: Double
    public var gap: Double
    public var stop: StopReason
    public var seed: UInt64
    public var services: [ServicePlan]
    public var scenario: Scenario
    /// SHA-256 of the scenario's canonical JSON, hexadecimal.
    public var fingerprint: String
    /// Files the scenario was read from.
    public var sources: [SourceFile]
    /// What changes when visits are worth another curve; `nil` where it was not tried.
    public var shapeTrial: ShapeTrial?
    /// Listening and fixed centres, in the order of the cycle.
    public var shifts: [Shift]
    public var outings: [PrisonOuting]

    public init(
        services: [ServicePlan], shifts: [Shift] = [], outings: [PrisonOuting] = [], stop: StopReason, seed: UInt64,
        scenario: Scenario, fingerprint: String, sources: [SourceFile]
    ) {
        self.shifts = shifts
        self.outings = outings
        value = services.reduce(MilliPoints.zero) { $0 + $1.value }.points
        bound = services.reduce(MilliPoints.zero) { $0 + $1.bound }.points
        gap = Plan.gap(services)
        self.stop = stop
        self.seed = seed
        self.services = services
        self.scenario = scenario
        self.fingerprint = fingerprint
        self.sources = sources
    }

    /// (bound − value) / max(need reached, 1 point), over all services.
    public static func gap(_ services: [ServicePlan]) -> Double {
        let missing = services.reduce(0) { $0 + ($1.bound - $1.value).count }
        let need = services.reduce(0) { $0 + $1.needReached.count }
        return Double(missing) / Double(max(need, 1000))
    }
}

/// The same scenario planned with another frequency curve: how many stops stay.
public struct ShapeTrial: Hashable, Sendable, Codable {
    public var shape: FrequencyShape
    /// Stops of the plan that are stops there too, and stops of the plan.
    public var kept: Int
    public var stops: Int
    /// Gap of the other plan, a fraction.
    public var gap: Double

    public init(shape: FrequencyShape, kept: Int, stops: Int, gap: Double) {
        self.shape = shape
        self.kept = kept
        self.stops = stops
        self.gap = gap
    }
}

/// A file read, with its fingerprint.
public struct SourceFile: Hashable, Sendable, Codable {
    public var name: String
    public var sha256: String

    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}

/// The rounds of one service over a cycle. Points and costs are those of 4 weeks.
public struct ServicePlan: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var needReached: MilliPoints
    /// Priced costs, in points.
    public var cost: MilliPoints
    public var value: MilliPoints
    /// No plan of the service is worth more: proven.
    public var bound: MilliPoints
    /// `nil` in plans that do not say.
    public var audit: BoundAudit?
    public var days: [DayRound]
    public var credits: [Credit]
    /// Every commune that counts, in the order of their codes: what the credits are shares of.
    public var needs: [CommuneNeed]
    /// Sessions of the programme, in the order of the cycle.
    public var sessions: [PlannedSession] = []

    public init(
        id: String, needReached: MilliPoints, cost: MilliPoints, bound: MilliPoints, audit: BoundAudit? = nil,
        days: [DayRound], credits: [Credit], needs: [CommuneNeed]
    ) {
        self.id = id
        self.needReached = needReached
        self.cost = cost
        value = needReached - cost
        self.bound = bound
        self.audit = audit
        self.days = days.sorted { ($0.week, $0.weekday) < ($1.week, $1.weekday) }
        self.credits = credits.sorted { $0.commune < $1.commune }
        self.needs = needs.sorted { $0.commune < $1.commune }
    }
}

/// What a commune is credited with: its single best stop.
public struct Credit: Hashable, Sendable, Codable {
    public var commune: String
    public var venue: String
    /// Visits of that stop in 4 weeks.
    public var visits: Int
    public var travel: Seconds
    /// 0 to 1.
    public var access: Double
    public var points: MilliPoints

    public init(commune: String, venue: String, visits: Int, travel: Seconds, access: Double, points: MilliPoints) {
        self.commune = commune
        self.venue = venue
        self.visits = visits
        self.travel = travel
        self.access = access
        self.points = points
    }
}
