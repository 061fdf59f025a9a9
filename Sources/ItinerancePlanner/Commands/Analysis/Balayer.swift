import ArgumentParser
import Foundation
import Optimizer
import RoundPlan

/// Plans every cell of a grid, and tells what each step of an axis brings.
struct Balayer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balayer", abstract: SweepWords.command, discussion: SweepWords.examples, aliases: ["sweep"])

    @Argument(help: ArgumentHelp(SweepWords.gridHelp, valueName: "grille"))
    var grid: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(SweepWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("ecart"), help: ArgumentHelp(CommandWords.gapHelp, valueName: "pourcentage"))
    var gap = "0"

    @Option(name: .customLong("duree-cellule"), help: ArgumentHelp(SweepWords.cellTimeHelp, valueName: "secondes"))
    var seconds = "60"

    @Option(name: .customLong("noeuds"), help: ArgumentHelp(SweepWords.nodesHelp, valueName: "entier"))
    var nodes: Int?

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: "entier"))
    var seed: UInt64 = 1

    @Option(name: .customLong("coeurs"), help: ArgumentHelp(SweepWords.coresHelp, valueName: "entier"))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("plans"), help: ArgumentHelp(SweepWords.plansHelp))
    var plans = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    private var gapPercent: Double? { SearchOptions.number(gap, in: 0...100) }
    private var cellSeconds: Double? { SearchOptions.number(seconds, in: 0...1_000_000) }

    func validate() throws {
        guard gapPercent != nil else { throw ValidationError(CommandWords.badGap(gap)) }
        guard let cellSeconds, cellSeconds > 0 else { throw ValidationError(SweepWords.badCellTime(seconds)) }
        for (name, value) in [("noeuds", nodes ?? 1), ("coeurs", cores)] where value < 1 {
            throw ValidationError(CommandWords.notPositive(name, value))
        }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let loaded = try SweepGridReader.read(grid)
        for warning in loaded.open.base.warnings { Terminal.error(warning.sentence) }
        guard let count = loaded.grid.count, count < SweepGrid.mostCells else {
            throw InputFailure(
                .sweep(.tooMany(loaded.grid.count.map { $0 + 1 }, most: SweepGrid.mostCells)), file: grid,
                column: "axes")
        }
        let stop = StopFlag()
        let watch = InterruptWatch(stop)
        defer { withExtendedLifetime(watch) {} }
        let limits = SweepLimits(
            gap: (gapPercent ?? 0) / 100, seconds: cellSeconds ?? 60, nodes: nodes, seed: seed, cores: cores)
        let sweep = try SweepRun(loaded, limits, in: { try SweepFolder(output) }, stop: stop)
        Terminal.error(sweep.announcement)
        let outcome = try sweep.outcome()
        let results = SweepResults(loaded.grid, outcome.cells)
        let summary = SweepFile(results, scenario: loaded.open.base.scenario.name)
        let page = SweepPage(results).html(try TemplateShelf.builtIn())
        if plans { try sweep.folder.put(try Self.planFiles(results), inPlaceOf: "plans") }
        let contents = [Data(SweepTables(results).cells().utf8), try Terminal.json(summary), Data(page.utf8)]
        try sweep.folder.put(zip(SweepFolder.results, contents).map { (name: $0, data: $1) })
        if json {
            Terminal.printJSON(SweepReport(summary, solved: outcome.solved, kept: outcome.kept))
        } else {
            for line in SweepScreen(results).lines { print(line) }
            print(SweepWords.written(output, solved: outcome.solved, kept: outcome.kept))
        }
    }

    private static func planFiles(_ results: SweepResults) throws -> [(name: String, data: Data)] {
        var names = UniqueFileNames()
        return try results.cells.compactMap { cell in
            let name = names.unique(cell.name)
            return try cell.plan.map { ("\(name)/plan.json", try PlanFile.encode($0.plan)) }
        }
    }
}
