import ColumnGeneration

/// The best plan among given tours, by depth-first search with a budget of losses.
///
/// At duals of a relaxation of value U, a plan is worth U less what its tours lack of zero reduced cost, less the prices
/// of the sites and vehicles it leaves. A plan better than the incumbent may lose no more than the gap: this decides which
/// sites it must visit.
struct TourPacking {
    struct Choice {
        var set: NodeSet
        /// Reduced cost with the sign turned: never below zero but for rounding.
        var loss: Double
        var score: Int
        var index: Int
    }

    private let prices: [Double]
    private let choices: [Choice]
    /// By site: choices that visit it, least loss first.
    private let visiting: [[Int32]]
    private let order: [Int]
    private var left: Int
    private(set) var best: (score: Int, choices: [Int])?
    private var floor: Int
    private let shouldStop: () -> Bool
    private(set) var isStopped = false

    /// - Parameter steps: tours looked at, at most.
    init(
        _ choices: [Choice], prices: [Double], floor: Int, steps: Int, shouldStop: @escaping () -> Bool
    ) {
        self.prices = prices
        self.choices = choices.sorted { ($0.loss, $0.index) < ($1.loss, $1.index) }
        var visiting: [[Int32]] = Array(repeating: [], count: prices.count)
        for (place, choice) in self.choices.enumerated() {
            for site in choice.set { visiting[site].append(Int32(place)) }
        }
        self.visiting = visiting
        order = prices.indices.filter { prices[$0] > 0 }.sorted { (prices[$1], $0) < (prices[$0], $1) }
        self.floor = floor
        left = steps
        self.shouldStop = shouldStop
    }

    /// Looks for plans above the floor.
    /// - Parameters:
    ///   - budget: what a plan may lose.
    ///   - unit: the least by which scores differ; each plan found lowers the budget.
    /// - Returns: whether the search came to its end.
    mutating func run(vehicles: Int, budget: Double, unit: Int) -> Bool {
        var chosen: [Int] = []
        let value = Double(floor + unit) + budget
        search(.empty, .empty, vehicles, 0, value, unit, 0, &chosen)
        return !isStopped
    }

    /// - Parameter lost: by the tours chosen and the sites given up so far.
    private mutating func search(
        _ used: NodeSet, _ skipped: NodeSet, _ vehicles: Int, _ lost: Double, _ value: Double, _ unit: Int,
        _ score: Int, _ chosen: inout [Int]
    ) {
        if score > floor {
            floor = score
            best = (score, chosen.map { choices[$0].index })
        }
        guard vehicles > 0 else { return }
        var budget: Double { value - Double(floor + unit) - lost + 1e-6 }
        guard budget >= 0 else { return }
        // The site that costs most when left out; a site that must be visited has few tours.
        let room = budget
        var pivot = -1
        var fewest = Int.max
        var needed = NodeSet.empty
        for site in order where !used.contains(site) && !skipped.contains(site) {
            if prices[site] > room {
                if vehicles == 1 { needed.insert(site) }
                if visiting[site].count < fewest { (pivot, fewest) = (site, visiting[site].count) }
            } else {
                if pivot < 0 { pivot = site }
                break
            }
        }
        if pivot < 0 {
            // No price is left to lose: any tour that fits.
            for place in choices.indices {
                let choice = choices[place]
                if choice.loss > budget { break }
                guard step() else { return }
                guard choice.set.isDisjoint(with: used), choice.set.isDisjoint(with: skipped) else { continue }
                chosen.append(place)
                search(
                    used.union(choice.set), skipped, vehicles - 1, lost + choice.loss, value, unit,
                    score + choice.score, &chosen)
                chosen.removeLast()
                if isStopped { return }
            }
            return
        }
        for entry in visiting[pivot] {
            let place = Int(entry)
            let choice = choices[place]
            if choice.loss > budget { break }
            guard step() else { return }
            guard choice.set.isDisjoint(with: used), choice.set.isDisjoint(with: skipped),
                needed.isSubset(of: choice.set)
            else { continue }
            chosen.append(place)
            search(
                used.union(choice.set), skipped, vehicles - 1, lost + choice.loss, value, unit, score + choice.score,
                &chosen)
            chosen.removeLast()
            if isStopped { return }
        }
        guard prices[pivot] <= budget else { return }
        var without = skipped
        without.insert(pivot)
        search(used, without, vehicles, lost + prices[pivot], value, unit, score, &chosen)
    }

    private mutating func step() -> Bool {
        left -= 1
        if left <= 0 || left & 0xFFFF == 0 && shouldStop() { isStopped = true }
        return !isStopped
    }
}
