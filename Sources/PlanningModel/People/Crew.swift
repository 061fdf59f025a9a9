import GeoModel

// What a crew can do, as the rules understand it: facts that the optimizer and the check read alike.

extension [StaffMember] {
    /// R02: the crew stays together all day, so it is enough that one of its members is an accueillant.
    public var hasAccueillant: Bool { contains { $0.roles.contains(.accueillant) } }

    /// R30: false where it is known that nobody of the crew may drive a van; what is not known of either rules nothing out.
    public func mayDrive(_ van: Van?) -> Bool {
        contains { $0.roles.contains(.driver) && $0.mayDrive(van) != .absent }
    }
}

extension StaffMember {
    /// R30: whether the licence of a driver allows a van, unknown where its mass or its seats, or the licence itself, would
    /// tell.
    public func mayDrive(_ van: Van?) -> Presence {
        licence.isEmpty ? .unknown : DrivingLicence(licence).allows(mass: van?.maximumMass, seats: van?.seats)
    }
}

/// The categories of a driving licence, e.g. `B` or `B, C1E`. Source: Code de la route, R221-4.
public struct DrivingLicence: Hashable, Sendable {
    /// Kilograms that a licence of category B allows at most.
    public static let lightMass = 3500
    /// Seats, the driver's among them, that a licence of category B or C allows at most, and one of category D1.
    public static let fewSeats = 9
    public static let minibusSeats = 17

    private let categories: Set<String>

    public init(_ text: String) {
        categories = Set(text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// - Parameters:
    ///   - mass: maximum laden mass of a van, kilograms; `nil` where unknown.
    ///   - seats: the driver's among them; `nil` where unknown.
    /// - Returns: present or absent where no unknown figure could change it.
    public func allows(mass: Int?, seats: Int?) -> Presence {
        let masses = mass.map { [$0] } ?? [Self.lightMass, Self.lightMass + 1]
        let sizes = seats.map { [$0] } ?? [Self.fewSeats, Self.minibusSeats, Self.minibusSeats + 1]
        let answers = Set(masses.flatMap { mass in sizes.map { allows(mass: mass, seats: $0) } })
        return answers.count > 1 ? .unknown : answers.contains(true) ? .present : .absent
    }

    private func allows(mass: Int, seats: Int) -> Bool {
        let heavy = holds("C", "C1", "CE", "C1E")
        let coach = holds("D", "DE")
        let minibus = coach || holds("D1", "D1E")
        return switch seats {
        case ...Self.fewSeats: heavy || mass <= Self.lightMass && (minibus || holds("B", "BE", "B96"))
        case ...Self.minibusSeats: minibus
        default: coach
        }
    }

    private func holds(_ any: String...) -> Bool { !categories.isDisjoint(with: any) }
}
