import ArgumentParser
import FileAccess
import FrenchText

/// `--json`: the same for every command.
struct JSONOption: ParsableArguments {
    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var isAsked = false

    /// Prints a result: as data for other programs, else in lines for people.
    func print<Value: Encodable>(_ value: @autoclosure () -> Value, else lines: @autoclosure () -> [String]) {
        if isAsked {
            Terminal.printJSON(value())
        } else {
            for line in lines() { Swift.print(line) }
        }
    }
}

/// `--remplacer` of a folder: the same for every command that writes one.
struct ReplaceOption: ParsableArguments {
    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var isAsked = false

    /// - Throws: what `OutputFolder` throws where it exists and is not to be replaced, or cannot be written.
    func folder(_ path: String) throws -> OutputFolder { try OutputFolder(path, replace: isAsked) }
}

/// `--messages`: the same for every command that searches.
struct LogOption: ParsableArguments {
    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var isAsked = false

    func start() { SolverMessages.start(verbose: isAsked) }
}
