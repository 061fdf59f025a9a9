import ArgumentParser
import RoundPlan

/// Checks a plan from its file alone.
struct Verifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verifier", abstract: CommandWords.check, discussion: CommandWords.checkExamples,
        aliases: ["check"])

    @Argument(help: ArgumentHelp(CommandWords.planFileHelp, valueName: "plan"))
    var plan: String

    @Flag(name: .customLong("strict"), help: ArgumentHelp(CommandWords.strictHelp))
    var strict = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    func run() throws {
        let plan = try PlanFile.read(plan)
        let intact = try PlanFile.fingerprint(plan.scenario) == plan.fingerprint
        var check = PlanCheck(plan)
        if !intact { check.discrepancies.append(Discrepancy(.fingerprint, at: PlanLocus())) }
        if json {
            Terminal.printJSON(CheckSummary(plan, check))
        } else {
            for line in CheckReport(plan, check).lines { print(line) }
        }
        guard strict ? check.isFullyChecked : check.isValid else {
            throw CommandFailure(
                ending: .brokenRule, messages: [CommandWords.notValid(check.isValid)], isReported: true)
        }
    }
}
