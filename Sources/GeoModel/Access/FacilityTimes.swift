/// Time from the centre of a commune to the nearest of some places, by the built-in travel.
///
/// Exact: places are looked at by growing difference of latitude, until that alone is further than the best.
struct NearestTimes: Sendable {
    struct Target: Sendable {
        var point: TravelPoint
        var commune: String
        /// The place has no position of its own: the centre of its commune stands in.
        var isApproximate: Bool
    }

    struct Found: Hashable, Sendable {
        var seconds: Int
        var isApproximate: Bool
    }

    private let targets: [Target]
    private let travel: BuiltInTravel
    /// Metres of a degree of latitude, a little less than it is.
    private static let metresOfDegree = Position.earthRadius * .pi / 180 * (1 - 1e-9)

    init(_ targets: [Target], travel: BuiltInTravel) {
        self.targets = targets.sorted {
            ($0.point.position.latitude, $0.point.position.longitude, $0.commune)
                < ($1.point.position.latitude, $1.point.position.longitude, $1.commune)
        }
        self.travel = travel
    }

    /// - Parameter inside: travel within `commune` is counted as half the radius of a disc of its area at least.
    /// - Returns: `nil` where there is no place at all.
    func nearest(to commune: Commune, inside: Bool) -> Found? {
        let here = travel.point(at: commune.centre, in: commune)
        let inner = inside ? travel.withinCommune(commune).duration.count : 0
        var best: Found?
        /// False once the difference of latitude alone is too far.
        func look(_ target: Target) -> Bool {
            let degrees = abs(target.point.position.latitude - commune.centre.latitude)
            if let best, travel.leastSeconds(straight: degrees * Self.metresOfDegree) > Double(best.seconds) + 1 {
                return false
            }
            let direct = travel.leg(from: here, to: target.point).duration.count
            let seconds = target.commune == commune.code ? max(direct, inner) : direct
            guard let old = best else {
                best = Found(seconds: seconds, isApproximate: target.isApproximate)
                return true
            }
            if seconds < old.seconds || seconds == old.seconds && old.isApproximate && !target.isApproximate {
                best = Found(seconds: seconds, isApproximate: target.isApproximate)
            }
            return true
        }
        var above = targets.partitioningIndex { $0.point.position.latitude >= commune.centre.latitude }
        var below = above - 1
        var goesUp = true
        var goesDown = true
        while goesUp || goesDown {
            if goesUp {
                goesUp = above < targets.count && look(targets[above])
                above += 1
            }
            if goesDown {
                goesDown = below >= 0 && look(targets[below])
                below -= 1
            }
        }
        return best
    }
}

extension Array {
    /// First index whose element satisfies the predicate, in an array where all that do come last.
    fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Times from communes to the nearest facility of each kind.
///
/// An itinerant facility has no fixed place and is not counted. A facility without position stands at the centre of
/// its commune, flagged; without a known commune either, it is left out.
public struct FacilityTimes: Sendable {
    public struct Time: Hashable, Sendable {
        public var minutes: Double
        /// The nearest has no position of its own: the centre of its commune stands in.
        public var isApproximate: Bool
    }

    private let territory: Territory
    private let communes: [String: Commune]
    private let travel: BuiltInTravel
    /// Kinds of which at least one fixed facility is listed.
    public let kinds: [FacilityKind]

    public init(_ territory: Territory, travel: BuiltInTravel) {
        self.territory = territory
        self.travel = travel
        let communes = Dictionary(territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        self.communes = communes
        let fixed = territory.facilities.filter {
            $0.itinerant != .present && ($0.position != nil || communes[$0.commune] != nil)
        }
        let listed = Set(fixed.map(\.kind))
        kinds = FacilityKind.allCases.filter(listed.contains)
    }

    /// Minutes to the nearest facility of any of `kinds`, in the order of `from`; `nil` where none is listed.
    public func nearest(_ kinds: Set<FacilityKind>, from: [Commune]) -> [Time]? {
        let targets = territory.facilities.compactMap { facility -> NearestTimes.Target? in
            guard kinds.contains(facility.kind), facility.itinerant != .present,
                let position = facility.position ?? communes[facility.commune]?.centre
            else { return nil }
            let point =
                communes[facility.commune].map { travel.point(at: position, in: $0) }
                ?? travel.openPoint(at: position)
            return NearestTimes.Target(
                point: point, commune: facility.commune, isApproximate: facility.position == nil)
        }
        guard !targets.isEmpty else { return nil }
        let search = NearestTimes(targets, travel: travel)
        return from.compactMap { commune in
            search.nearest(to: commune, inside: true).map {
                Time(minutes: Double($0.seconds) / 60, isApproximate: $0.isApproximate)
            }
        }
    }
}
