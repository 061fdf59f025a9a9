/// The lightest set that has a member in common with each of some sets.
///
/// Exact, by trying each member of a set that is not hit yet; the sets are the conflicts of one plan, few and small.
package enum HittingSet {
    /// - Parameters:
    ///   - sets: none of them empty.
    ///   - weight: of a member, at least 1.
    package static func lightest(_ sets: [[Int]], weight: (Int) -> Int) -> Set<Int> {
        var best: Set<Int> = []
        var bestWeight = Int.max
        func search(_ chosen: Set<Int>, _ barred: Set<Int>, _ total: Int) {
            guard total < bestWeight else { return }
            let open = sets.filter { chosen.isDisjoint(with: $0) }
            // The set with the fewest members left is settled first.
            let candidates = open.map { $0.filter { !barred.contains($0) } }.min { $0.count < $1.count }
            guard let candidates else {
                (best, bestWeight) = (chosen, total)
                return
            }
            var barred = barred
            for member in candidates.sorted(by: { (weight($0), $0) < (weight($1), $1) }) {
                search(chosen.union([member]), barred, total + weight(member))
                barred.insert(member)
            }
        }
        search([], [], 0)
        return best
    }
}
