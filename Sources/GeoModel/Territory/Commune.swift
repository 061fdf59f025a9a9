/// A commune as the open sources describe it. `nil` is unknown, never zero.
public struct Commune: Hashable, Sendable, Codable, Identifiable {
    /// Insee code: five characters, leading zero kept.
    public var code: String
    public var name: String
    public var epci: String
    /// Centre of the commune.
    public var centre: Position
    public var population: Int?
    public var areaKm2: Double
    public var households: Int?
    /// Families with children; where not given, households stand in, flagged.
    public var families: Int?
    /// Births of the last year given.
    public var births: Int?
    /// Active people of 15 to 64, and among them the unemployed.
    public var active: Int?
    public var unemployed: Int?
    /// Median living standard, euros a year (Filosofi).
    public var medianLivingStandard: Double?
    /// Share of people under 60 % of the median living standard, percent.
    public var povertyRate: Double?
    /// Family benefits and minimum-income benefits in disposable income, percent.
    public var familyBenefitShare: Double?
    public var minimumIncomeShare: Double?
    public var socialCentre: Presence
    /// Other published figures, in the order in which they were given.
    public var indicators: [IndicatorFigure]

    public var id: String { code }

    public init(
        code: String, name: String, epci: String, centre: Position, population: Int? = nil, areaKm2: Double,
        households: Int? = nil, families: Int? = nil, births: Int? = nil, active: Int? = nil, unemployed: Int? = nil,
        medianLivingStandard: Double? = nil, povertyRate: Double? = nil, familyBenefitShare: Double? = nil,
        minimumIncomeShare: Double? = nil, socialCentre: Presence = .unknown,
        indicators: [IndicatorFigure] = []
    ) {
        self.code = code
        self.name = name
        self.epci = epci
        self.centre = centre
        self.population = population
        self.areaKm2 = areaKm2
        self.households = households
        self.families = families
        self.births = births
        self.active = active
        self.unemployed = unemployed
        self.medianLivingStandard = medianLivingStandard
        self.povertyRate = povertyRate
        self.familyBenefitShare = familyBenefitShare
        self.minimumIncomeShare = minimumIncomeShare
        self.socialCentre = socialCentre
        self.indicators = indicators
    }

    /// Inhabitants per square kilometre.
    public var density: Double? { population.map { Double($0) / areaKm2 } }

    /// Unemployed among active people of 15 to 64, percent.
    public var unemploymentRate: Double? {
        guard let active, let unemployed, active > 0 else { return nil }
        return 100 * Double(unemployed) / Double(active)
    }
}

/// Yes, no, or not known: unknown is never read as no.
public enum Presence: Hashable, Sendable, Codable, CaseIterable {
    case present
    case absent
    case unknown

    /// True as soon as one is; unknown where none is and one may be.
    public static func || (a: Self, b: Self) -> Self {
        a == .present || b == .present ? .present : a == .unknown || b == .unknown ? .unknown : .absent
    }

    /// False as soon as one is; unknown where none is and one may be.
    public static func && (a: Self, b: Self) -> Self {
        a == .absent || b == .absent ? .absent : a == .unknown || b == .unknown ? .unknown : .present
    }
}
