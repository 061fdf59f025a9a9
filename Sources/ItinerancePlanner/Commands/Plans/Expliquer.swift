import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan
import Synchronization

/// Explains a plan by solving it again with something changed, or why a scenario has none.
struct Expliquer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expliquer", abstract: ExplanationWords.command, discussion: ExplanationWords.commandExamples,
        aliases: ["explain"])

    @Argument(help: ArgumentHelp(ExplanationWords.fileHelp, valueName: "fichier"))
    var file: String

    @Option(
        name: .customLong("commune"), parsing: .upToNextOption,
        help: ArgumentHelp(ExplanationWords.communeHelp, valueName: "code ou nom"))
    var communes: [String] = []

    @Option(name: .customLong("semaine"), help: ArgumentHelp(ExplanationWords.weekHelp, valueName: "entier"))
    var week: Int?

    @Option(name: .customLong("vehicule"), help: ArgumentHelp(ExplanationWords.vanHelp, valueName: "identifiant"))
    var van: String?

    @Option(name: .customLong("regle"), help: ArgumentHelp(ExplanationWords.ruleHelp, valueName: "règle"))
    var rule: String?

    @Option(name: .customLong("sortie"), help: ArgumentHelp(ExplanationWords.outputHelp, valueName: "dossier"))
    var output: String?

    @Flag(name: .customLong("remplacer"), help: ArgumentHelp(CommandWords.replaceHelp))
    var replace = false

    @Option(name: .customLong("duree"), help: ArgumentHelp(ExplanationWords.timeHelp, valueName: "secondes"))
    var seconds = "20"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: "entier"))
    var seed: UInt64 = 1

    @Option(name: .customLong("coeurs"), help: ArgumentHelp(CommandWords.coresHelp, valueName: "entier"))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    private var timeLimit: Double? { FrenchDecimal.value(seconds).flatMap { $0 > 0 ? $0 : nil } }
    private var kind: String { URL(fileURLWithPath: file).pathExtension.lowercased() }
    private var isPlan: Bool { PlanReference.isPlan(file) }
    private var asksSomething: Bool { !communes.isEmpty || week != nil || van != nil || rule != nil }

    func validate() throws {
        guard timeLimit != nil else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard cores >= 1 else { throw ValidationError(CommandWords.notPositive("coeurs", cores)) }
        guard isPlan || ["yaml", "yml"].contains(kind) else { throw ValidationError(ExplanationWords.wrongKind(file)) }
        guard isPlan == asksSomething else {
            throw ValidationError(
                isPlan ? ExplanationWords.nothingAsked : ExplanationWords.scenarioWithQuestion)
        }
        guard output == nil || !communes.isEmpty else { throw ValidationError(ExplanationWords.outputWithoutCommune) }
        if let rule, RuleID(rawValue: rule.uppercased()).flatMap({ Obstacle($0) }) == nil {
            throw ValidationError(ExplanationWords.unknownRule(rule))
        }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer { line.end() }
        let answers = Mutex(0)
        let solver = VariantSolver(
            SolveLimits(gap: 0, seconds: timeLimit ?? 20, seed: seed, workers: cores), stop: flag
        ) {
            line.show(
                ExplanationWords.progress(
                    answers.withLock { count in
                        count += 1
                        return count
                    }))
        }
        try withExtendedLifetime(watch) {
            if isPlan { try explainPlan(solver, line) } else { try explainScenario(solver, line) }
        }
    }

    private func explainPlan(_ solver: VariantSolver, _ line: ProgressLine) throws {
        let start = ContinuousClock.now
        let plan = try PlanFile.read(file)
        guard PlanCheck(plan).isValid else {
            throw CommandFailure(ending: .brokenRule, messages: [ExplanationWords.brokenPlan(file)])
        }
        let codes = try PlanCommunes(plan.scenario, file).codes(communes)
        if let week, !(1...plan.scenario.parameters.cycleWeeks).contains(week) {
            throw CommandFailure(
                ending: .wrongData,
                messages: [ExplanationWords.unknownWeek(week, of: plan.scenario.parameters.cycleWeeks)])
        }
        let folder = try output.map { try OutputFolder($0, replace: replace) }
        let screen = ExplanationScreen(plan.scenario)
        var summary = ExplanationSummary()
        var lines: [String] = []
        do {
            let explainer = PlanExplainer(plan, solver)
            if !codes.isEmpty {
                let found = try explainer.communes(codes)
                lines += found.flatMap(screen.lines)
                summary.communes = found.map { CommuneSummary($0, in: plan.scenario) }
                if let folder { lines.append(try write(found, of: plan, to: folder)) }
            }
            if let week {
                let found = explainer.week(week)
                lines += found.flatMap(screen.lines)
                summary.weeks = found.map(WeekSummary.init)
            }
            if let van {
                let found = try explainer.van(van)
                guard !found.isEmpty else {
                    let known = Set(plan.scenario.services.flatMap { $0.teams.map(\.van) }).sorted()
                    throw CommandFailure(ending: .wrongData, messages: [ExplanationWords.unknownVan(van, known)])
                }
                lines += found.flatMap(screen.lines)
                summary.vans = found.map(VanSummary.init)
            }
            if let rule, let id = RuleID(rawValue: rule.uppercased()), let found = try explainer.rule(id) {
                lines += found.flatMap(screen.lines)
                summary.rules = found.map { RuleSummary($0, in: plan.scenario) }
            }
        } catch let failure as SolveFailure {
            throw CommandFailure(
                ending: PlanRun.ending(failure), messages: [SolveWords.failure(failure, plan.scenario)])
        }
        line.end()
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in lines { print(line) }
            print(ExplanationWords.seconds((ContinuousClock.now - start) / .seconds(1)))
        }
    }

    /// Writes the best plan with each commune that has no stop, checked first. Answers a line that says so.
    private func write(_ found: [CommuneExplanation], of plan: Plan, to folder: OutputFolder) throws -> String {
        var files: [(name: String, data: Data)] = []
        for explanation in found {
            guard let variant = explanation.variant(of: plan) else { continue }
            let other = try ExplainedPlan(variant, explanation)
            files += try other.files(inSeveralServices: found.count { $0.commune == explanation.commune } > 1)
        }
        guard !files.isEmpty else { return ExplanationWords.nothingToWrite }
        try folder.write(files)
        return ExplanationWords.written(output ?? "", files.map(\.name))
    }

    private func explainScenario(_ solver: VariantSolver, _ line: ProgressLine) throws {
        let loaded = try ScenarioReader.read(file)
        for warning in loaded.warnings { Terminal.error(warning.sentence) }
        let scenario = loaded.scenario
        let screen = ExplanationScreen(scenario)
        var summary = ExplanationSummary()
        var lines: [String] = []
        var (conflicts, feasible, undecided): ([Conflict], [String], [String]) = ([], [], [])
        do {
            for service in scenario.services {
                switch try ConflictFinder.find(service, in: scenario, solver) {
                case .feasible:
                    feasible.append(service.id)
                    lines.append(ExplanationWords.feasible(service.name))
                case .undecided:
                    undecided.append(service.id)
                    lines.append(ExplanationWords.noAnswer(service.name))
                case .conflict(let conflict):
                    conflicts.append(conflict)
                    lines += screen.lines(conflict)
                }
            }
        } catch let failure as SolveFailure {
            throw CommandFailure(ending: PlanRun.ending(failure), messages: [SolveWords.failure(failure, scenario)])
        }
        summary.conflicts = conflicts.compactMap { ConflictSummary($0, in: scenario) }
        summary.feasible = feasible
        summary.undecided = undecided
        line.end()
        if json {
            Terminal.printJSON(summary)
        } else {
            for line in lines { print(line) }
        }
        if !conflicts.isEmpty {
            throw CommandFailure(
                ending: .infeasible, messages: [ExplanationWords.endsInfeasible], isReported: true)
        }
        if !undecided.isEmpty {
            throw CommandFailure(
                ending: solver.stop.isRaised ? .interrupted : .noPlan, messages: [ExplanationWords.endsUndecided],
                isReported: true)
        }
    }
}
