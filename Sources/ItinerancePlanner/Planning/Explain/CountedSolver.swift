import Optimizer
import Synchronization

extension VariantSolver {
    /// A solver that tells how many questions it has answered.
    package init(_ limits: SolveLimits, stop: StopFlag, progress: @escaping ProgressReport) {
        let answers = AnswerCount()
        self.init(limits, stop: stop) { progress(.answered(answers.next())) }
    }
}

/// Counts answers from several threads.
private final class AnswerCount: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
