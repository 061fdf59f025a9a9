import ArgumentParser
import Foundation
import FrenchText
import Optimizer

/// How long and on how many cores one question is searched: the same for every command that asks one.
struct QuestionOptions: ParsableArguments {
    @Option(
        name: .customLong("duree"), help: ArgumentHelp(ExplanationWords.timeHelp, valueName: PlaceholderWords.seconds))
    var seconds = "20"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(
        name: .customLong("coeurs"), help: ArgumentHelp(CommandWords.coresHelp, valueName: PlaceholderWords.integer))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    private var timeLimit: Double? { SearchOptions.number(seconds, in: 0...1_000_000).flatMap { $0 > 0 ? $0 : nil } }

    func validate() throws {
        guard timeLimit != nil else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard cores >= 1 else { throw ValidationError(CommandWords.notPositive("coeurs", cores)) }
    }

    var limits: SolveLimits { SolveLimits(gap: 0, seconds: timeLimit ?? 20, seed: seed, workers: cores) }
}
