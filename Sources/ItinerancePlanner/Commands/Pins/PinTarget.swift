import ArgumentParser
import FrenchText
import Planning

/// Which scenario file, which service, which venue or commune: the same for every command on promises.
struct PinTarget: ParsableArguments {
    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(
        name: .customLong("service"), help: ArgumentHelp(PinWords.serviceHelp, valueName: PlaceholderWords.identifier))
    var service: String?

    @Option(name: .customLong("lieu"), help: ArgumentHelp(PinWords.venueHelp, valueName: PlaceholderWords.identifier))
    var venue: String?

    @Option(name: .customLong("commune"), help: ArgumentHelp(PinWords.communeHelp, valueName: PlaceholderWords.code))
    var commune: String?

    func validate() throws {
        guard (venue == nil) != (commune == nil) else { throw ValidationError(PinWords.oneTarget) }
    }

    var subject: PinSubject {
        venue.map { PinSubject(service: service, key: "lieu", value: $0) }
            ?? PinSubject(service: service, key: "commune", value: commune ?? "")
    }
}
