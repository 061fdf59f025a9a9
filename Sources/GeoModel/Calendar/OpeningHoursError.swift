/// Why an `opening_hours` value is not read, and where.
public struct OpeningHoursError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case empty
        /// The value goes on where a rule should end, or a part of it is missing.
        case unexpected(String)
        /// Valid in OpenStreetMap, not read here: sunrise, open ends, `||`, `unknown`, a comment without hours…
        case unsupported(String)
        case timeExpected
        case timeOutOfRange(String)
        case dayOutOfRange(String)
        case weekOutOfRange(String)
        case turnOutOfRange(String)
        case commentNotClosed
    }

    public var reason: Reason
    /// Character of the text, from 1.
    public var position: Int

    public init(_ reason: Reason, at position: Int) {
        self.reason = reason
        self.position = position
    }
}
