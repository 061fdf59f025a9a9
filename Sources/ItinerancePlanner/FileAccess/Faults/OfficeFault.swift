/// What is wrong with the office that publishes a plan.
package enum OfficeFault: Hashable, Sendable {
    case notASite(String)
    case notASiret(String)
    /// With its contrast on white, where it is a colour.
    case notAColour(String, Double?)
    case logoKind(String)
    /// An SVG that would fetch something, run something, or is not whole.
    case logoAsksForMore(String)
    case logoUnreadable(String)
    case logoTooLarge(String, Int, limit: Int)
}
