/// What is wrong with a grid of scenarios.
package enum SweepFault: Hashable, Sendable {
    case noAxes
    case noValues(String)
    case noValue(String)
    case unknownAxis(String, near: [String])
    case sameSubject(String, String)
    case valueTwice(String)
    case whichService([String])
    case unknownService(String, near: [String], [String])
    /// A key that does not go with an axis.
    case notForAxis(String, String)
    case noReserve
    /// The value, the vans of the service, and those that may join.
    case badVans(String, Int, Int)
    case severalValues([String])
    /// Cells; `nil` for more than can be counted.
    case tooMany(Int?, most: Int)
}
