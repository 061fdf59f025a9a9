import GeoModel

/// What is wrong with a table of what happened.
package enum RealisedFault: Hashable, Sendable {
    /// Lines of days that are not told of, and the last day that is.
    case linesAfter(Int, CivilDate)
    /// With all columns that are known.
    case unknownColumn(String, isPersonal: Bool, [String])
    case personal(PersonalDataSign)
    /// Told before, on that line of that file.
    case twice(Int, String)
    case noOpening(String, CivilDate, near: [CivilDate])
    /// When the line says that it was planned, and what was planned that day.
    case whichOpening(Minutes?, [Minutes])
    case endsBeforeItStarts(Minutes, Minutes)
    case notLate(Minutes, Minutes)
    case arrivedAfter(Minutes, Minutes)
    case leftBefore(Minutes, Minutes)
    case backBeforeLeaving(Minutes, Minutes)
    case notAtDepot(String)
    case lateWithoutStart
    case cancelledYet
    case outsidePlan(CivilDate, from: CivilDate)
    case whichService([String])
    case notACount(String)
}
