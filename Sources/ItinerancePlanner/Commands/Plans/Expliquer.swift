import ArgumentParser
import Foundation
import FrenchText
import Optimizer
import Planning
import PlanningModel
import Reporting
import ScenarioFiles

/// Explains a plan by solving it again with something changed, or why a scenario has none.
struct Expliquer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expliquer", abstract: ExplanationWords.command, discussion: ExplanationWords.commandExamples,
        aliases: ["explain"])

    @Argument(help: ArgumentHelp(ExplanationWords.fileHelp, valueName: PlaceholderWords.file))
    var file: String

    @Option(
        name: .customLong("commune"), parsing: .upToNextOption,
        help: ArgumentHelp(ExplanationWords.communeHelp, valueName: PlaceholderWords.codeOrName))
    var communes: [String] = []

    @Option(
        name: .customLong("semaine"), help: ArgumentHelp(ExplanationWords.weekHelp, valueName: PlaceholderWords.integer)
    )
    var week: Int?

    @Option(
        name: .customLong("vehicule"),
        help: ArgumentHelp(ExplanationWords.vanHelp, valueName: PlaceholderWords.identifier))
    var van: String?

    @Option(name: .customLong("regle"), help: ArgumentHelp(ExplanationWords.ruleHelp, valueName: PlaceholderWords.rule))
    var rule: String?

    @Option(
        name: .customLong("sortie"), help: ArgumentHelp(ExplanationWords.outputHelp, valueName: PlaceholderWords.folder)
    )
    var output: String?

    @OptionGroup var replace: ReplaceOption

    @OptionGroup var question: QuestionOptions

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    private var kind: String { URL(fileURLWithPath: file).pathExtension.lowercased() }
    private var isPlan: Bool { PlanReference.isPlan(file) }
    private var ruleID: RuleID? { rule.flatMap { RuleID(rawValue: $0.uppercased()) } }
    private var asksSomething: Bool { !communes.isEmpty || week != nil || van != nil || rule != nil }

    func validate() throws {
        guard isPlan || ["yaml", "yml"].contains(kind) else { throw ValidationError(ExplanationWords.wrongKind(file)) }
        guard isPlan == asksSomething else {
            throw ValidationError(
                isPlan ? ExplanationWords.nothingAsked : ExplanationWords.scenarioWithQuestion)
        }
        guard output == nil || !communes.isEmpty else { throw ValidationError(ExplanationWords.outputWithoutCommune) }
        if let rule, ruleID.flatMap({ Obstacle($0) }) == nil {
            throw ValidationError(ExplanationWords.unknownRule(rule))
        }
    }

    func run() throws {
        log.start()
        if isPlan { try explainPlan() } else { try explainScenario() }
    }

    private func explainPlan() throws {
        let start = ContinuousClock.now
        let plan = try CheckedPlan(file).plan
        let codes = try PlanCommunes(plan.scenario, file).codes(communes)
        try plan.hasWeek(week)
        let folder = try output.map { try replace.folder($0) }
        let questions = PlanQuestions(communes: codes, week: week, van: van, rule: ruleID)
        let explanation = try Watched.run { stop, line in
            let solver = VariantSolver(question.limits, stop: stop, progress: line.show)
            return try PlanExplanation(plan, questions, solver, withVariants: folder != nil)
        }
        let report = ExplanationReport(explanation)
        let files = try report.files()
        if !files.isEmpty { try folder?.write(files) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        json.print(
            report.summary,
            else: report.lines(written: output.map { ($0, files.map(\.name.text)) }) + [
                ExplanationWords.seconds(seconds)
            ])
    }

    private func explainScenario() throws {
        let loaded = try ScenarioInput.read(file)
        let (explanation, isInterrupted) = try Watched.run { stop, line in
            let solver = VariantSolver(question.limits, stop: stop, progress: line.show)
            return (try ScenarioExplanation(loaded.scenario, solver), stop.isRaised)
        }
        let report = ConflictReport(explanation)
        json.print(report.summary, else: report.lines)
        if !explanation.conflicts.isEmpty {
            throw CommandFailure(
                ending: .infeasible, messages: [ExplanationWords.endsInfeasible], isReported: true)
        }
        if !explanation.undecided.isEmpty {
            throw CommandFailure(
                ending: isInterrupted ? .interrupted : .noPlan, messages: [ExplanationWords.endsUndecided],
                isReported: true)
        }
    }
}
