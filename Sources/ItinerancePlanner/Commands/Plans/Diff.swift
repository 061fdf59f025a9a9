import ArgumentParser
import Foundation
import FrenchText
import PlanAnalysis
import Planning
import Reporting

/// What changes from one plan to another.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: ReplanWords.diffCommand, discussion: ReplanWords.diffExamples)

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planBefore))
    var before: String

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: PlaceholderWords.planAfter))
    var after: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String?

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var json: JSONOption

    func run() throws {
        let plans = try ChangedPlan(before, after)
        let folder = try output.map { try replace.folder($0) }
        let report = ChangeReport(plans.before, plans.after)
        try folder?.write(ChangeFiles([report]).files())
        let text = ChangeText(report)
        json.print(ChangeSummary(report), else: text.lines + text.weekLines)
    }
}
