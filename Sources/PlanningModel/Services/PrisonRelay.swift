import GeoModel

/// Relais enfants-parents: children are taken to an imprisoned parent's visit and home again, in a van of its own.
///
/// Children appear as counts by commune; no child and no parent has a name, a date or an address here.
public struct PrisonRelay: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    public var team: Team
    public var visits: [PrisonVisitWish]
    /// Whether every adult who goes in with the children is cleared by the prison.
    public var escortCleared: Presence
    /// Hours in 4 weeks for the parent's way back into society (réinsertion), inside the prison's own time; not driven.
    public var reintegration: Minutes
    public var standing: String

    public init(
        id: String, name: String, team: Team, visits: [PrisonVisitWish], escortCleared: Presence = .unknown,
        reintegration: Minutes = .zero, standing: String = ""
    ) {
        self.id = id
        self.name = name
        self.team = team
        self.visits = visits
        self.escortCleared = escortCleared
        self.reintegration = reintegration
        self.standing = standing
    }
}

/// Visits wanted at one prison.
public struct PrisonVisitWish: Hashable, Sendable, Codable {
    public var prison: String
    /// Visits in 4 weeks: 1, 2 or 4.
    public var timesInFourWeeks: Int
    /// Slots the prison offers, the preferred one first.
    public var slots: [PrisonSlot]
    public var pickups: [ChildPickup]

    public init(prison: String, timesInFourWeeks: Int, slots: [PrisonSlot], pickups: [ChildPickup]) {
        self.prison = prison
        self.timesInFourWeeks = timesInFourWeeks
        self.slots = slots
        self.pickups = pickups
    }
}

/// The start of a visit that a prison offers.
public struct PrisonSlot: Hashable, Sendable, Codable {
    public var weekday: Weekday
    public var start: Minutes

    public init(weekday: Weekday, start: Minutes) {
        self.weekday = weekday
        self.start = start
    }
}

/// How many children are fetched in a commune.
public struct ChildPickup: Hashable, Sendable, Codable {
    public var commune: String
    public var children: Int

    public init(commune: String, children: Int) {
        self.commune = commune
        self.children = children
    }
}

extension [PrisonRelay] {
    /// R19, our reading: the hours of a person's relays for the parent's way back into society, shared evenly by the people of
    /// the crew and over the weeks, whole minutes each.
    public func weeklyReintegration(of person: StaffMember, crewSize: Int) -> Minutes {
        let total = filter { $0.team.crew == person.crew }.reduce(Minutes.zero) { $0 + $1.reintegration }
        let shares = 4 * Swift.max(1, crewSize)
        return Minutes((total.count + shares - 1) / shares)
    }
}
