/// The lightest set that has enough members in common with each of some sets.
///
/// Exact, by trying each member of a set that is not hit yet; the sets are the conflicts of one plan, few and small.
package enum HittingSet {
    /// So many of these at least: 1 for a conflict, more where it is known how many of them have to go.
    package struct Demand: Sendable {
        package var members: [Int]
        package var least: Int

        package init(_ members: [Int], least: Int = 1) {
            self.members = members
            self.least = least
        }
    }

    /// - Parameters:
    ///   - demands: each with at least so many members as it asks for.
    ///   - weight: of a member, at least 1.
    package static func lightest(_ demands: [Demand], weight: (Int) -> Int) -> Set<Int> {
        var best: Set<Int> = []
        var bestWeight = Int.max
        func search(_ chosen: Set<Int>, _ barred: Set<Int>, _ total: Int) {
            guard total < bestWeight else { return }
            var next: [Int]?
            for demand in demands {
                let missing = demand.least - demand.members.count(where: chosen.contains)
                guard missing > 0 else { continue }
                let candidates = demand.members.filter { !chosen.contains($0) && !barred.contains($0) }
                guard candidates.count >= missing else { return }
                // The demand with the fewest members left is settled first.
                if candidates.count < next?.count ?? Int.max { next = candidates }
            }
            guard let next else {
                (best, bestWeight) = (chosen, total)
                return
            }
            var barred = barred
            for member in next.sorted(by: { (weight($0), $0) < (weight($1), $1) }) {
                search(chosen.union([member]), barred, total + weight(member))
                barred.insert(member)
            }
        }
        search([], [], 0)
        return best
    }
}
