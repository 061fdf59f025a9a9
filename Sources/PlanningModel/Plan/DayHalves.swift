import GeoModel

/// What the halves of a day hold, read from the plan alone: a session, a short tour, or nothing.
public struct DayHalves: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case nothing
        /// One venue: alone, or with the other half a full day.
        case session(venue: String)
        /// Several venues one after the other.
        case tour([String])
    }

    public var morning: Content
    public var afternoon: Content
    /// The half that each opening is held in.
    private var halfOf: [Interval: HalfDay]

    /// An opening lies in the half it lies whole in. One that crosses the split is a session: of the half that is left
    /// where the other holds something, else of the half it mostly lies in.
    public init(_ day: DayRound, split: Minutes) {
        let openings = day.visits.flatMap { visit in visit.openings.map { (venue: visit.venue, opening: $0) } }
            .sorted { ($0.opening.start, $0.opening.end) < ($1.opening.start, $1.opening.end) }
        var halfOf: [Interval: HalfDay] = [:]
        for (_, opening) in openings { halfOf[opening] = opening.end <= split ? .morning : .afternoon }
        var before = openings.filter { $0.opening.end <= split }
        var after = openings.filter { $0.opening.start >= split }
        for crossing in openings where crossing.opening.start < split && crossing.opening.end > split {
            let half: HalfDay =
                if before.isEmpty != after.isEmpty { before.isEmpty ? .morning : .afternoon } else {
                    crossing.opening.half(split: split)
                }
            halfOf[crossing.opening] = half
            if half == .morning { before.append(crossing) } else { after.insert(crossing, at: 0) }
        }
        self.halfOf = halfOf
        morning = Self.content(before.map(\.venue))
        afternoon = Self.content(after.map(\.venue))
    }

    private static func content(_ venues: [String]) -> Content {
        switch venues.count {
        case 0: .nothing
        case 1: .session(venue: venues[0])
        default: .tour(venues)
        }
    }

    public subscript(half: HalfDay) -> Content { half == .morning ? morning : afternoon }

    /// The half that an opening of the day is held in.
    public func half(of opening: Interval) -> HalfDay? { halfOf[opening] }

    /// The halves in which a venue is open, in order.
    public func halves(of venue: String) -> [HalfDay] { HalfDay.allCases.filter { self[$0].venues.contains(venue) } }

    /// The tour that a venue is part of; `nil` where it has a session.
    public func tour(of venue: String) -> [String]? {
        for half in HalfDay.allCases {
            if case .tour(let venues) = self[half], venues.contains(venue) { return venues }
        }
        return nil
    }

    public var isBoth: Bool { morning != .nothing && afternoon != .nothing }
}

extension DayHalves.Content {
    public var venues: [String] {
        switch self {
        case .nothing: []
        case .session(let venue): [venue]
        case .tour(let venues): venues
        }
    }
}
