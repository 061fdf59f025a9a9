import ArgumentParser
import RoundPlan

/// Which scenario file, which service, which venue or commune: the same for every command on promises.
struct PinTarget: ParsableArguments {
    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: "scenario"))
    var scenario: String

    @Option(name: .customLong("service"), help: ArgumentHelp(PinWords.serviceHelp, valueName: "identifiant"))
    var service: String?

    @Option(name: .customLong("lieu"), help: ArgumentHelp(PinWords.venueHelp, valueName: "identifiant"))
    var venue: String?

    @Option(name: .customLong("commune"), help: ArgumentHelp(PinWords.communeHelp, valueName: "code"))
    var commune: String?

    func validate() throws {
        guard (venue == nil) != (commune == nil) else { throw ValidationError(PinWords.oneTarget) }
    }

    /// The key and the value that a pin of this target has in the file.
    var field: (key: String, value: String) { venue.map { ("lieu", $0) } ?? ("commune", commune ?? "") }

    /// The one service meant.
    ///
    /// - Parameter candidates: identifiers among which one has to be named where there are several.
    /// - Throws: `CommandFailure`.
    func chosen(among candidates: [String], of services: [Service]) throws -> Service {
        let known = services.map(\.id)
        if let service {
            guard let found = services.first(where: { $0.id == service }) else {
                throw CommandFailure(ending: .wrongData, messages: [PinWords.unknownService(service, known)])
            }
            return found
        }
        guard candidates.count == 1, let found = services.first(where: { $0.id == candidates[0] }) else {
            throw CommandFailure(ending: .wrongData, messages: [PinWords.whichService(candidates)])
        }
        return found
    }
}

extension ScenarioDocument.Refusal {
    func failure(_ path: String) -> CommandFailure {
        let finding = Finding(.editing(reason), file: path, line: line)
        return CommandFailure(ending: .wrongData, messages: [finding.sentence], findings: [finding])
    }
}
