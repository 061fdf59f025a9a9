import GeoModel

/// Compares the needs that a plan carries with those of its own data.
struct NeedRecomputation {
    func discrepancies(in recount: ServiceRecount) -> [Discrepancy] {
        let view = recount.view
        let expected = recount.needs.counted
        let given = Dictionary(view.plan.needs.map { ($0.commune, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(expected.map(\.commune))
        func locus(_ commune: String) -> PlanLocus { PlanLocus(service: view.service.id, subject: commune) }
        var found = expected.flatMap { need -> [Discrepancy] in
            guard let other = given[need.commune] else {
                return [Discrepancy(.needMissing, at: locus(need.commune), expected: .points(need.points))]
            }
            var found: [Discrepancy] = []
            if other.points != need.points {
                found.append(
                    Discrepancy(
                        .needPoints, at: locus(need.commune), found: .points(other.points),
                        expected: .points(need.points)))
            }
            if !Self.same(other.volume, need.volume) {
                found.append(Discrepancy(.needVolume, at: locus(need.commune)))
            }
            if !Self.same(other.intensity, need.intensity) {
                found.append(Discrepancy(.needIntensity, at: locus(need.commune)))
            }
            return found
        }
        var seen: Set<String> = []
        for need in view.plan.needs where !known.contains(need.commune) || !seen.insert(need.commune).inserted {
            found.append(Discrepancy(.needUnfounded, at: locus(need.commune), found: .points(need.points)))
        }
        return found
    }

    /// Far above rounding, far below any figure that matters.
    private static func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }
}
