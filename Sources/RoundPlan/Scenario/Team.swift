/// A van with the crew that drives it and the depot where each of its days starts and ends.
public struct Team: Hashable, Sendable, Codable {
    public var van: String
    public var crew: String
    public var depot: String

    public init(van: String, crew: String, depot: String) {
        self.van = van
        self.crew = crew
        self.depot = depot
    }

    enum CodingKeys: String, CodingKey {
        case van = "vehicule"
        case crew = "equipe"
        case depot
    }
}
