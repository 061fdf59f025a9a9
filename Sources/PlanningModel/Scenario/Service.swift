import GeoModel

/// One funded service: its territory, the teams that serve it, and what it owes.
public struct Service: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var kind: ServiceKind
    /// Insee codes of the communes it serves, sorted.
    public var communes: [String]
    /// At least one; a van or a crew is in two teams only on different weekdays.
    public var teams: [Team]
    /// The points of the service are 1,000 times this factor.
    public var factor: Double
    public var forcedIn: [String]
    public var forcedOut: [String]
    public var floors: Floors
    public var budgets: Budgets
    public var pins: [Pin]
    /// Stops of the cycle before, where the plan is to go on from one; sorted by venue.
    public var formerStops: [FormerStop]
    /// Kinds of session it holds beyond information and welcome.
    public var programme: [SessionKind]
    public var charge: Charge
    /// The only ages it receives; `nil` for all, as a lieu ressources must (R06).
    public var ages: AgeBand?
    /// Partners it names as its own, by identifier (R13).
    public var partners: [String]

    public init(
        id: String, name: String, kind: ServiceKind, communes: [String], teams: [Team], factor: Double = 1,
        forcedIn: [String] = [], forcedOut: [String] = [], floors: Floors = Floors(), budgets: Budgets = Budgets(),
        pins: [Pin] = [], formerStops: [FormerStop] = [], programme: [SessionKind] = [], charge: Charge = .unknown,
        ages: AgeBand? = nil, partners: [String] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.communes = communes.sorted()
        self.teams = teams
        self.factor = factor
        self.forcedIn = forcedIn.sorted()
        self.forcedOut = forcedOut.sorted()
        self.floors = floors
        self.budgets = budgets
        self.pins = pins
        self.formerStops = formerStops.sorted { $0.venue < $1.venue }
        self.programme = programme
        self.charge = charge
        self.ages = ages
        self.partners = partners
    }
}
