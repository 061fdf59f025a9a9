import Foundation
import GeoModel

/// Destroys a part of a draft and repairs it greedily, many times: a plan from the first second.
///
/// Source of the scheme: Shaw 1998; acceptance by a falling threshold (Dueck 1993). Work is counted in
/// iterations, so that the same seed gives the same plan whatever the machine's speed.
struct LargeNeighbourhoodSearch {
    private let problem: RoundsProblem
    private var random: SeededGenerator
    private var current: RoundsDraft
    /// Stops near each stop, nearest first.
    private let near: [[Int]]

    init(_ problem: RoundsProblem, seed: UInt64) {
        self.problem = problem
        random = SeededGenerator(seed: seed)
        current = RoundsDraft(problem)
        candidates = Array(0..<problem.stopCount)
        near = (0..<problem.stopCount).map { stop in
            (0..<problem.stopCount).sorted {
                (problem.thereAndBack(stop, $0), $0) < (problem.thereAndBack(stop, $1), $1)
            }
        }
    }

    /// The best plan so far, where there is one.
    private(set) var best: (columns: [RoundColumn], value: Int)?
    private var bestDraft: RoundsDraft?
    /// Stops that may be put in.
    private var candidates: [Int]

    /// Looks at these stops only from now on.
    mutating func narrow(to stops: [Int]) { candidates = stops }

    /// Runs so many iterations from the best plan so far. True where a better one was found.
    mutating func run(iterations: Int, shouldStop: () -> Bool) -> Bool {
        if shouldStop() { return false }
        let before = best?.value
        if let bestDraft { current = bestDraft } else { repair(randomised: false) }
        keepBest()
        for iteration in 0..<iterations {
            if shouldStop() { break }
            let previous = current
            destroy()
            repair(randomised: true)
            keepBest()
            let left = 1 - Double(iteration) / Double(iterations)
            let threshold = Int(Self.startThreshold * left * Double(max(1000, previous.need)))
            if rank(current) < rank(previous) - threshold { current = previous }
        }
        return best?.value != before
    }

    private mutating func keepBest() {
        guard current.shortage == 0, best.map({ current.value > $0.value }) ?? true else { return }
        best = (current.columns, current.value)
        bestDraft = current
    }

    /// Share of the need reached that a step may lose at the start.
    private static let startThreshold = 0.02

    /// Value, where each half-day that is missing costs more than any plan can gain.
    private func rank(_ draft: RoundsDraft) -> Int { draft.value - draft.shortage * 2_000_000 }

    private mutating func destroy() {
        guard !current.entries.isEmpty else { return }
        let size = Int.random(in: 1...max(1, min(6, current.entries.count / 2 + 1)), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            let doomed = Set(
                current.entries.indices.shuffled(using: &random).prefix(size).map { current.entries[$0].stop })
            current.remove { doomed.contains($0.stop) }
        case 1:
            let centre = current.entries[Int.random(in: 0..<current.entries.count, using: &random)].stop
            let doomed = Set(near[centre].filter { current.used[$0] }.prefix(size))
            current.remove { doomed.contains($0.stop) }
        default:
            let weekday = Int.random(in: 0..<problem.weekdays.count, using: &random)
            let other = Int.random(in: 0..<problem.weekdays.count, using: &random)
            let both = size > 3
            current.remove { $0.weekday == weekday || both && $0.weekday == other }
        }
    }

    private mutating func repair(randomised: Bool) {
        let perWork = randomised && Bool.random(using: &random)
        let blink = randomised ? 0.1 : 0
        while let entry = bestEntry(perWork: perWork, blink: blink) { current.insert(entry) }
    }

    private mutating func bestEntry(perWork: Bool, blink: Double) -> RoundsDraft.Entry? {
        var best: (score: Double, entry: RoundsDraft.Entry)?
        let short = current.shortage > 0
        let tree = problem.tree
        for stop in candidates where !current.used[stop] {
            if blink > 0, Double.random(in: 0..<1, using: &random) < blink { continue }
            for cadence in problem.cadences.indices {
                let gain = current.gain(of: stop, cadence: cadence)
                if !short && gain <= 0 { continue }
                if !short && !perWork, let best, Double(gain) <= best.score { continue }
                for node in tree.nodes(atLevel: cadence) {
                    var sawFree = false
                    for weekday in problem.weekdays.indices {
                        if current.isFree(weekday) {
                            if sawFree { continue }
                            sawFree = true
                        }
                        for half in 0..<3 {
                            let entry = RoundsDraft.Entry(stop: stop, node: node, weekday: weekday, half: half)
                            guard let delta = current.delta(entry) else { continue }
                            let profit = gain - delta.cost
                            if profit <= 0 && delta.relief == 0 { continue }
                            var score = perWork ? Double(profit) / Double(max(1, delta.work)) : Double(profit)
                            if delta.relief > 0 { score += Double(delta.relief) * 1e7 / Double(max(1, delta.work)) }
                            if score > best?.score ?? -.infinity { best = (score, entry) }
                        }
                    }
                }
            }
        }
        return best?.entry
    }
}
