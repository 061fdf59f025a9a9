import Foundation
import Optimizer
import Synchronization

/// Ctrl-C asks the work at hand to stop and keep what it has; a second one ends the program.
final class InterruptWatch {
    private let flag: StopFlag

    init(_ flag: StopFlag) {
        self.flag = flag
        Interrupts.add(flag)
    }

    deinit { Interrupts.remove(flag) }
}

/// Signals that ask the program to end, and the work they reach.
///
/// Listening begins with the first work and goes on: where one listener follows another at once, the end of the first, which
/// comes some time after it is asked for, can leave the second deaf.
private enum Interrupts {
    private static let flags = Mutex<[StopFlag]>([])

    // Written once, before any other thread sees it.
    nonisolated(unsafe) private static let listeners: [any DispatchSourceSignal] = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { hear(number) }
        source.resume()
        return source
    }

    static func add(_ flag: StopFlag) {
        flags.withLock { $0.append(flag) }
        _ = listeners
    }

    static func remove(_ flag: StopFlag) {
        flags.withLock { flags in
            if let place = flags.lastIndex(where: { $0 === flag }) { flags.remove(at: place) }
        }
    }

    private static func hear(_ number: Int32) {
        let reached = flags.withLock { $0 }
        guard !reached.isEmpty else {
            // Between two pieces of work: as if nobody listened.
            signal(number, SIG_DFL)
            kill(getpid(), number)
            return
        }
        if reached.allSatisfy(\.isRaised) { exit(Ending.interrupted.rawValue) }
        for flag in reached { flag.raise() }
    }
}
