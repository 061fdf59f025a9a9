import GeoModel
import PlanningModel

/// What is wrong with one value, in a cell of a table or behind a key of a scenario.
package enum CellFault: Hashable, Sendable {
    case empty
    case notANumber(String)
    case notWhole(String)
    /// A comma and a point.
    case ambiguousNumber(String)
    case negative(String)
    case outOfRange(String, ClosedRange<Double>)
    /// A word that is none of those possible.
    case notAllowed(String, [String])
    case badDate(String)
    /// A year, a month or a day was expected.
    case badVintage(String)
    case notAMonday(CivilDate)
    /// A first day and a last day the wrong way round.
    case endBeforeStart(CivilDate, CivilDate)
    case openingHours(OpeningHoursError, in: String)
    /// A value that a parameter cannot have.
    case parameter(String, ParameterFault)
    /// Text that is published, or may be, holds something that only a person has.
    case personal(PersonalDataSign)
    /// An identifier that looks like somebody's name.
    case likelyName(String)
}
