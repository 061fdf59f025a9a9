import Foundation
import FrenchText
import Planning
import Synchronization

/// One line on a terminal, written over and over: time, plan, bound, gap. Nothing in a pipe.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastShown = Mutex(-1.0)

    init(isShown: Bool) { self.isShown = isShown }

    /// What is to stay on the screen goes below the line.
    func show(_ progress: PlanningProgress) {
        if let notice = ProgressWords.notice(progress) {
            // That a scenario's turn has come is no news in a pipe.
            if case .scenario = progress, !isShown { return }
            end()
            Terminal.error(notice)
        } else if isShown, isDue(progress), let text = ProgressWords.line(progress) {
            show(text)
        }
    }

    func show(_ text: String) {
        if isShown { write("\r\u{1B}[K" + text) }
    }

    /// Clears the line before other text.
    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    /// A search tells more than can be read; the next one begins at 0 s.
    private func isDue(_ progress: PlanningProgress) -> Bool {
        guard case .search(let search) = progress else { return true }
        return lastShown.withLock { last in
            guard search.seconds < last || search.seconds - last >= 0.1 else { return false }
            last = search.seconds
            return true
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
