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

    enum CodingKeys: String, CodingKey {
        case service
        case week = "semaine"
        case weekday = "jour"
        case hours = "heures"
        case staff = "personnes"
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

    public init(
        service: String, prison: String, week: Int, weekday: Weekday, van: String, staff: [String],
        legs: [DrivenLeg], visit: Interval, children: Int
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
    }

    public var departure: Minutes { legs.first?.departure ?? visit.start }
    public var arrival: Minutes { legs.last?.arrival ?? visit.end }
    public var distance: Metres { legs.reduce(.zero) { $0 + $1.distance } }
    /// When the prison is reached; `nil` where no way leads there.
    public var arrivalAtPrison: Minutes? { legs.first { $0.to == prison }?.arrival }

    enum CodingKeys: String, CodingKey {
        case service
        case prison = "etablissement"
        case week = "semaine"
        case weekday = "jour"
        case van = "vehicule"
        case staff = "personnes"
        case legs = "trajets"
        case visit = "parloir"
        case children = "enfants"
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

    enum CodingKeys: String, CodingKey {
        case kind = "seance"
        case week = "semaine"
        case weekday = "jour"
        case venue = "lieu"
        case hours = "heures"
    }
}
