import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import Optimizer
import PlanningModel

/// How long and how far a search goes: the same for every command that plans.
struct SearchOptions: ParsableArguments {
    @Option(
        name: .customLong("ecart"), help: ArgumentHelp(CommandWords.gapHelp, valueName: PlaceholderWords.percentage))
    var gap: String?

    @Option(name: .customLong("duree"), help: ArgumentHelp(CommandWords.timeHelp, valueName: PlaceholderWords.seconds))
    var seconds = "300"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(
        name: .customLong("coeurs"), help: ArgumentHelp(CommandWords.coresHelp, valueName: PlaceholderWords.integer))
    var cores = ProcessInfo.processInfo.activeProcessorCount

    static func number(_ text: String, in range: ClosedRange<Double>) -> Double? {
        FrenchDecimal.value(text).flatMap { range.contains($0) ? $0 : nil }
    }

    private var gapPercent: Double? { gap.map { Self.number($0, in: 0...100) } ?? 0 }
    private var timeLimit: Double? { Self.number(seconds, in: 0...1_000_000) }

    func validate() throws {
        guard gapPercent != nil else { throw ValidationError(CommandWords.badGap(gap ?? "")) }
        guard let timeLimit, timeLimit > 0 else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard cores > 0 else { throw ValidationError(CommandWords.notPositive("coeurs", cores)) }
    }

    /// Until the optimum where no gap is asked for.
    var limits: SolveLimits {
        SolveLimits(gap: (gapPercent ?? 0) / 100, seconds: timeLimit ?? 300, seed: seed, workers: cores)
    }
}
