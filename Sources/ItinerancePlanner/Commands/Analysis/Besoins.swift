import ArgumentParser
import Foundation
import FrenchText
import PlanAnalysis
import Planning
import PlanningModel
import Reporting

/// Writes the needs of each service: table, map, and a page that a commission can read.
struct Besoins: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "besoins", abstract: NeedWords.command, discussion: NeedWords.commandExamples,
        aliases: ["needs"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(name: .customLong("tirages"), help: ArgumentHelp(NeedWords.drawsHelp, valueName: PlaceholderWords.number))
    var draws = 1000

    @Option(name: .customLong("premiers"), help: ArgumentHelp(NeedWords.topHelp, valueName: PlaceholderWords.number))
    var top: Int?

    @Option(name: .customLong("graine"), help: ArgumentHelp(NeedWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(
        name: .customLong("plan-tirages"),
        help: ArgumentHelp(NeedWords.planDrawsHelp, valueName: PlaceholderWords.number))
    var planDraws = 0

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard (1...10_000).contains(draws) else { throw ValidationError(NeedWords.badDraws(draws)) }
        guard top.map({ $0 >= 1 }) ?? true else { throw ValidationError(NeedWords.badTop) }
        guard (0...1000).contains(planDraws) else { throw ValidationError(NeedWords.badPlanDraws(planDraws)) }
    }

    func run() throws {
        let start = ContinuousClock.now
        let loaded = try ScenarioInput.read(scenario)
        let folder = try replace.folder(output)
        let findings = NeedFindings.all(of: loaded.scenario, draws: draws, top: top, seed: seed)
        let report = NeedReport(
            loaded.scenario, findings, contours: loaded.contours, sources: loaded.sources, seed: seed,
            trial: try planDraws > 0 ? planTrial(loaded.scenario) : nil)
        try folder.write(try report.files().map { ($0.name, Data($0.text.utf8)) })
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        json.print(NeedSummary(report), else: report.lines + [NeedWords.written(output, seconds: seconds)])
    }

    private func planTrial(_ scenario: Scenario) throws -> WeightTrial {
        SolverMessages.start(verbose: false)
        return try Watched.run { stop, line in
            try WeightTrial.run(scenario, draws: planDraws, seed: seed, stop: stop, progress: line.show)
        }
    }
}
