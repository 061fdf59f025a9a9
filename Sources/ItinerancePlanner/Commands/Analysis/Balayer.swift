import ArgumentParser
import Foundation
import FrenchText
import PageRendering
import PlanAnalysis
import Planning
import Reporting
import ScenarioFiles

/// Plans every cell of a grid, and tells what each step of an axis brings.
struct Balayer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balayer", abstract: SweepWords.command, discussion: SweepWords.examples, aliases: ["sweep"])

    @Argument(help: ArgumentHelp(SweepWords.gridHelp, valueName: PlaceholderWords.grid))
    var grid: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(SweepWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(
        name: .customLong("ecart"), help: ArgumentHelp(CommandWords.gapHelp, valueName: PlaceholderWords.percentage))
    var gap = "0"

    @Option(
        name: .customLong("duree-cellule"),
        help: ArgumentHelp(SweepWords.cellTimeHelp, valueName: PlaceholderWords.seconds))
    var seconds = "60"

    @Option(name: .customLong("noeuds"), help: ArgumentHelp(SweepWords.nodesHelp, valueName: PlaceholderWords.integer))
    var nodes: Int?

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(name: .customLong("coeurs"), help: ArgumentHelp(SweepWords.coresHelp, valueName: PlaceholderWords.integer))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("plans"), help: ArgumentHelp(SweepWords.plansHelp))
    var plans = false

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    private var gapPercent: Double? { SearchOptions.number(gap, in: 0...100) }
    private var cellSeconds: Double? { SearchOptions.number(seconds, in: 0...1_000_000) }

    func validate() throws {
        guard gapPercent != nil else { throw ValidationError(CommandWords.badGap(gap)) }
        guard let cellSeconds, cellSeconds > 0 else { throw ValidationError(SweepWords.badCellTime(seconds)) }
        for (name, value) in [("noeuds", nodes ?? 1), ("coeurs", cores)] where value < 1 {
            throw ValidationError(CommandWords.notPositive(name, value))
        }
    }

    private var limits: SweepLimits {
        SweepLimits(gap: (gapPercent ?? 0) / 100, seconds: cellSeconds ?? 60, nodes: nodes, seed: seed, cores: cores)
    }

    func run() throws {
        log.start()
        let loaded = try SweepGridReader.read(grid)
        Terminal.warn(loaded.open.base.warnings)
        try Watched.run { stop, line in
            let sweep = try SweepRun(
                loaded, named: grid, limits, in: { try SweepFolder(output) }, stop: stop, progress: line.show,
                describe: SweepWords.outcome)
            Terminal.error(SweepWords.plan(sweep.workload))
            let outcome = try sweep.outcome()
            line.end()
            let results = SweepResults(loaded.grid, outcome.cells)
            let report = SweepFiles(results, scenario: loaded.open.base.scenario.name)
            if plans { try sweep.folder.put(try results.planFiles(), inPlaceOf: "plans") }
            try sweep.folder.put(try report.files(try TemplateShelf.builtIn()))
            json.print(
                SweepReport(report.summary, solved: outcome.solved, kept: outcome.kept),
                else: SweepScreen(results).lines
                    + [SweepWords.written(output, solved: outcome.solved, kept: outcome.kept)])
        }
    }
}
