import Optimizer
import ScenarioFiles
import Synchronization

/// Collects the steps of a search while it runs.
package final class RunJournal: Sendable {
    private let steps = Mutex<[SolveProgress]>([])

    package init() {}

    /// Keeps a step where plan, bound or nodes have moved.
    package func note(_ progress: SolveProgress) {
        steps.withLock { steps in
            if let last = steps.last, last.value == progress.value, last.bound == progress.bound,
                last.nodes == progress.nodes
            {
                return
            }
            steps.append(progress)
        }
    }

    package var trace: SearchTrace { SearchTrace(steps: steps.withLock { $0 }) }
}
