import ArgumentParser
import FileAccess
import Foundation
import FrenchText

/// Runs a command and turns whatever it throws into French words and an exit code.
enum Launcher {
    static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try Itinerance.parseAsRoot(arguments)
            try command.run()
            return Ending.done.rawValue
        } catch {
            guard let failure = CommandFailure(error) else { return end(byParser: error) }
            return end(failure, asJSON: arguments.contains("--json"))
        }
    }

    private static func end(_ failure: CommandFailure, asJSON: Bool) -> Int32 {
        if asJSON, !failure.isReported {
            Terminal.printJSON(
                FailureReport(
                    code: failure.ending.rawValue, messages: failure.messages,
                    findings: failure.findings.map(FindingReport.init)))
        }
        for message in failure.messages { Terminal.error(message) }
        return failure.ending.rawValue
    }

    /// Help, the version, a command that is not well written.
    private static func end(byParser error: any Error) -> Int32 {
        let message = CommandWords.french(Itinerance.fullMessage(for: error))
        switch Itinerance.exitCode(for: error) {
        case .success:
            print(message)
            return Ending.done.rawValue
        case .validationFailure:
            Terminal.error(message)
            return Ending.usage.rawValue
        default:
            Terminal.error(message)
            return Ending.unexpected.rawValue
        }
    }

    private struct FailureReport: Encodable, FrenchKeyed {
        var code: Int32
        var messages: [String]
        var findings: [FindingReport]
    }

    private struct FindingReport: Encodable, FrenchKeyed {
        var level: Finding.Level
        var file: String
        var line: Int?
        var column: String?
        var message: String

        init(_ finding: Finding) {
            level = finding.level
            file = finding.file
            line = finding.line
            column = finding.column
            message = finding.fault.sentence
        }

        package static var frenchKeys: [String: String] {
            ["level": "niveau", "column": "colonne"]
        }
    }
}
