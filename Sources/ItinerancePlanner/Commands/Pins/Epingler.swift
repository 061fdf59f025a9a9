import ArgumentParser
import Foundation
import FrenchText
import GeoModel
import Optimizer
import Planning
import PlanningModel
import Reporting
import ScenarioFiles

/// Adds a promise to a scenario file, once it is known that all promises can be kept together.
struct Epingler: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epingler", abstract: PinWords.pinCommand, discussion: PinWords.pinExamples, aliases: ["pin"])

    @OptionGroup var target: PinTarget

    @OptionGroup var wish: PinWish

    @Option(name: .customLong("plan"), help: ArgumentHelp(PinWords.planHelp, valueName: PlaceholderWords.planFile))
    var plan: String?

    @OptionGroup var question: QuestionOptions

    @Flag(name: .customLong("sans-recherche"), help: ArgumentHelp(PinWords.withoutSearchHelp))
    var withoutSearch = false

    @Flag(name: .customLong("malgre-tout"), help: ArgumentHelp(PinWords.anywayHelp))
    var anyway = false

    @OptionGroup var json: JSONOption

    @OptionGroup var log: LogOption

    func run() throws {
        log.start()
        let file = try ScenarioFile(target.scenario)
        let before = try ScenarioReader.read(file.path, contents: file.data)
        Terminal.warn(before.warnings)
        let kept = try plan.map { try CheckedPlan($0).plan }
        let addition = try PinAddition(
            wish.text(of: target.subject), on: target.subject, until: wish.until.flatMap { CivilDate(iso: $0) },
            in: file, before.scenario)
        let finding = try withoutSearch ? nil : search(addition)
        let promise = Promise(addition.scenario, addition.service, addition.index)
        var answer = PinAnswer(promise, file: file.path, line: addition.line)
        answer.tell(finding, in: addition.scenario, pin: addition.index)
        let isRefused = answer.conflict != nil && !anyway
        if !isRefused { try addition.write() }
        answer.isWritten = !isRefused
        if let kept { answer.tell(try self.answer(of: kept, to: promise, addition.service)) }
        json.print(answer, else: answer.lines)
        if isRefused { throw CommandFailure(ending: .infeasible, messages: [PinWords.notWritten], isReported: true) }
    }

    private func answer(of kept: Plan, to promise: Promise, _ service: String) throws -> Promise.PlanAnswer {
        guard let found = promise.answer(of: kept, named: plan ?? "") else {
            throw PinFailure.serviceNotInPlan(service, known: kept.scenario.services.map(\.id))
        }
        return found
    }

    private func search(_ addition: PinAddition) throws -> ConflictFinder.Finding? {
        try Watched.run { stop, line in try addition.search(question.limits, stop: stop, progress: line.show) }
    }
}
