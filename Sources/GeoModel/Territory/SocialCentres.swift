/// Whether a commune has a centre social: its own column first, then the facilities listed, then lists that someone
/// vouches are complete. Without any of these it is unknown.
public struct SocialCentres: Sendable {
    private let listed: Set<String>
    private let completeLists: [CompleteList]

    public init(_ territory: Territory) {
        listed = Set(territory.facilities.lazy.filter { $0.kind == .socialCentre }.map(\.commune))
        completeLists = territory.completeLists.filter { $0.kind == .socialCentre }
    }

    public func presence(in commune: Commune) -> Presence {
        if commune.socialCentre != .unknown { return commune.socialCentre }
        if listed.contains(commune.code) { return .present }
        return completeLists.contains { $0.covers(commune) } ? .absent : .unknown
    }
}
