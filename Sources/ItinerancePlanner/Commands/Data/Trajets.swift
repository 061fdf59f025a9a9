import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PlanAnalysis
import Planning
import Reporting
import ScenarioFiles

/// Fetches the travel matrix of a scenario from a routing server, or compares it with straight lines.
struct Trajets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trajets", abstract: TravelWords.command, discussion: TravelWords.examples, aliases: ["travel"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(
        name: .customLong("serveur"), help: ArgumentHelp(TravelWords.serverHelp, valueName: PlaceholderWords.address))
    var server: String?

    @Option(
        name: .customLong("type"), help: ArgumentHelp(TravelWords.kindHelp, valueName: PlaceholderWords.routingProtocol)
    )
    var kind: String?

    @Option(name: .customLong("vers"), help: ArgumentHelp(TravelWords.outputHelp, valueName: PlaceholderWords.file))
    var output: String?

    @Option(
        name: .customLong("profil"), help: ArgumentHelp(TravelWords.profileHelp, valueName: PlaceholderWords.profile))
    var profile: String?

    @Option(
        name: .customLong("cle-api-fichier"), help: ArgumentHelp(TravelWords.keyHelp, valueName: PlaceholderWords.file))
    var keyFile: String?

    @Flag(name: .customLong("comparer"), help: ArgumentHelp(TravelWords.compareHelp))
    var compare = false

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(TravelWords.replaceHelp))
    var replace = false

    @OptionGroup var json: JSONOption

    private var serverKind: RoutingServer.Kind? { RoutingServer.Kind.allCases.first { $0.word == kind } }

    func validate() throws {
        if compare {
            guard server == nil, kind == nil, output == nil else { throw ValidationError(TravelWords.compareAlone) }
            return
        }
        guard let server, let kind, output != nil else { throw ValidationError(TravelWords.needsServer) }
        guard let serverKind else { throw ValidationError(TravelWords.badKind(kind)) }
        guard let url = URL(string: server), ["http", "https"].contains(url.scheme ?? ""), url.host?.isEmpty == false,
            url.query == nil, url.fragment == nil
        else { throw ValidationError(TravelWords.badServer(server)) }
        if let profile, profile.wholeMatch(of: /[A-Za-z0-9_-]{1,60}/) == nil {
            throw ValidationError(TravelWords.badProfile(profile))
        }
        if keyFile != nil, serverKind != .openrouteservice { throw ValidationError(TravelWords.keyOnlyForOrs) }
    }

    func run() throws {
        if compare { return try runComparison() }
        guard let base = server.flatMap(URL.init(string:)), let serverKind, let output else { return }
        let server = RoutingServer(kind: serverKind, base: base, profile: profile, key: try key())
        let loaded = try ScenarioInput.read(scenario, withTravel: false)
        let file = try OutputFile(output, replace: replace)
        let run = try MatrixRun(loaded, to: output)
        let outcome = try Watched.run { stop, line in
            let outcome = try run.matrix(from: server, stop: stop, progress: line.show)
            try file.write(TravelMatrixWriter.csv(outcome.matrix))
            return outcome
        }
        let summary = TravelSummary(outcome, file: output)
        json.print(summary, else: [summary.line])
    }

    private func runComparison() throws {
        let loaded = try ScenarioInput.read(scenario)
        guard let comparison = TravelComparison(loaded.scenario) else {
            throw TravelFailure.noMatrix(scenario: scenario)
        }
        json.print(comparison, else: TravelWords.comparison(comparison))
    }

    private func key() throws -> String? {
        guard let keyFile else { return nil }
        let text = FileBytes.ifReadable(URL(fileURLWithPath: keyFile), limit: 10_000).flatMap {
            String(data: $0, encoding: .utf8)
        }
        let key = text?.split(whereSeparator: \.isNewline).first?.trimmingCharacters(in: .whitespaces) ?? ""
        guard !key.isEmpty else {
            throw CommandFailure(.inputOutput, TravelWords.keyUnreadable(keyFile))
        }
        return key
    }
}
