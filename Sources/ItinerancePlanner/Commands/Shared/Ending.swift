import FileAccess

/// How the program ends. The codes are documented in `LISEZMOI.md`.
package enum Ending: Int32 {
    case done = 0
    case unexpected = 1
    case wrongData = 2
    case brokenRule = 3
    case infeasible = 4
    case noPlan = 5
    case usage = 64
    case inputOutput = 74
    case interrupted = 130
}

/// A command stops with words for the user and an ending.
package struct CommandFailure: Error {
    var ending: Ending
    var messages: [String]
    var findings: [Finding] = []
    /// The command has written its own report: nothing more goes to standard output.
    var isReported = false
}
