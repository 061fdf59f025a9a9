import GeoModel

/// Days on which a person does not work, both included, without a reason: it is nobody's business here.
public struct Absence: Hashable, Sendable, Codable {
    public var person: String
    public var from: CivilDate
    public var until: CivilDate

    public init(person: String, from: CivilDate, until: CivilDate) {
        self.person = person
        self.from = from
        self.until = until
    }

    enum CodingKeys: String, CodingKey {
        case person = "personne"
        case from = "du"
        case until = "au"
    }
}

extension Scenario {
    /// The people of a crew who are there on a day of the cycle.
    public func present(crew: String, week: Int, _ weekday: Weekday) -> [StaffMember] {
        let members = staff.filter { $0.crew == crew }
        guard !absences.isEmpty else { return members }
        let date = date(week: week, weekday)
        return members.filter { member in
            !absences.contains { $0.person == member.id && $0.from <= date && date <= $0.until }
        }
    }
}
