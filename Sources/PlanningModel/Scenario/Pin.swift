import GeoModel

/// What is promised, or ruled out, for a venue or for all venues of a commune. Hard: a plan that breaks it is invalid.
///
/// Its fields are independent of one another. All but `served` speak of the venue only where it is a stop.
public struct Pin: Hashable, Sendable, Codable {
    public var venue: String?
    /// Insee code; exactly one of `venue` and `commune` is given.
    public var commune: String?
    /// True: the venue, or at least one venue of the commune, is a stop. False: none is.
    public var served: Bool?
    /// Visits in 4 weeks, at least and at most.
    public var minimumVisits: Int?
    public var maximumVisits: Int?
    /// Weekdays allowed; `nil` for all.
    public var weekdays: [Weekday]?
    /// The half-day of all its openings.
    public var half: HalfDay?
    /// Start of the first opening of each visit.
    public var start: Minutes?
    public var van: String?
    public var crew: String?
    /// Weeks of the cycle, from 1, that its visits may lie in; `nil` for all.
    public var weeks: [Int]?
    /// Its place among the stops of its half-day, from 1: that of each of its visits. A session is the only stop of its half.
    public var order: Int?
    public var reason: String
    /// Role of whoever made the promise: never a name.
    public var author: String
    public var date: CivilDate?
    /// Last day it holds: a cycle that begins later does not know it.
    public var until: CivilDate?

    public init(
        venue: String? = nil, commune: String? = nil, served: Bool? = nil, minimumVisits: Int? = nil,
        maximumVisits: Int? = nil, weekdays: [Weekday]? = nil, half: HalfDay? = nil, start: Minutes? = nil,
        van: String? = nil, crew: String? = nil, weeks: [Int]? = nil, order: Int? = nil, reason: String = "",
        author: String = "",
        date: CivilDate? = nil, until: CivilDate? = nil
    ) {
        self.venue = venue
        self.commune = commune
        self.served = served
        self.minimumVisits = minimumVisits
        self.maximumVisits = maximumVisits
        self.weekdays = weekdays
        self.half = half
        self.start = start
        self.van = van
        self.crew = crew
        self.weeks = weeks
        self.order = order
        self.reason = reason
        self.author = author
        self.date = date
        self.until = until
    }

    public func concerns(_ place: Place) -> Bool { venue == place.id || commune == place.commune }
}

/// A stop of the cycle before this one. Where the venue stays a stop, it keeps its weekday, and its weeks go on evenly
/// across the end of that cycle (R33): the new weeks hold the old ones, or are among them.
public struct FormerStop: Hashable, Sendable, Codable {
    public var venue: String
    public var weekdays: [Weekday]
    /// Weeks of the cycle it was visited in, from 1; the cycles have the same length.
    public var weeks: [Int]

    public init(venue: String, weekdays: [Weekday], weeks: [Int]) {
        self.venue = venue
        self.weekdays = weekdays
        self.weeks = weeks
    }
}
