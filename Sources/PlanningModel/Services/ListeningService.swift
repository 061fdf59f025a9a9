import GeoModel

/// Écoute à distance: an anonymous listening service at fixed hours, apart from the hours at which parents are received.
///
/// Nothing in it, nor in a plan, has room for a caller: only hours, staff and counts (R17).
public struct ListeningService: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var name: String
    /// The services whose reception hours its own must differ from (R16): identifiers of rounds or fixed centres; all of the
    /// scenario where none is named.
    public var besides: [String]
    /// The crew its listeners are taken from; one listens at a time.
    public var crew: String
    public var slots: [WeeklySlot]
    /// A word of `ListeningChannel`, as the file writes it; empty where none is given.
    public var channel: String
    /// Who takes over urgent psychological help where no listener can give it (R18); empty where none is named.
    public var urgentRelay: String
    public var standing: String

    public init(
        id: String, name: String, besides: [String], crew: String, slots: [WeeklySlot], channel: String = "",
        urgentRelay: String = "", standing: String = ""
    ) {
        self.id = id
        self.name = name
        self.besides = besides
        self.crew = crew
        self.slots = slots
        self.channel = channel
        self.urgentRelay = urgentRelay
        self.standing = standing
    }

    /// Whether its hours must differ from the reception hours of a service or fixed centre (R16).
    public func isBeside(_ service: String) -> Bool { besides.isEmpty || besides.contains(service) }
}

/// Calls of a listening service over a week: counts, and nothing else.
public struct CallCount: Hashable, Sendable, Codable {
    public var service: String
    /// Monday of the week.
    public var monday: CivilDate
    public var received: Int
    public var handled: Int

    public init(service: String, monday: CivilDate, received: Int, handled: Int) {
        self.service = service
        self.monday = monday
        self.received = received
        self.handled = handled
    }
}
