import GeoModel

/// Teams that are alike in every row of the master and in their days: same depot, same crew size, same limits, and the same
/// stops barred.
package struct TeamKind: Sendable {
    /// Indices into the teams of the service.
    package var teams: [Int]
    var depot: Place
    var crewSize: Int
    /// Index of its driving table: kinds with one depot share it.
    var table: Int
    /// What gives its days their hours.
    var clock: DayClock
}

/// Weekdays on which every segment may start at the same times, dates bar the same patterns, and the same teams work.
struct WeekdayClass: Hashable, Sendable {
    /// Indices into the weekdays of the problem.
    var weekdays: [Int]
    /// Indices into the teams of the service.
    var teams: [Int]
}

/// A block of identical subproblems, in the sense of Dantzig and Wolfe: one kind of team on one class of weekdays.
///
/// Rounds of a block are aggregated: counted, with no team or weekday named.
package struct Block: Sendable {
    package var kind: Int
    var weekdayClass: Int
    var weekdays: [Int]
    /// How many subproblems it stands for, and so how many rounds can be out in one week: teams × weekdays.
    package var places: Int
    /// Index of its table of days.
    var table: Int
}
