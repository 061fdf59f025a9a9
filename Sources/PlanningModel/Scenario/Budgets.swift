/// What a service may use up in 4 weeks at most, all its teams together; `nil` where there is no limit.
public struct Budgets: Hashable, Sendable, Codable {
    public var kilometres: Double?
    /// Hours of work, each person of a crew counted.
    public var personHours: Double?
    /// The costs that the plan counts: kilometres, and hours only where wages are variable.
    public var euros: Double?

    public init(kilometres: Double? = nil, personHours: Double? = nil, euros: Double? = nil) {
        self.kilometres = kilometres
        self.personHours = personHours
        self.euros = euros
    }

    /// A budget holds where it is passed by no more than this share of it: far above rounding.
    public static let tolerance = 1e-9
}
