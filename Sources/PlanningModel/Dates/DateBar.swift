/// Why something that is planned does not take place on a date: one answer for the whole program.
public enum DateBar: Hashable, Sendable {
    case publicHoliday(String)
    /// The scenario closes in school holidays.
    case schoolHoliday(String)
    /// R38: the venue, the fixed centre or the prison is closed, with the reason that its file gives.
    case placeClosed(String)
    /// R34: permits to park are known there, and none covers the date.
    case noPermit
    /// R38: the place's own hours, with what they say of holidays, are others on that date.
    case outsideHours
    /// R02: no accueillant of the crew is there.
    case noAccueillant
    /// R30: nobody who is there may drive the van.
    case noDriver
    /// R03: fewer accueillants are there than the session asks for.
    case tooFewAccueillants
    /// R19: nobody is there to go into the prison with the children.
    case noEscort
}
