import ArgumentParser
import Foundation
import RoundPlan

/// What changes from one plan to another.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: ReplanWords.diffCommand, discussion: ReplanWords.diffExamples)

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "avant.json"))
    var before: String

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "apres.json"))
    var after: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String?

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func run() throws {
        let plans = try [before, after].map { try PlanFile.read($0) }
        let weeks = plans.map(\.scenario.parameters.cycleWeeks)
        guard weeks[0] == weeks[1] else {
            throw CommandFailure(
                ending: .wrongData, messages: [FormerPlanFault.otherCycle(weeks[0], weeks[1]).sentence])
        }
        let folder = try output.map { try OutputFolder($0, replace: replace) }
        let report = ChangeReport(plans[0], plans[1])
        try folder?.write(ChangeFiles([report]).files())
        if json {
            Terminal.printJSON(ChangeSummary(report))
        } else {
            let text = ChangeText(report)
            for line in text.lines + text.weekLines { print(line) }
        }
    }
}
