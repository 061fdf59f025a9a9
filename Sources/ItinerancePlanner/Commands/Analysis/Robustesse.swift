import ArgumentParser
import Foundation
import GeoModel
import RoundPlan

/// Replays a plan as it is under other needs, other ways and absences.
struct Robustesse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robustesse", abstract: RobustnessWords.command, discussion: RobustnessWords.examples,
        aliases: ["robustness"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan.json"))
    var plan: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("tirages"), help: ArgumentHelp(RobustnessWords.drawsHelp, valueName: "entier"))
    var draws = 1000

    @Option(name: .customLong("graine"), help: ArgumentHelp(RobustnessWords.seedHelp, valueName: "entier"))
    var seed: UInt64 = 1

    @Option(name: .customLong("trajets"), help: ArgumentHelp(RobustnessWords.travelHelp, valueName: "pourcentage"))
    var travel = "20"

    @Option(
        name: .customLong("taux-absence"), help: ArgumentHelp(RobustnessWords.absenceHelp, valueName: "pourcentage"))
    var absence = "5"

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

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
        let (known, source) = try PlanFile.read(URL(fileURLWithPath: plan), named: plan)
        let check = PlanCheck(known)
        guard check.holds(known) else {
            throw CommandFailure(ending: .brokenRule, messages: [RobustnessWords.brokenPlan(plan)])
        }
        let folder = try OutputFolder(output, replace: replace)
        let laws = ReplayLaws(
            amplitude: Self.share(travel) ?? 0, absenceRate: Self.share(absence) ?? 0)
        let report = RobustnessReport(
            known, PlanReplay(known, laws: laws, draws: ReplayDraws(count: draws, seed: seed)), source: source)
        let summary = RobustnessFile(report)
        try folder.write([
            ("robustesse.html", Data(RobustnessPage(report).html(try TemplateShelf.builtIn()).utf8)),
            ("robustesse.csv", Data(RobustnessTable(report).text.utf8)),
            ("robustesse.json", try Terminal.json(summary)),
        ])
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in RobustnessScreen(report).lines { print(line) }
            print(RobustnessWords.written(output))
        }
    }
}
