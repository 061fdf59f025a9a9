import GeoModel

/// Whether a day, a place, a van and its people can serve on a date, as far as a scenario knows: holidays, closures,
/// permits, hours, absences.
///
/// Facts of the scenario and no judgement: the optimizer bars patterns by them, the check judges plans by them, and what is
/// published falls by them. Both sides of the wall read them here, as they read the calendar itself.
public struct ServingDates: Sendable {
    private let scenario: Scenario
    private let closures: [String: [ClosureCalendar.Exception]]
    private let permits: [String: [ParkingPermit]]
    /// Of venues and prisons, those that can be read.
    private let hours: [String: OpeningHours]
    private let vans: [String: Van]

    public init(_ scenario: Scenario) {
        self.scenario = scenario
        closures = Dictionary(grouping: scenario.calendar.exceptions, by: \.place)
        permits = Dictionary(grouping: scenario.territory.permits, by: \.venue)
        let texts =
            scenario.territory.venueFacts.map { ($0.venue, $0.openingHours) }
            + scenario.territory.prisons.map { ($0.id, $0.visitHours) }
        hours = Dictionary(
            texts.compactMap { id, text in
                text.allSatisfy(\.isWhitespace) ? nil : (try? OpeningHours(parsing: text)).map { (id, $0) }
            }, uniquingKeysWith: { first, _ in first })
        vans = Dictionary(scenario.vans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What closes the whole day, wherever and whoever; `nil` also where the calendars do not reach so far.
    public func day(_ date: CivilDate) -> DateBar? {
        switch scenario.closure(on: date) {
        case .publicHoliday(let name): .publicHoliday(name)
        case .schoolHoliday(let name): .schoolHoliday(name)
        case .notCovered, nil: nil
        }
    }

    // MARK: Places

    /// The closure of a venue, a fixed centre's venue or a prison.
    public func closure(of place: String, on date: CivilDate) -> DateBar? {
        closures[place]?.first { $0.from <= date && date <= $0.until }.map { .placeClosed($0.reason) }
    }

    /// R34. Where no permit is known, nothing is barred: that is unknown, not refused.
    public func permit(at venue: String, on date: CivilDate) -> DateBar? {
        guard let own = permits[venue] else { return nil }
        return own.contains { $0.isValid(on: date) } ? nil : .noPermit
    }

    /// Whether the place's own hours hold an opening on a date, holidays by the calendars.
    public func hours(of place: String, _ opening: Interval, on date: CivilDate) -> DateBar? {
        guard let own = hours[place] else { return nil }
        let holds = own.intervals(on: date, calendar: scenario.calendar).contains {
            $0.lowerBound <= opening.start && opening.end <= $0.upperBound
        }
        return holds ? nil : .outsideHours
    }

    /// All that bars an opening of a round at a venue: closure, permit, hours.
    public func venue(_ venue: String, _ opening: Interval, on date: CivilDate) -> DateBar? {
        closure(of: venue, on: date) ?? permit(at: venue, on: date) ?? hours(of: venue, opening, on: date)
    }

    /// R38 in the lasting cycle: what bars a visit on one of its dates. Holidays bar nothing, since the cycle is the usual
    /// week and they are told by R35: neither do closures on a day that is closed anyway.
    public func closedVisit(at venue: String, on date: CivilDate) -> DateBar? {
        guard !closures.isEmpty, let closure = closure(of: venue, on: date), day(date) == nil else { return nil }
        return closure
    }

    /// Whether some place is ever closed.
    public var knowsClosures: Bool { !closures.isEmpty }

    // MARK: People

    /// R02, R03 and R30: whether those of a crew who are there on a date may receive, hold a session and drive.
    ///
    /// - Parameters:
    ///   - van: `nil` where nothing is driven.
    ///   - needed: accueillants that the session asks for.
    public func crew(_ crew: String, van: String?, needed: Int = 1, on date: CivilDate) -> DateBar? {
        let there = scenario.present(crew: crew, on: date)
        guard there.hasAccueillant else { return .noAccueillant }
        if let van, !there.mayDrive(vans[van]) { return .noDriver }
        return there.count { $0.roles.contains(.accueillant) } < needed ? .tooFewAccueillants : nil
    }

    /// R19 and R30: whether those of an outing who are there may drive, and whoever goes in with the children is among them.
    public func outing(of people: [String], van: String, on date: CivilDate) -> DateBar? {
        let all = scenario.staff.filter { people.contains($0.id) }
        let there = all.filter { !scenario.isAbsent($0.id, on: date) }
        guard !there.isEmpty else { return .noAccueillant }
        guard there.mayDrive(vans[van]) else { return .noDriver }
        func hasEscort(_ people: [StaffMember]) -> Bool { people.contains { $0.roles.contains(.escort) } }
        return hasEscort(all) && !hasEscort(there) ? .noEscort : nil
    }

    /// Whether anybody of those who were to hold something is there; nobody named, nobody missing.
    public func anybody(of people: [String], on date: CivilDate) -> DateBar? {
        people.isEmpty || people.contains { !scenario.isAbsent($0, on: date) } ? nil : .noAccueillant
    }
}
