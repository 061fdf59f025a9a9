import GeoModel

/// A figure with its unit.
public enum Amount: Hashable, Sendable {
    case count(Int)
    case minutes(Minutes)
    case time(Minutes)
    case metres(Metres)
    case points(MilliPoints)
    /// A share of 1.
    case share(Double)
    /// In 4 weeks.
    case kilometres(Double)
    case personHours(Double)
    case euros(Double)
}
