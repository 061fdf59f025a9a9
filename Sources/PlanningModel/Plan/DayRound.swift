import GeoModel

/// One way driven in a day.
public struct DrivenLeg: Hashable, Sendable, Codable {
    /// Identifiers of a depot or a venue.
    public var from: String
    public var to: String
    public var departure: Minutes
    public var arrival: Minutes
    public var distance: Metres

    public init(from: String, to: String, departure: Minutes, arrival: Minutes, distance: Metres) {
        self.from = from
        self.to = to
        self.departure = departure
        self.arrival = arrival
        self.distance = distance
    }
}

/// One venue on one day: one opening, or two on a full day, set up and packed up once.
public struct Visit: Hashable, Sendable, Codable {
    public var venue: String
    public var arrival: Minutes
    public var openings: [Interval]
    public var departure: Minutes

    public init(venue: String, arrival: Minutes, openings: [Interval], departure: Minutes) {
        self.venue = venue
        self.arrival = arrival
        self.openings = openings
        self.departure = departure
    }
}

/// A van's day, from its depot back to its depot.
public struct DayRound: Hashable, Sendable, Codable {
    /// Week of the cycle, from 1.
    public var week: Int
    public var weekday: Weekday
    public var van: String
    public var crew: String
    public var legs: [DrivenLeg]
    public var visits: [Visit]
    /// Breaks that are not work, the lunch among them.
    public var breaks: [Interval]

    public init(
        week: Int, weekday: Weekday, van: String, crew: String, legs: [DrivenLeg], visits: [Visit],
        breaks: [Interval]
    ) {
        self.week = week
        self.weekday = weekday
        self.van = van
        self.crew = crew
        self.legs = legs
        self.visits = visits
        self.breaks = breaks
    }

    public var departure: Minutes { legs.first?.departure ?? .zero }
    public var arrival: Minutes { legs.last?.arrival ?? .zero }
    public var distance: Metres { legs.reduce(.zero) { $0 + $1.distance } }
    /// First start to last end.
    public var span: Minutes { arrival - departure }

    /// Stretches of work in the order of the day: driving, setting up, opening, packing up. Adjacent ones are joined.
    public var work: [Interval] {
        var stretches = legs.map { Interval(start: $0.departure, end: $0.arrival) }
        for visit in visits {
            guard let first = visit.openings.first, let last = visit.openings.last else { continue }
            stretches.append(Interval(start: visit.arrival, end: first.start))
            stretches += visit.openings
            stretches.append(Interval(start: last.end, end: visit.departure))
        }
        return Interval.joined(stretches)
    }

    /// Stretches between two of work, in the order of the day.
    public var idle: [Interval] {
        let work = work
        return zip(work, work.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
    }

    /// When the van leaves a visit by its index: after a break on the spot, later than it is packed up.
    public func leaving(_ visit: Int) -> Minutes {
        legs.count == visits.count + 1 ? legs[visit + 1].departure : visits[visit].departure
    }

    public func isDriven(by team: Team) -> Bool { van == team.van && crew == team.crew }

    /// Minutes of work: breaks and waiting are not work.
    public var workTime: Minutes { work.reduce(.zero) { $0 + $1.length } }
}

extension DayRound {
    /// Minutes open in one half of the day; the day is cut at `split`.
    public func openMinutes(in half: HalfDay, split: Minutes) -> Minutes {
        visits.flatMap(\.openings).reduce(.zero) { $0 + $1.minutes(in: half, split: split) }
    }
}
