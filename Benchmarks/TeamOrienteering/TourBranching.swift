import ColumnGeneration

/// What branching decides on next.
enum TourDecision: Hashable {
    case site(Int)
    case arc(Int, Int)
}

/// Chooses what to branch on: first whether a site is visited, then whether an arc is taken (Boussier, Feillet, Gendreau
/// 2007).
enum TourBranching {
    static func candidates(
        _ taken: [(column: TourColumn, share: Double)], _ branch: TourBranch, sites: Int, worth: [Int]
    ) -> [TourDecision] {
        var visits = Array(repeating: 0.0, count: sites)
        var arcs: [Int: Double] = [:]
        for (column, share) in taken {
            for site in column.tour { visits[site] += share }
            for (a, b) in zip(column.tour, column.tour.dropFirst()) { arcs[a * sites + b, default: 0] += share }
        }
        let open = (0..<sites).filter {
            visits[$0] > Tolerance.countIntegrality && visits[$0] < 1 - Tolerance.countIntegrality
                && !branch.required.contains($0)
        }
        if !open.isEmpty {
            return open.sorted {
                let (a, b) = (abs(visits[$0] - 0.5), abs(visits[$1] - 0.5))
                return abs(a - b) > 1e-9 ? a < b : worth[$0] != worth[$1] ? worth[$0] > worth[$1] : $0 < $1
            }.map(TourDecision.site)
        }
        return arcs.filter { $0.value > Tolerance.countIntegrality && $0.value < 1 - Tolerance.countIntegrality }
            .sorted {
                let (a, b) = (abs($0.value - 0.5), abs($1.value - 0.5))
                return abs(a - b) > 1e-9 ? a < b : $0.key < $1.key
            }.map { TourDecision.arc($0.key / sites, $0.key % sites) }
    }
}
