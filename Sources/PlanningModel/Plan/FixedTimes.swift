import GeoModel

/// Hours of a service at a fixed time and the people who hold them: listening, or a fixed centre's opening.
public struct Shift: Hashable, Sendable, Codable {
    /// Identifier of the listening service or the fixed centre.
    public var service: String
    public var week: Int
    public var weekday: Weekday
    public var hours: Interval
    /// Identifiers of people.
    public var staff: [String]

    public init(service: String, week: Int, weekday: Weekday, hours: Interval, staff: [String]) {
        self.service = service
        self.week = week
        self.weekday = weekday
        self.hours = hours
        self.staff = staff
    }
}

/// A way to a prison and back: depot, communes where children are fetched, prison, the same communes, depot.
public struct PrisonOuting: Hashable, Sendable, Codable {
    /// Identifier of the relay.
    public var service: String
    public var prison: String
    public var week: Int
    public var weekday: Weekday
    public var van: String
    public var staff: [String]
    /// Ends are the depot, Insee codes of communes and the prison.
    public var legs: [DrivenLeg]
    /// The visit itself.
    public var visit: Interval
    public var children: Int
    /// Breaks that are not work, with no child in the van.
    public var breaks: [Interval]

    public init(
        service: String, prison: String, week: Int, weekday: Weekday, van: String, staff: [String],
        legs: [DrivenLeg], visit: Interval, children: Int, breaks: [Interval] = []
    ) {
        self.service = service
        self.prison = prison
        self.week = week
        self.weekday = weekday
        self.van = van
        self.staff = staff
        self.legs = legs
        self.visit = visit
        self.children = children
        self.breaks = breaks
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            service: try container.decode(String.self, forKey: .service),
            prison: try container.decode(String.self, forKey: .prison),
            week: try container.decode(Int.self, forKey: .week),
            weekday: try container.decode(Weekday.self, forKey: .weekday),
            van: try container.decode(String.self, forKey: .van),
            staff: try container.decode([String].self, forKey: .staff),
            legs: try container.decode([DrivenLeg].self, forKey: .legs),
            visit: try container.decode(Interval.self, forKey: .visit),
            children: try container.decode(Int.self, forKey: .children),
            breaks: try container.decodeIfPresent([Interval].self, forKey: .breaks) ?? [])
    }

    /// Stretches of work: all of the way, and the visit, but the breaks.
    public var work: [Interval] {
        var stretches: [Interval] = []
        var start = departure
        for pause in breaks.sorted(by: { $0.start < $1.start }) {
            if start < pause.start { stretches.append(Interval(start: start, end: pause.start)) }
            start = max(start, pause.end)
        }
        return start < arrival ? stretches + [Interval(start: start, end: arrival)] : stretches
    }

    public var departure: Minutes { legs.first?.departure ?? visit.start }
    public var arrival: Minutes { legs.last?.arrival ?? visit.end }
    public var distance: Metres { legs.reduce(.zero) { $0 + $1.distance } }
    /// When the prison is reached; `nil` where no way leads there.
    public var arrivalAtPrison: Minutes? { legs.first { $0.to == prison }?.arrival }

    /// How long the children of one pick-up ride to the prison, and home again.
    public struct Ride: Hashable, Sendable {
        public var out: Minutes
        public var back: Minutes
    }

    /// The rides of each pick-up, in the order in which they are made.
    public var rides: [Ride] {
        guard let there = arrivalAtPrison, let away = legs.first(where: { $0.from == prison })?.departure else {
            return []
        }
        let out = legs.dropFirst().filter { $0.departure < there }
        let home = legs.filter { $0.departure >= away }.dropLast()
        return out.compactMap { leg in
            home.first { $0.to == leg.from }.map { Ride(out: there - leg.departure, back: $0.arrival - away) }
        }
    }
}

/// A session held at an opening of a round.
public struct PlannedSession: Hashable, Sendable, Codable {
    /// Identifier of its kind in the service's programme.
    public var kind: String
    public var week: Int
    public var weekday: Weekday
    public var venue: String
    public var hours: Interval

    public init(kind: String, week: Int, weekday: Weekday, venue: String, hours: Interval) {
        self.kind = kind
        self.week = week
        self.weekday = weekday
        self.venue = venue
        self.hours = hours
    }
}
