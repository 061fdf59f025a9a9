import ArgumentParser
import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// Adds a promise to a scenario file, once it is known that all promises can be kept together.
struct Epingler: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epingler", abstract: PinWords.pinCommand, discussion: PinWords.pinExamples, aliases: ["pin"])

    @OptionGroup var target: PinTarget

    @OptionGroup var wish: PinWish

    @Option(name: .customLong("plan"), help: ArgumentHelp(PinWords.planHelp, valueName: "plan.json"))
    var plan: String?

    @Option(name: .customLong("duree"), help: ArgumentHelp(ExplanationWords.timeHelp, valueName: "secondes"))
    var seconds = "20"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: "entier"))
    var seed: UInt64 = 1

    @Option(name: .customLong("coeurs"), help: ArgumentHelp(CommandWords.coresHelp, valueName: "entier"))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("sans-recherche"), help: ArgumentHelp(PinWords.withoutSearchHelp))
    var withoutSearch = false

    @Flag(name: .customLong("malgre-tout"), help: ArgumentHelp(PinWords.anywayHelp))
    var anyway = false

    @Flag(name: .customLong("json"), help: ArgumentHelp(CommandWords.jsonHelp))
    var json = false

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    private var timeLimit: Double? {
        FrenchDecimal.value(seconds).flatMap { $0 > 0 && $0 <= 1_000_000 ? $0 : nil }
    }

    func validate() throws {
        guard timeLimit != nil else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard cores >= 1 else { throw ValidationError(CommandWords.notPositive("coeurs", cores)) }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let path = target.scenario
        let file = try ScenarioFile(path)
        let before = try ScenarioReader.read(path, contents: file.data)
        for warning in before.warnings { Terminal.error(warning.sentence) }
        let kept = try plan.map { try PlanFile.read($0) }
        let services = before.scenario.services
        let service = try target.chosen(among: services.map(\.id), of: services)
        let (data, line) = try edited(file, service.id)
        let (scenario, index) = try read(data, service.id)
        let promise = Promise(scenario, service.id, index)
        let finding = try withoutSearch ? nil : search(scenario, service.id)
        var answer = PinAnswer(promise, file: path, line: line)
        answer.tell(finding, in: scenario, pin: index)
        let isRefused = answer.conflict != nil && !anyway
        if !isRefused { try file.replace(with: data) }
        answer.isWritten = !isRefused
        if let kept {
            guard let found = promise.answer(of: kept, named: plan ?? "") else {
                throw CommandFailure(
                    ending: .wrongData,
                    messages: [
                        FormerPlanFault.serviceNotInPlan(service.id, kept.scenario.services.map(\.id)).sentence
                    ])
            }
            answer.tell(found)
        }
        if json {
            Terminal.printJSON(answer)
        } else {
            for line in answer.lines { print(line) }
        }
        if isRefused { throw CommandFailure(ending: .infeasible, messages: [PinWords.notWritten], isReported: true) }
    }

    /// The contents with the promise, and the line it begins on.
    private func edited(_ file: ScenarioFile, _ service: String) throws -> (data: Data, line: Int) {
        do {
            guard let text = ScenarioText(file.data) else {
                throw ScenarioDocument.Refusal(reason: .encoding, line: nil)
            }
            let document = try ScenarioDocument(text)
            guard let index = document.index(of: service) else {
                throw ScenarioDocument.Refusal(reason: .form, line: nil)
            }
            let new = try document.adding(wish.text(of: target.field), to: index)
            guard let data = new.data, let pin = try ScenarioDocument(new).pins(index).last else {
                throw ScenarioDocument.Refusal(reason: .encoding, line: nil)
            }
            return (data, pin.mark?.line ?? 1)
        } catch let refusal as ScenarioDocument.Refusal { throw refusal.failure(file.path) }
    }

    /// The scenario as it would be, read as any other, and the number of the promise among the pins of the service.
    private func read(_ data: Data, _ service: String) throws -> (Scenario, Int) {
        let after: LoadedScenario
        do { after = try ScenarioReader.read(target.scenario, contents: data) } catch let failure as InputFailure {
            throw CommandFailure(
                ending: .wrongData, messages: failure.findings.map(\.sentence) + [PinWords.wouldBeRefused],
                findings: failure.findings)
        }
        let scenario = after.scenario
        if let until = wish.until.flatMap({ CivilDate(iso: $0) }), until < scenario.firstMonday {
            throw CommandFailure(
                ending: .wrongData, messages: [PinWords.endsTooSoon(until, scenario.firstMonday)])
        }
        guard let pins = scenario.services.first(where: { $0.id == service })?.pins, !pins.isEmpty else {
            throw ScenarioDocument.Refusal(reason: .form, line: nil).failure(target.scenario)
        }
        return (scenario, pins.count - 1)
    }

    private func search(_ scenario: Scenario, _ id: String) throws -> ConflictFinder.Finding? {
        guard let service = scenario.services.first(where: { $0.id == id }) else { return nil }
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer { line.end() }
        line.show(PinWords.searching)
        let solver = VariantSolver(
            SolveLimits(gap: 0, seconds: timeLimit ?? 20, seed: seed, workers: cores), stop: flag)
        do {
            let finding = try withExtendedLifetime(watch) { try ConflictFinder.find(service, in: scenario, solver) }
            guard !flag.isRaised else {
                throw CommandFailure(ending: .interrupted, messages: [PinWords.interrupted])
            }
            return finding
        } catch let failure as SolveFailure {
            throw CommandFailure(
                ending: PlanRun.ending(failure), messages: [SolveWords.failure(failure, scenario), PinWords.notWritten])
        }
    }
}
