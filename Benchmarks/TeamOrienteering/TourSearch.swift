import ColumnGeneration
import GeoModel

/// Large neighbourhood search for tours: takes sites out, puts better ones in, shortens, and keeps what is hardly worse.
///
/// Scheme: Shaw 1998; acceptance by a falling threshold: Dueck, Journal of Computational Physics 104, 1993. Work is counted
/// in iterations, so that the same seed gives the same plan whatever the machine's speed.
final class TourSearch {
    let instance: TeamOrienteeringInstance
    let geometry: TourGeometry
    var random: SeededGenerator
    private let current: TourDraft
    let trial: TourDraft
    private let bestDraft: TourDraft
    /// Cheapest place of each site left out, by tour: how much longer, and before which entry.
    private let cost: UnsafeMutablePointer<Double>
    private let place: UnsafeMutablePointer<Int32>
    private var left: [Int] = []
    private var weight: [Double]
    /// Sites that the present iteration takes out.
    var isLeaving: [Bool]
    private(set) var archive = TourArchive(limit: 40_000)
    private(set) var iterations = 0
    private var sinceBetter = 0

    var best: (tours: [[Int]], score: Int) {
        ((0..<instance.vehicles).map { bestDraft.tour($0) }.filter { !$0.isEmpty }, bestDraft.score)
    }

    init(_ geometry: TourGeometry, seed: UInt64) {
        self.geometry = geometry
        instance = geometry.instance
        random = SeededGenerator(seed: seed)
        current = TourDraft(instance)
        trial = TourDraft(instance)
        bestDraft = TourDraft(instance)
        cost = .allocate(capacity: max(1, instance.count * instance.vehicles))
        place = .allocate(capacity: max(1, instance.count * instance.vehicles))
        weight = Array(repeating: 1, count: instance.count)
        isLeaving = Array(repeating: false, count: instance.count)
        repair()
        polish()
        current.copy(from: trial)
        keepBest()
    }

    deinit {
        cost.deallocate()
        place.deallocate()
    }

    /// Takes up a plan found elsewhere.
    func adopt(_ tours: [[Int]]) {
        trial.set(tours)
        guard (0..<instance.vehicles).allSatisfy({ trial.used[$0] <= trial.limit }) else { return }
        current.copy(from: trial)
        keepBest()
    }

    /// Runs so many iterations. True where a better plan was found.
    func run(iterations count: Int, shouldStop: () -> Bool) -> Bool {
        guard instance.count > 0 else { return false }
        let before = bestDraft.score
        for index in 0..<count {
            if index & 63 == 0, shouldStop() { break }
            iterate()
        }
        return bestDraft.score > before
    }

    private func iterate() {
        iterations += 1
        sinceBetter += 1
        trial.copy(from: current)
        destroy()
        repair()
        polish()
        keepArchive()
        let gap = Double(trial.score - current.score)
        // The threshold falls and starts again; the longest walks begin from the best plan.
        let phase = Double(iterations % Self.period) / Double(Self.period)
        let threshold = 0.02 * (1 - phase) * Double(bestDraft.score) * Double.random(in: 0...1, using: &random)
        if gap > 0 || gap == 0 && (trial.totalLength <= current.totalLength + 1e-9 || random.next() & 1 == 0)
            || -gap < threshold
        {
            current.copy(from: trial)
        }
        keepBest()
        if sinceBetter % Self.period == 0 { current.copy(from: bestDraft) }
    }

    private static let period = 5000

    private func keepBest() {
        guard
            trial.score > bestDraft.score
                || trial.score == bestDraft.score && trial.totalLength < bestDraft.totalLength - 1e-9
        else { return }
        if trial.score > bestDraft.score { sinceBetter = 0 }
        bestDraft.copy(from: trial)
    }

    private func keepArchive() {
        guard Double(trial.score) >= 0.98 * Double(bestDraft.score) else { return }
        for tour in 0..<instance.vehicles where trial.count(tour) > 2 {
            var set = NodeSet.empty
            let row = trial.row(tour)
            for place in 1..<trial.count(tour) - 1 { set.insert(Int(row[place])) }
            if archive.contains(set) { continue }
            let sites = trial.tour(tour)
            archive.add(sites, set, score: instance.score(sites), length: trial.used[tour])
        }
    }
}

// Putting in.
extension TourSearch {
    func uniform(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &random) }

    /// Puts in sites by weight for detour until none fits.
    private func repair() {
        let power = [0.5, 0.75, 1, 1, 1.5, 2][uniform(6)]
        let noise = [0, 0.1, 0.3, 0.6][uniform(4)]
        left.removeAll(keepingCapacity: true)
        for site in 0..<instance.count where trial.tourOf[site] < 0 {
            let worth = Double(instance.worth[site])
            let base =
                power == 1
                ? worth
                : power == 2
                    ? worth * worth
                    : power == 0.5
                        ? worth.squareRoot()
                        : power == 1.5
                            ? worth * worth.squareRoot() : worth.squareRoot() * worth.squareRoot().squareRoot()
            weight[site] = base * (1 + noise * Double.random(in: -1...1, using: &random))
            // A site just taken out is now and then passed over.
            if isLeaving[site], random.next() & 7 == 0 { weight[site] *= 0.2 }
            left.append(site)
        }
        for tour in 0..<instance.vehicles { look(tour) }
        insertAll()
    }

    private func insertAll() {
        while true {
            var bestRatio = 0.0
            var (bestSite, bestTour) = (-1, -1)
            var write = 0
            for site in left {
                guard trial.tourOf[site] < 0 else { continue }
                left[write] = site
                write += 1
                for tour in 0..<instance.vehicles {
                    let longer = cost[site * instance.vehicles + tour]
                    guard trial.used[tour] + longer <= trial.limit else { continue }
                    let ratio = weight[site] / (longer + 1e-3)
                    if ratio > bestRatio { (bestRatio, bestSite, bestTour) = (ratio, site, tour) }
                }
            }
            left.removeLast(left.count - write)
            guard bestSite >= 0 else { return }
            trial.insert(bestSite, bestTour, at: Int(place[bestSite * instance.vehicles + bestTour]))
            look(bestTour)
        }
    }

    /// Finds the cheapest place in a tour for each site left out.
    private func look(_ tour: Int) {
        let row = trial.row(tour)
        let count = trial.count(tour)
        for site in left where trial.tourOf[site] < 0 {
            let from = trial.distances(from: site)
            var least = Double.infinity
            var at = 1
            var before = from[Int(row[0])]
            for index in 1..<count {
                let after = from[Int(row[index])]
                let longer = before + after - trial.distance(Int(row[index - 1]), Int(row[index]))
                if longer < least { (least, at) = (longer, index) }
                before = after
            }
            cost[site * instance.vehicles + tour] = least
            place[site * instance.vehicles + tour] = Int32(at)
        }
    }

    /// Shortens tours and puts in what then fits, swaps in better sites, until nothing changes.
    private func polish() {
        for _ in 0..<8 {
            var isChanged = false
            for tour in 0..<instance.vehicles where trial.shorten(tour) {
                look(tour)
                isChanged = true
            }
            if isChanged { insertAll() }
            if exchange() {
                insertAll()
                isChanged = true
            }
            if !isChanged { break }
        }
    }

    /// Puts a site left out in place of one visited that is worth less, or as much and further away.
    private func exchange() -> Bool {
        var isChanged = false
        for tour in 0..<instance.vehicles {
            var placeInTour = 1
            while placeInTour < trial.count(tour) - 1 {
                let row = trial.row(tour)
                let (a, b, c) = (Int(row[placeInTour - 1]), Int(row[placeInTour]), Int(row[placeInTour + 1]))
                let freed = trial.distance(a, b) + trial.distance(b, c) - trial.distance(a, c)
                let room = trial.limit - trial.used[tour] + freed
                let worth = instance.worth[b]
                var (bestSite, bestWorth, bestLonger, bestAt) = (-1, worth, freed - 1e-9, 0)
                for site in left where trial.tourOf[site] < 0 && instance.worth[site] >= bestWorth {
                    var longer = trial.distance(a, site) + trial.distance(site, c) - trial.distance(a, c)
                    var at = placeInTour
                    let other = Int(place[site * instance.vehicles + tour])
                    // The cheapest place, where it is not beside the site that leaves.
                    if other != placeInTour, other != placeInTour + 1, cost[site * instance.vehicles + tour] < longer {
                        longer = cost[site * instance.vehicles + tour]
                        at = other > placeInTour ? other - 1 : other
                    }
                    guard longer <= room else { continue }
                    if instance.worth[site] > bestWorth || longer < bestLonger {
                        (bestSite, bestWorth, bestLonger, bestAt) = (site, instance.worth[site], longer, at)
                    }
                }
                if bestSite >= 0 {
                    trial.remove(tour, at: placeInTour)
                    trial.insert(bestSite, tour, at: bestAt)
                    trial.measure(tour)
                    left.append(b)
                    for other in 0..<instance.vehicles { look(other) }
                    isChanged = true
                }
                placeInTour += 1
            }
        }
        return isChanged
    }
}
