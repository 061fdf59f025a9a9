import CGLPK
import Logging

/// GLPK's own messages go to the program's log, never to the terminal of a planner.
enum SolverLog {
    static let logger = Logger(label: "itinerance.glpk")

    /// Catches the messages of the calling thread.
    static func attach() {
        itn_set_print(
            { _, text in
                guard let text else { return }
                let line = String(cString: text).trimmingSuffix(while: \.isNewline)
                if !line.isEmpty { SolverLog.logger.debug("\(line)") }
            }, nil)
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while drop: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, drop(self[index(before: end)]) { end = index(before: end) }
        return self[startIndex..<end]
    }
}
