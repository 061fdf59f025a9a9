import Synchronization

/// Adds up the progress of all services, once each has told of its own.
package final class ProgressBoard: Sendable {
    private let states: Mutex<[SearchProgress?]>
    private let start = ContinuousClock.now
    private let report: @Sendable (SolveProgress) -> Void

    package init(_ count: Int, report: @escaping @Sendable (SolveProgress) -> Void) {
        states = Mutex(Array(repeating: nil, count: count))
        self.report = report
    }

    package func update(_ index: Int, _ progress: SearchProgress) {
        let all = states.withLock { states in
            states[index] = progress
            return states
        }
        let known = all.compactMap { $0 }
        let values = known.compactMap(\.value)
        // A service found to have no plan has no bound to add, and the others none that matters.
        guard known.count == all.count, known.allSatisfy({ $0.bound > .min }) else { return }
        let bound = known.reduce(0) { $0 + $1.bound }
        let value = values.count == all.count ? values.reduce(0, +) : nil
        let need = known.reduce(0) { $0 + $1.need }
        report(
            SolveProgress(
                seconds: (ContinuousClock.now - start) / .seconds(1), value: value.map { Double($0) / 1000 },
                bound: Double(bound) / 1000, gap: value.map { Double(bound - $0) / Double(max(need, 1000)) },
                columns: known.reduce(0) { $0 + $1.columns }, nodes: known.reduce(0) { $0 + $1.nodes }))
    }
}
