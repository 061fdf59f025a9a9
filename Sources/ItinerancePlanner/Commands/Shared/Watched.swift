import LinearSolver
import Optimizer

/// Work that Ctrl-C asks to stop, with a line of progress on a terminal.
enum Watched {
    static func run<Outcome>(
        _ stop: StopFlag = StopFlag(), _ work: (StopFlag, ProgressLine) throws -> Outcome
    ) rethrows -> Outcome {
        let watch = InterruptWatch(stop)
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer {
            withExtendedLifetime(watch) {}
            line.end()
        }
        return try work(stop, line)
    }
}
