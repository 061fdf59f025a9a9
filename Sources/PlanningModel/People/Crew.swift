// What a crew can do, as the rules understand it: facts that the optimizer and the check read alike.

extension [StaffMember] {
    /// R02: the crew stays together all day, so it is enough that one of its members is an accueillant.
    public var hasAccueillant: Bool { contains { $0.roles.contains(.accueillant) } }

    /// R30: false where it is known that nobody of the crew may drive a van of this mass, kilograms.
    public func mayDrive(mass: Int?) -> Bool {
        contains { person in
            person.roles.contains(.driver)
                && (person.licence.isEmpty || mass.map { DrivingLicence(person.licence).allows(mass: $0) } ?? true)
        }
    }
}

/// The categories of a driving licence, e.g. `B` or `B, C1E`.
public struct DrivingLicence: Hashable, Sendable {
    /// Kilograms that a licence of category B allows at most.
    public static let lightMass = 3500

    private let categories: Set<String>

    public init(_ text: String) {
        categories = Set(text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// - Parameter mass: maximum laden mass of a van, kilograms.
    public func allows(mass: Int) -> Bool {
        let heavy = !categories.isDisjoint(with: ["C", "C1", "CE", "C1E"])
        return mass <= Self.lightMass ? heavy || !categories.isDisjoint(with: ["B", "BE", "B96"]) : heavy
    }
}
