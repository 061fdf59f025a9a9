import ArgumentParser
import Foundation
import FrenchText
import Optimizer
import PageRendering
import Planning
import Reporting

/// Draws the front of need, cost and equity of one service.
struct Front: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "front", abstract: FrontWords.command, discussion: FrontWords.examples)

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(name: .customLong("points"), help: ArgumentHelp(FrontWords.pointsHelp, valueName: PlaceholderWords.integer))
    var points = 12

    @Option(name: .customLong("service"), help: ArgumentHelp(FrontWords.serviceHelp, valueName: PlaceholderWords.id))
    var service: String?

    @OptionGroup var search: SearchOptions

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    func validate() throws {
        guard (1...100).contains(points) else { throw ValidationError(FrontWords.badPoints(points)) }
    }

    private var limits: FrontLimits {
        let given = search.limits
        return FrontLimits(
            points: points, gap: search.gap == nil ? FrontLimits.usualGap : given.gap, seconds: given.seconds,
            seed: given.seed, workers: given.workers)
    }

    func run() throws {
        log.start()
        let loaded = try ScenarioInput.read(scenario)
        let chosen = try loaded.scenario.frontService(service)
        let folder = try replace.folder(output)
        let run = try Watched.run { stop, line in
            try FrontRun(loaded, chosen, limits, stop: stop, progress: line.show)
        }
        let report = FrontFolder(run.report)
        try folder.write(
            try report.files(try TemplateShelf.builtIn()) + run.planFiles(),
            removing: run.report.outdated(in: output))
        json.print(
            report.summary,
            else: FrontScreen(run.report).lines + [FrontWords.written(output, plans: run.report.front.kept.count)])
    }
}
