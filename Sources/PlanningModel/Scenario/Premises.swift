import GeoModel

/// A place where parents are received, and the van they are received from; a fixed centre has none.
public struct Premises: Sendable {
    public var venue: VenueFacts
    public var van: Van?

    public init(venue: VenueFacts, van: Van?) {
        self.venue = venue
        self.van = van
    }

    /// Of two facts that add up: one of van and venue is enough.
    private func either(_ venueFact: KeyPath<VenueFacts, Presence>, _ vanFact: KeyPath<Van, Presence>) -> Presence {
        van.map { venue[keyPath: venueFact] || $0[keyPath: vanFact] } ?? venue[keyPath: venueFact]
    }

    /// Of two facts that must both hold.
    private func both(_ venueFact: KeyPath<VenueFacts, Presence>, _ vanFact: KeyPath<Van, Presence>) -> Presence {
        van.map { venue[keyPath: venueFact] && $0[keyPath: vanFact] } ?? venue[keyPath: venueFact]
    }

    public var confidential: Presence { either(\.confidentialSpace, \.confidentialSpace) }
    public var collective: Presence { either(\.collectiveSpace, \.collectiveSpace) }
    public var accessible: Presence { both(\.accessible, \.accessible) }
    public var recognisable: Presence { both(\.recognisable, \.recognisable) }
    public var ownAccess: Presence { venue.ownAccess }
    public var power: Presence { either(\.power, \.ownPower) }

    /// Whether a hard rule (R04, R05, R34) is known to be broken there. Unknown rules nothing out.
    public var isRuledOut: Bool {
        [confidential, collective, accessible, ownAccess, recognisable, power].contains(.absent)
    }
}
