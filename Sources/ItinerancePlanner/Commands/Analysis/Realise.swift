import ArgumentParser
import Foundation
import GeoModel
import RoundPlan

/// Holds what happened against a plan.
struct Realise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realise", abstract: RealisedWords.command, discussion: RealisedWords.examples,
        aliases: ["realised"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan.json"))
    var plan: String

    @Argument(help: ArgumentHelp(RealisedWords.tablesHelp, valueName: "tableau"))
    var tables: [String]

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("au"), help: ArgumentHelp(RealisedWords.untilHelp, valueName: "date"))
    var until: String?

    @Option(name: .customLong("secret"), help: ArgumentHelp(RealisedWords.secrecyHelp, valueName: "entier"))
    var smallest = 5

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        if let until, CivilDate(iso: until) == nil { throw ValidationError(PublicationWords.notADate("au", until)) }
        guard (0...100).contains(smallest) else { throw ValidationError(RealisedWords.badSecrecy(smallest)) }
    }

    func run() throws {
        let plan = try PlanFile.read(plan)
        let first = plan.scenario.firstMonday
        let last = until.flatMap { CivilDate(iso: $0) }
        if let last, last < first || last.dayNumber - first.dayNumber > RealisedLine.mostDays {
            throw CommandFailure(ending: .wrongData, messages: [RealisedWords.untilOutside(last, first)])
        }
        let folder = try OutputFolder(output, replace: replace)
        let told = try RealisedReader.read(tables, of: plan.scenario)
        let (realised, warnings) = try RealisedMatching.match(
            told.lines, with: plan, until: last, after: told.warnings)
        for warning in warnings { Terminal.error(warning.sentence) }
        let report = RealisedReport(realised, SmallCounts(threshold: smallest))
        let tables = RealisedTables(report: report)
        let summary = RealisedSummary(report, sources: told.sources)
        try folder.write([
            ("realise.html", Data(try RealisedPage(report).html().utf8)),
            ("realise.csv", Data(tables.weeks.utf8)), ("realise-communes.csv", Data(tables.communes.utf8)),
            ("durees-apprises.csv", Data(tables.durations.utf8)), ("realise.json", try Terminal.json(summary)),
        ])
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in RealisedScreen(report).lines { print(line) }
            print(RealisedWords.written(output))
        }
    }
}
