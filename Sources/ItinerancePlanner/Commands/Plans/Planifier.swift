import ArgumentParser
import Foundation
import Optimizer
import RoundPlan

/// Makes the rounds of a cycle.
struct Planifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "planifier", abstract: CommandWords.plan, discussion: CommandWords.planExamples, aliases: ["plan"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: "scenario"))
    var scenario: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("depart"), help: ArgumentHelp(CommandWords.startHelp, valueName: "plan.json"))
    var start: String?

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @OptionGroup var search: SearchOptions

    @OptionGroup var register: RegisterOptions

    @Option(name: .customLong("noeuds"), help: ArgumentHelp(CommandWords.nodesHelp, valueName: "entier"))
    var nodes: Int?

    @Option(name: .customLong("memoire"), help: ArgumentHelp(CommandWords.memoryHelp, valueName: "Mo"))
    var megabytes: Int?

    @Flag(name: .customLong("preuve"), help: ArgumentHelp(CommandWords.proofHelp))
    var proof = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    func validate() throws {
        for (name, value) in [("noeuds", nodes ?? 1), ("memoire", megabytes ?? 1)] where value < 1 {
            throw ValidationError(CommandWords.notPositive(name, value))
        }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let parsed = ParsedScenario(scenario)
        let keeping = try register.keeping(scenario: parsed)
        var loaded = try parsed.read()
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        let earlier = try start.map { try StartPlanFile($0, for: loaded.scenario) }
        if let source = earlier?.source { loaded.sources.append(source) }
        let folder = try OutputFolder(output, replace: replace)
        let journal = RunJournal()
        var limits = search.limits
        limits.nodes = nodes
        limits.megabytes = megabytes
        limits.auditsTree = proof
        let run = PlanRun(loaded, limits, start: earlier?.services ?? [], journal: journal)
        let planned: (plan: Plan, check: PlanCheck, seconds: Double)
        do { planned = try run.plan() } catch var failure as CommandFailure where failure.ending == .infeasible {
            failure.messages.append(ExplanationWords.next(scenario))
            throw failure
        }
        let delivery = try keeping.deliver(
            planned.plan,
            try PlanFiles.of(planned.plan, planned.check, loaded.contours) + SearchFiles(journal.trace).files,
            after: start.flatMap { path in earlier.map { (path, $0.source.sha256) } }, options, to: folder,
            named: output)
        if json {
            var summary = PlanSummary(planned.plan, planned.check)
            summary.keptVersion = delivery.number
            Terminal.printJSON(summary)
        } else {
            for line in ScreenReport(planned.plan, planned.check).lines { print(line) }
            print(CommandWords.written(output, seconds: planned.seconds))
        }
        delivery.tell(asJSON: json)
    }

    private var options: KeptOptions {
        var options = KeptOptions("planifier", search.limits)
        options.nodes = nodes
        options.megabytes = megabytes
        options.proof = proof ? true : nil
        options.start = start.map { URL(fileURLWithPath: $0).lastPathComponent }
        options.scenario = URL(fileURLWithPath: scenario).lastPathComponent
        return options
    }
}
