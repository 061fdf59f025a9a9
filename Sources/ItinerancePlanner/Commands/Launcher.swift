import ArgumentParser
import Foundation
import Optimizer

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

/// Runs a command and turns whatever it throws into French words and an exit code.
enum Launcher {
    static func run(_ arguments: [String]) -> Int32 {
        let wantsJSON = arguments.contains("--json")
        do {
            var command = try Itinerance.parseAsRoot(arguments)
            try command.run()
            return Ending.done.rawValue
        } catch let failure as CommandFailure {
            return end(failure, wantsJSON)
        } catch let failure as InputFailure {
            return end(
                CommandFailure(
                    ending: .wrongData, messages: failure.findings.map(ErrorWords.line), findings: failure.findings),
                wantsJSON)
        } catch let failure as LinearError {
            return end(
                CommandFailure(ending: .unexpected, messages: [CommandWords.solverFailed("\(failure)")]), wantsJSON)
        } catch {
            let message = CommandWords.french(Itinerance.fullMessage(for: error))
            let code = Itinerance.exitCode(for: error)
            if code == .success {
                print(message)
            } else {
                Terminal.error(message)
            }
            return code == .success
                ? 0 : code == .validationFailure ? Ending.usage.rawValue : Ending.unexpected.rawValue
        }
    }

    private static func end(_ failure: CommandFailure, _ wantsJSON: Bool) -> Int32 {
        if wantsJSON, !failure.isReported {
            let report = FailureReport(
                code: failure.ending.rawValue, messages: failure.messages, findings: failure.findings)
            Terminal.printJSON(report)
        }
        for message in failure.messages { Terminal.error(message) }
        return failure.ending.rawValue
    }

    private struct FailureReport: Encodable {
        var code: Int32
        var messages: [String]
        var findings: [Finding]

        enum CodingKeys: String, CodingKey {
            case code
            case messages
            case findings = "constats"
        }
    }
}
