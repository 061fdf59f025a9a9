import ArgumentParser
import Foundation
import GeoModel
import Optimizer

/// Fetches the travel matrix of a scenario from a routing server, or compares it with straight lines.
struct Trajets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trajets", abstract: TravelWords.command, discussion: TravelWords.examples, aliases: ["travel"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: "scenario"))
    var scenario: String

    @Option(name: .customLong("serveur"), help: ArgumentHelp(TravelWords.serverHelp, valueName: "adresse"))
    var server: String?

    @Option(name: .customLong("type"), help: ArgumentHelp(TravelWords.kindHelp, valueName: "protocole"))
    var kind: String?

    @Option(name: .customLong("vers"), help: ArgumentHelp(TravelWords.outputHelp, valueName: "fichier"))
    var output: String?

    @Option(name: .customLong("profil"), help: ArgumentHelp(TravelWords.profileHelp, valueName: "profil"))
    var profile: String?

    @Option(name: .customLong("cle-api-fichier"), help: ArgumentHelp(TravelWords.keyHelp, valueName: "fichier"))
    var keyFile: String?

    @Flag(name: .customLong("comparer"), help: ArgumentHelp(TravelWords.compareHelp))
    var compare = false

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(TravelWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    private static let kinds = [OsrmTable.kind, ValhallaMatrix.kind, OpenrouteserviceMatrix.kind]

    func validate() throws {
        if compare {
            guard server == nil, kind == nil, output == nil else { throw ValidationError(TravelWords.compareAlone) }
            return
        }
        guard let server, let kind, output != nil else { throw ValidationError(TravelWords.needsServer) }
        guard Self.kinds.contains(kind) else { throw ValidationError(TravelWords.badKind(kind)) }
        guard let url = URL(string: server), ["http", "https"].contains(url.scheme ?? ""), url.host?.isEmpty == false,
            url.query == nil, url.fragment == nil
        else { throw ValidationError(TravelWords.badServer(server)) }
        if let profile, profile.wholeMatch(of: /[A-Za-z0-9_-]{1,60}/) == nil {
            throw ValidationError(TravelWords.badProfile(profile))
        }
        if keyFile != nil, kind != OpenrouteserviceMatrix.kind { throw ValidationError(TravelWords.keyOnlyForOrs) }
    }

    func run() throws {
        if compare { return try runComparison() }
        guard let server = server.flatMap(URL.init(string:)), let output else { return }
        let key = try key()
        switch kind {
        case ValhallaMatrix.kind:
            try fetch(ValhallaMatrix(base: server, profile: profile ?? "auto"), to: output)
        case OpenrouteserviceMatrix.kind:
            try fetch(OpenrouteserviceMatrix(base: server, profile: profile ?? "driving-car", key: key), to: output)
        default:
            try fetch(OsrmTable(base: server, profile: profile ?? "driving"), to: output)
        }
    }

    private func key() throws -> String? {
        guard let keyFile else { return nil }
        let text = try? String(contentsOfFile: keyFile, encoding: .utf8)
        let key = text?.split(whereSeparator: \.isNewline).first?.trimmingCharacters(in: .whitespaces) ?? ""
        guard !key.isEmpty else {
            throw CommandFailure(ending: .inputOutput, messages: [TravelWords.keyUnreadable(keyFile)])
        }
        return key
    }

    private func fetch(_ service: some RoutingService, to path: String) throws {
        let loaded = try ScenarioReader.read(scenario, withTravel: false)
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        let file = try OutputFile(path, replace: replace)
        guard var fetch = MatrixFetch(loaded.scenario) else {
            throw CommandFailure(ending: .wrongData, messages: [TravelFault.tooManyNodes.sentence])
        }
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        defer { withExtendedLifetime(watch) {} }
        let cache: any LegCache =
            try loaded.store.map { StoreCache(store: try TerritoryStore(writing: $0, named: $0.relativePath)) }
            ?? JournalCache(file: URL(fileURLWithPath: path + ".cache"))
        let line = TerminalLine(isShown: Terminal.errorIsTerminal)
        let outcome: MatrixFetch.Outcome
        do {
            outcome = try fetch.run(service, RoutingConnection(stop: flag), cache: cache) {
                line.show(TravelWords.progress($0))
            }
            line.end()
        } catch let fault as RoutingFault {
            line.end()
            throw CommandFailure(
                ending: fault == .interrupted ? .interrupted : .inputOutput, messages: [TravelWords.fault(fault)])
        } catch {
            line.end()
            throw CommandFailure(
                ending: .inputOutput, messages: [TravelWords.cacheUnwritable(path + ".cache")])
        }
        guard outcome.unreachable.isEmpty else {
            throw CommandFailure(ending: .wrongData, messages: [TravelWords.unreachable(outcome.unreachable)])
        }
        try file.write(TravelMatrixWriter.csv(outcome.matrix))
        report(outcome, path)
    }

    private func report(_ outcome: MatrixFetch.Outcome, _ path: String) {
        let ways = outcome.fromCache + outcome.fetched
        if json {
            Terminal.printJSON(
                Summary(
                    file: path, ways: ways, fromCache: outcome.fromCache, requests: outcome.requests,
                    nodes: outcome.matrix.nodes.count))
        } else {
            print(TravelWords.written(path, ways: ways, fromCache: outcome.fromCache, requests: outcome.requests))
        }
    }

    private struct Summary: Encodable {
        var file: String
        var ways: Int
        var fromCache: Int
        var requests: Int
        var nodes: Int

        enum CodingKeys: String, CodingKey {
            case file = "fichier"
            case ways = "trajets"
            case fromCache = "deja_connus"
            case requests = "requetes"
            case nodes = "noeuds"
        }
    }

    private func runComparison() throws {
        let loaded = try ScenarioReader.read(scenario)
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        guard let comparison = TravelComparison(loaded.scenario) else {
            throw CommandFailure(ending: .wrongData, messages: ["\(scenario) : \(TravelWords.noMatrix)"])
        }
        if json {
            Terminal.printJSON(comparison)
        } else {
            for line in TravelWords.comparison(comparison) { print(line) }
        }
    }
}
