import ArgumentParser
import FrenchText

/// Public benchmarks, solved with the program's own engine.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: BenchWords.bench, discussion: BenchWords.benchExamples,
        subcommands: [BenchTop.self])
}
