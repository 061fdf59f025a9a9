import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import PlanAnalysis
import Planning
import Reporting

/// Holds what happened against a plan.
struct Realise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realise", abstract: RealisedWords.command, discussion: RealisedWords.examples,
        aliases: ["realised"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planFile))
    var plan: String

    @Argument(help: ArgumentHelp(RealisedWords.tablesHelp, valueName: PlaceholderWords.table))
    var tables: [String]

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(name: .customLong("au"), help: ArgumentHelp(RealisedWords.untilHelp, valueName: PlaceholderWords.date))
    var until: String?

    @Option(
        name: .customLong("secret"), help: ArgumentHelp(RealisedWords.secrecyHelp, valueName: PlaceholderWords.integer))
    var smallest = 5

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    func validate() throws {
        if let until, CivilDate(iso: until) == nil { throw ValidationError(PublicationWords.notADate("au", until)) }
        guard (0...100).contains(smallest) else { throw ValidationError(RealisedWords.badSecrecy(smallest)) }
    }

    func run() throws {
        let run = try RealisedRun(plan, until: until.flatMap { CivilDate(iso: $0) })
        let folder = try replace.folder(output)
        let (report, sources, warnings) = try run.report(tables, SmallCounts(threshold: smallest))
        Terminal.warn(warnings)
        let written = RealisedFolder(report, sources: sources)
        try folder.write(try written.files())
        json.print(
            written.summary, else: RealisedScreen(report).lines + [RealisedWords.written(output)])
    }
}
