import Foundation
import Optimizer

/// Ctrl-C asks the search to stop and keep its best plan; a second one ends the program.
final class InterruptWatch {
    private let sources: [any DispatchSourceSignal]

    init(_ flag: StopFlag) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if flag.isRaised { exit(Ending.interrupted.rawValue) }
                flag.raise()
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
    }
}
