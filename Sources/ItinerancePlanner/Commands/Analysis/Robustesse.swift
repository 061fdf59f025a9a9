import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PageRendering
import PlanCheck
import Planning
import PlanningModel
import Reporting

/// Replays a plan as it is under other needs, other ways and absences.
struct Robustesse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robustesse", abstract: RobustnessWords.command, discussion: RobustnessWords.examples,
        aliases: ["robustness"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planFile))
    var plan: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(
        name: .customLong("tirages"), help: ArgumentHelp(RobustnessWords.drawsHelp, valueName: PlaceholderWords.integer)
    )
    var draws = 1000

    @Option(
        name: .customLong("graine"), help: ArgumentHelp(RobustnessWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(
        name: .customLong("trajets"),
        help: ArgumentHelp(RobustnessWords.travelHelp, valueName: PlaceholderWords.percentage))
    var travel = "20"

    @Option(
        name: .customLong("taux-absence"),
        help: ArgumentHelp(RobustnessWords.absenceHelp, valueName: PlaceholderWords.percentage))
    var absence = "5"

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    private static func share(_ text: String) -> Double? {
        FrenchDecimal.value(text).flatMap { (0...100).contains($0) ? $0 / 100 : nil }
    }

    func validate() throws {
        guard (2...1_000_000).contains(draws) else { throw ValidationError(RobustnessWords.badDraws(draws)) }
        for (name, text) in [("trajets", travel), ("taux-absence", absence)] where Self.share(text) == nil {
            throw ValidationError(RobustnessWords.notAShare(name, text))
        }
    }

    func run() throws {
        let replayed = try ReplayedPlan(plan)
        let folder = try replace.folder(output)
        let laws = ReplayLaws(amplitude: Self.share(travel) ?? 0, absenceRate: Self.share(absence) ?? 0)
        let report = replayed.report(laws, ReplayDraws(count: draws, seed: seed))
        let written = RobustnessFolder(report)
        try folder.write(try written.files(try TemplateShelf.builtIn()))
        json.print(written.summary, else: RobustnessScreen(report).lines + [RobustnessWords.written(output)])
    }
}
