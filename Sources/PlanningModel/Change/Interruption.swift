import GeoModel

/// Something that is not there for some days, and then is again.
public struct Interruption: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// Identifier of a venue.
        case venueClosed(String)
        /// Identifier of a van.
        case vanOut(String)
        /// Identifier of a person of a crew.
        case personAbsent(String)
        /// No service at all.
        case dayClosed
    }

    public var cause: Cause
    /// Both days included.
    public var dates: ClosedRange<CivilDate>
    /// In words, for those who read the week's plan.
    public var reason: String

    public init(_ cause: Cause, on dates: ClosedRange<CivilDate>, reason: String = "") {
        self.cause = cause
        self.dates = dates
        self.reason = reason
    }
}
