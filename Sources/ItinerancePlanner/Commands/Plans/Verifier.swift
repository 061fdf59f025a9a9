import ArgumentParser
import Foundation
import RoundPlan

/// Checks a plan from its file alone, or rounds in a table with the data of a scenario.
struct Verifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier", abstract: CommandWords.check, discussion: CommandWords.checkExamples,
        aliases: ["check"])

    @Argument(help: ArgumentHelp(CommandWords.checkedFileHelp, valueName: "plan"))
    var plan: String

    @Flag(name: .customLong("strict"), help: ArgumentHelp(CommandWords.strictHelp))
    var strict = false

    @Option(name: .customLong("dossier"), help: ArgumentHelp(ConformityWords.dossierHelp, valueName: "dossier"))
    var folder: String?

    @Option(name: .customLong("projet"), help: ArgumentHelp(ConformityWords.projectHelp, valueName: "scenario"))
    var project: String?

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func validate() throws {
        guard !isTable || project != nil else { throw ValidationError(PlanFileWords.needsProject) }
    }

    func run() throws {
        let data = try project.map { try ScenarioReader.read($0) }
        let plan = try read(data)
        let intact = try PlanFile.fingerprint(plan.scenario) == plan.fingerprint
        var check = PlanCheck(plan)
        if !intact { check.discrepancies.append(Discrepancy(.fingerprint, at: PlanLocus())) }
        let today = isTable ? nil : try data.map { try SnapshotComparison(plan.scenario, $0.scenario) }
        let summary = CheckSummary(plan, check, today)
        if let folder {
            let output = try OutputFolder(folder, replace: replace)
            try output.write(
                try ConformityFile(plan, check).files().map { ($0.name, Data($0.text.utf8)) }
                    + [("conformite.json", try Terminal.json(summary))])
        }
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in CheckReport(plan, check).lines { print(line) }
            if let today { for line in ConformityWords.dataChanges(today) { print(line) } }
            if let folder { print(ConformityWords.written(folder)) }
        }
        guard strict ? check.isConform : check.isValid else {
            throw CommandFailure(
                ending: .brokenRule, messages: [CommandWords.notValid(check.isValid)], isReported: true)
        }
    }

    private var isTable: Bool {
        ["csv", "tsv", "xlsx"].contains(URL(fileURLWithPath: plan).pathExtension.lowercased())
    }

    /// A table of rounds takes its data from the scenario, and what happens at fixed times is planned beside it.
    private func read(_ data: LoadedScenario?) throws -> Plan {
        guard isTable, let data else { return try PlanFile.read(plan) }
        let rounds = try RoundsTableReader.read(plan, with: data)
        do { return try rounds.withFixedTimes() } catch let failure as CommandFailure {
            // The rounds are judged all the same: what is not held beside them is found as not held.
            for message in failure.messages { Terminal.error(message) }
            return rounds
        }
    }
}
