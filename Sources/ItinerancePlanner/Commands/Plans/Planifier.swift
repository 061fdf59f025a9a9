import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PlanAnalysis
import PlanStore
import Planning
import PlanningModel
import Reporting
import ScenarioFiles

/// Makes the rounds of a cycle.
struct Planifier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "planifier", abstract: CommandWords.plan, discussion: CommandWords.planExamples, aliases: ["plan"])

    @Argument(help: ArgumentHelp(CommandWords.scenarioHelp, valueName: PlaceholderWords.scenario))
    var scenario: String

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(CommandWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(
        name: .customLong("depart"), help: ArgumentHelp(CommandWords.startHelp, valueName: PlaceholderWords.planFile))
    var start: String?

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var search: SearchOptions

    @OptionGroup var register: RegisterOptions

    @Option(
        name: .customLong("noeuds"), help: ArgumentHelp(CommandWords.nodesHelp, valueName: PlaceholderWords.integer))
    var nodes: Int?

    @Option(
        name: .customLong("memoire"), help: ArgumentHelp(CommandWords.memoryHelp, valueName: PlaceholderWords.megabytes)
    )
    var megabytes: Int?

    @Flag(name: .customLong("preuve"), help: ArgumentHelp(CommandWords.proofHelp))
    var proof = false

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    func validate() throws {
        for (name, value) in [("noeuds", nodes ?? 1), ("memoire", megabytes ?? 1)] where value < 1 {
            throw ValidationError(CommandWords.notPositive(name, value))
        }
    }

    func run() throws {
        log.start()
        let parsed = ParsedScenario(scenario)
        let keeping = try register.keeping(scenario: parsed)
        var loaded = try ScenarioInput.read(parsed)
        let earlier = try start.map { try StartPlanFile($0, for: loaded.scenario) }
        if let source = earlier?.source { loaded.sources.append(source) }
        let folder = try replace.folder(output)
        let journal = RunJournal()
        let planned = try plan(loaded, from: earlier?.services ?? [], journal)
        if proof, planned.proofs.isEmpty { Terminal.error(ProofWords.notWritten) }
        let files =
            try PlanFiles.of(planned.plan, planned.check, loaded.contours) + SearchFiles(journal.trace).files
        let proofs = try proofFiles(of: planned, beside: files)
        let delivery = try keeping.deliver(
            planned.plan, files + proofs,
            after: start.flatMap { path in earlier.map { (path, $0.source.sha256) } }, options, to: folder,
            named: output)
        tell(planned, proof: proofs.first?.name.text, version: delivery.number)
        Terminal.tell(delivery, folder: output, asJSON: json.isAsked)
    }

    private func tell(_ planned: PlannedRounds, proof: String?, version: Int?) {
        var summary = PlanSummary(planned.plan, planned.check)
        summary.keptVersion = version
        json.print(
            summary,
            else: ScreenReport(planned.plan, planned.check).lines
                + [CommandWords.written(output, proof: proof, seconds: planned.seconds)])
    }

    private func plan(
        _ loaded: LoadedScenario, from start: [ServicePlan], _ journal: RunJournal
    ) throws -> PlannedRounds {
        var limits = search.limits
        limits.nodes = nodes
        limits.megabytes = megabytes
        limits.auditsTree = proof
        do {
            return try Watched.run { stop, line in
                try PlanRun(loaded, limits, start: start, triesShape: true).plan(stop: stop) { progress in
                    if case .search(let search) = progress { journal.note(search) }
                    line.show(progress)
                }
            }
        } catch let failure as PlanningFailure where failure.verdict == .infeasible {
            var failure = CommandFailure(failure)
            failure.messages.append(ExplanationWords.next(scenario))
            throw failure
        }
    }

    private func proofFiles(
        of planned: PlannedRounds, beside files: [(name: OutputName, data: Data)]
    ) throws -> [(name: OutputName, data: Data)] {
        guard !planned.proofs.isEmpty, let plan = files.first(where: { $0.name == PlanFolder.plan })?.data else {
            return []
        }
        return try ProofFile.files(planned.proofs, of: planned.plan, as: plan)
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
