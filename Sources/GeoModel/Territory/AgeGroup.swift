/// An age group for which offices and Insee publish numbers of families or of children by commune.
///
/// It weighs nothing in the need: it says whom a plan reaches.
public struct AgeGroup: Hashable, Sendable, Codable {
    public enum Count: Hashable, Sendable, Codable {
        /// Families with at least one child of the group: a family may count in several groups.
        case families
        case children
    }

    public var counts: Count
    /// Ages in years, both included.
    public var from: Int
    public var until: Int

    public init(_ counts: Count, _ from: Int, _ until: Int) {
        self.counts = counts
        self.from = from
        self.until = until
    }

    /// Families by age as a Caf cuts them (under 3, 3 to 5, 6 to 11, 12 to 17); children by age as Insee's base
    /// "diplômes-formation" cuts them, and under 3.
    public static let published: [AgeGroup] = [
        AgeGroup(.families, 0, 2), AgeGroup(.families, 3, 5), AgeGroup(.families, 6, 11), AgeGroup(.families, 12, 17),
        AgeGroup(.children, 0, 2), AgeGroup(.children, 2, 5), AgeGroup(.children, 3, 5), AgeGroup(.children, 6, 10),
        AgeGroup(.children, 11, 14), AgeGroup(.children, 15, 17),
    ]

    /// The group's figure in a commune; `nil` where none is published.
    public func figure(in commune: Commune) -> Double? {
        commune.indicators.first { $0.indicator == .ages(self) }?.value
    }
}
