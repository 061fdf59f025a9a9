import PlanningModel

/// What is missing to the floors of a service, kept up to date demand by demand.
struct AnnealingFloors {
    /// Thousandths of need.
    var missing: Int { missingOfGroups + missingOfHighest + missingOfWorst }

    private var groupOf: [Int] = []
    private var needed: [Int] = []
    private var reached: [Int] = []
    private var missingOfGroups = 0
    /// Share of a demand's credit that counts for the highest need, in millionths of the total weight.
    private var share: [Int] = []
    private var neededOfHighest = 0
    private var reachedOfHighest = 0
    private let worstFloor: Double?
    private let weights: [Int]
    private let total: Int
    /// Credit below which each demand counts among the worst off, and the sum of what is missing to it: for any common
    /// benefit η this proves the floor (Rockafellar and Uryasev, 2000), for the right one exactly.
    private var threshold: [Int] = []
    private var benefit = 0.0
    private var below = 0
    private var credit: [Int] = []

    init(_ problem: RoundsProblem) {
        let floors = problem.service.floors
        weights = problem.demands.map(\.weight)
        total = weights.reduce(0, +)
        worstFloor = floors.worstOff
        if let floor = floors.everyEpci {
            groupOf = weights.map { _ in 0 }
            for (index, group) in problem.demandsOfEpci.enumerated() {
                for demand in group { groupOf[demand] = index }
                needed.append(Int((floor * Double(group.reduce(0) { $0 + weights[$1] })).rounded(.up)))
            }
            reached = needed.map { _ in 0 }
            missingOfGroups = needed.reduce(0, +)
        }
        if let floor = floors.highestNeed {
            share = weights.map { _ in 0 }
            for (demand, own) in problem.highestNeedShares {
                share[demand] = Int((own * Double(total) * 1000).rounded(.down))
            }
            neededOfHighest = Int((floor * Double(total) * 1e6).rounded(.up))
        }
        if let floor = worstFloor {
            credit = weights.map { _ in 0 }
            lookBelow(floor)
        }
    }

    private var missingOfHighest: Int { (max(0, neededOfHighest - reachedOfHighest) + 999_999) / 1_000_000 }

    private var missingOfWorst: Int {
        guard let worstFloor else { return 0 }
        let result = benefit - Double(below) / (Floors.part * Double(total))
        return Int((max(0, worstFloor - Floors.tolerance / 2 - result) * Double(total)).rounded(.up))
    }

    mutating func add(_ points: Int, to demand: Int) {
        if !needed.isEmpty {
            let group = groupOf[demand]
            let was = max(0, needed[group] - reached[group])
            reached[group] += points
            missingOfGroups += max(0, needed[group] - reached[group]) - was
        }
        if !share.isEmpty { reachedOfHighest += share[demand] * points }
        if !credit.isEmpty {
            let was = max(0, threshold[demand] - credit[demand])
            credit[demand] += points
            below += max(0, threshold[demand] - credit[demand]) - was
        }
    }

    private mutating func lookBelow(_ benefit: Double) {
        self.benefit = benefit
        threshold = weights.map { Int((benefit * Double($0)).rounded(.up)) }
        below = threshold.indices.reduce(0) { $0 + max(0, threshold[$1] - credit[$1]) }
    }

    /// Takes for η the benefit that the worst-off fifth reaches at most: there the proof is exact.
    mutating func retune(_ covered: [Int32]) {
        guard worstFloor != nil else { return }
        let sorted = weights.indices.filter { weights[$0] > 0 }
            .map { (benefit: Double(covered[$0]) / Double(weights[$0]), weight: weights[$0]) }
            .sorted { $0.benefit < $1.benefit }
        var left = Floors.part * Double(total)
        for (benefit, weight) in sorted {
            left -= Double(weight)
            if left <= 0 {
                lookBelow(max(benefit, worstFloor ?? 0))
                return
            }
        }
    }
}
