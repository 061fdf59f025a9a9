import Foundation
import Optimizer
import Synchronization

/// One line on a terminal, written over and over: time, plan, bound, gap. Nothing in a pipe.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastShown = Mutex(-1.0)

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ progress: SolveProgress) {
        guard isShown else { return }
        let isDue = lastShown.withLock { last in
            guard progress.seconds - last >= 0.1 else { return false }
            last = progress.seconds
            return true
        }
        guard isDue else { return }
        write("\r\u{1B}[K" + CommandWords.progress(progress))
    }

    func show(_ text: String) {
        if isShown { write("\r\u{1B}[K" + text) }
    }

    /// Clears the line before other text.
    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
