import ScenarioFiles

/// A scenario file named on the command line: what is worth a warning in it is told at once.
enum ScenarioInput {
    /// - Throws: `InputFailure` with all that is wrong.
    static func read(_ path: String, withTravel: Bool = true) throws -> LoadedScenario {
        try read(ParsedScenario(path), withTravel: withTravel)
    }

    /// - Throws: `InputFailure` with all that is wrong.
    static func read(_ parsed: ParsedScenario, withTravel: Bool = true) throws -> LoadedScenario {
        let loaded = try parsed.read(withTravel: withTravel)
        Terminal.warn(loaded.warnings)
        return loaded
    }
}
