/// How isolated the communes of a service are: minutes to facilities, no centre social, digital isolation.
public struct Isolation: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var commune: String
        /// Minutes to the nearest of each kind, in the order of `kinds`.
        public var times: [FacilityTimes.Time]
        /// Absent: the commune is a "zone sans centre social"; unknown is said as such.
        public var socialCentre: Presence
        /// Score of the digital dimension, 0 to 1; `nil` where nothing of it is given.
        public var digital: Double?
    }

    /// Kinds of which a fixed facility is listed: of the others, nothing can be said.
    public var kinds: [FacilityKind]
    /// In the order of the communes given.
    public var rows: [Row]

    public var kindsNotGiven: [FacilityKind] { FacilityKind.allCases.filter { !kinds.contains($0) } }

    public init(communes: [Commune], in territory: Territory, score: NeedScore, travel: BuiltInTravel) {
        let search = FacilityTimes(territory, travel: travel)
        kinds = search.kinds
        let times = search.kinds.compactMap { search.nearest([$0], from: communes) }
        let centres = SocialCentres(territory)
        rows = communes.indices.map { index in
            Row(
                commune: communes[index].code, times: times.map { $0[index] },
                socialCentre: centres.presence(in: communes[index]),
                digital: score.intensities[index].score(of: .digitalIsolation))
        }
    }
}
