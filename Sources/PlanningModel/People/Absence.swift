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
}
