import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// Draws the front of need, cost and equity of one service.
struct Front: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "front", abstract: FrontWords.command, discussion: FrontWords.examples)

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: "scenario"))
    var scenario: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("points"), help: ArgumentHelp(FrontWords.pointsHelp, valueName: "entier"))
    var points = 12

    @Option(name: .customLong("service"), help: ArgumentHelp(FrontWords.serviceHelp, valueName: "id"))
    var service: String?

    @OptionGroup var search: SearchOptions

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    func validate() throws {
        guard (1...100).contains(points) else { throw ValidationError(FrontWords.badPoints(points)) }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let loaded = try ScenarioReader.read(scenario)
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        let chosen = try chosenService(loaded.scenario)
        let folder = try OutputFolder(output, replace: replace)
        let limits = search.limits
        let run = try FrontRun(
            loaded, chosen,
            FrontLimits(
                points: points, gap: search.gap == nil ? FrontLimits.usualGap : limits.gap, seconds: limits.seconds,
                seed: limits.seed, workers: limits.workers))
        let summary = FrontFile(run.report)
        try folder.write(
            [
                ("front.html", Data(FrontPage(run.report).html(try TemplateShelf.builtIn()).utf8)),
                ("front.csv", Data(FrontTables(run.report).points().utf8)),
                ("front-etapes.csv", Data(FrontTables(run.report).steps().utf8)),
                ("front.json", try Terminal.json(summary)),
            ] + (try run.planFiles()), removing: run.report.outdated(in: output))
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in FrontScreen(run.report).lines { print(line) }
            print(FrontWords.written(output, plans: run.report.front.kept.count))
        }
    }

    /// The one service, or that of `--service`: a front is that of one.
    private func chosenService(_ scenario: Scenario) throws -> Service {
        func refused(_ message: String) -> CommandFailure { CommandFailure(ending: .wrongData, messages: [message]) }
        let services = scenario.services
        let found = service.map { id in services.filter { $0.id == id } } ?? services
        guard let chosen = found.first, found.count == 1 else {
            throw refused(FrontWords.whichService(service, services.map(\.id)))
        }
        let others = services.filter { $0.id != chosen.id }.flatMap(\.teams)
        guard chosen.teams.allSatisfy({ own in !others.contains { $0.crew == own.crew || $0.van == own.van } }) else {
            throw refused(FrontWords.sharedTeam(chosen.name))
        }
        guard !RunningCost(scenario.parameters).isNothing else {
            throw refused(FrontWords.noCost)
        }
        return chosen
    }
}
