import GeoModel
import PlanningModel

/// What is wrong with a pin.
package enum PinFault: Hashable, Sendable {
    case notAList
    case withoutTarget
    case twoTargets
    case asksNothing
    case unknownVenue(String, near: [String])
    case venueOutside(String, String)
    case communeOutside(String, String)
    case communeWithoutVenue(String, String)
    /// A field that asks for something of a venue that is ruled out.
    case boundThoughExcluded(String)
    case visitsReversed(Int, Int)
    case impossibleCadence([Int])
    case oneWeekdayForTwo
    case noWeekday
    case closedWeekday(Weekday, [Weekday])
    case startOffGrid(Minutes, Minutes)
    case startOutsideWindow(Minutes, Minutes, Minutes)
    case startInOtherHalf(Minutes, HalfDay)
    case vanNotInService(String, [String])
    case crewNotInService(String, [String])
    case noSuchTeam(String, String)
    case noWeek(ClosedRange<Int>)
    case noSuchWeek(String, ClosedRange<Int>)
    case weeksTooFew([Int], [Int])
    case noSuchOrder(String, most: Int)
    /// Its last day is over.
    case expired(CivilDate)
    /// The field in which it contradicts another pin, and where that one is written.
    case contradicts(String, line: Int?)
}

/// Why a scenario file is not edited. Nothing was changed.
package enum EditingRefusal: Hashable, Sendable {
    /// Not to be read back byte by byte.
    case encoding
    /// Written elsewhere, with an anchor, and used here.
    case alias
    /// A service between braces, without pins.
    case braces
    /// Any other form, or one whose result would not be what was asked for.
    case form
}
