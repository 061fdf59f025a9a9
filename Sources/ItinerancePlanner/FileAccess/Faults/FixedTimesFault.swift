import GeoModel

/// What is wrong with sessions, listening, fixed centres and prison visits.
package enum FixedTimesFault: Hashable, Sendable {
    /// Times in four weeks, and weeks of the cycle.
    case timesNotInCycle(Int, Int)
    case notAges(String)
    case notInRange(String, ClosedRange<Int>)
    /// A van or a crew, by its key, that does rounds.
    case ofTheRounds(String, String)
    case unknownService(String, [String])
    case noVisits
    case noSlots
    case noChildren
    case endBeforeStart
    case slotsOverlap(Weekday)
}
