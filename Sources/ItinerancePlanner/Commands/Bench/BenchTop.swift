import ArgumentParser
import FileAccess
import Foundation
import FrenchText
import PlanningModel
import TeamOrienteering

/// Solves a folder of Team Orienteering instances and writes tours and a proven bound for each.
struct BenchTop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: BenchWords.top, discussion: BenchWords.topExamples)

    @Argument(help: ArgumentHelp(BenchWords.folderHelp, valueName: PlaceholderWords.folder))
    var folder: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(BenchWords.outputHelp, valueName: PlaceholderWords.folder))
    var output: String

    @Option(name: .customLong("duree"), help: ArgumentHelp(BenchWords.timeHelp, valueName: PlaceholderWords.seconds))
    var seconds = "60"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: PlaceholderWords.integer))
    var seed: UInt64 = 1

    @Option(
        name: [.customLong("taches"), .customLong("workers")],
        help: ArgumentHelp(BenchWords.workersHelp, valueName: PlaceholderWords.number))
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        name: .customLong("seulement"), parsing: .upToNextOption,
        help: ArgumentHelp(BenchWords.onlyHelp, valueName: PlaceholderWords.name))
    var only: [String] = []

    @OptionGroup var log: LogOption

    private var timeLimit: Double? {
        FrenchDecimal.value(seconds).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    }

    func validate() throws {
        guard let timeLimit, timeLimit > 0 else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard (1...1024).contains(workers) else { throw ValidationError(BenchWords.badWorkers(workers)) }
    }

    func run() throws {
        log.start()
        let instances = try TeamOrienteeringReader.read(folder: folder, only: only)
        let results = try BenchFolder(output)
        let limits = TeamOrienteeringLimits(seconds: timeLimit ?? 60, seed: seed)
        let outcomes = try Watched.run { stop, _ in
            try TeamOrienteeringSolver.solve(
                instances, limits, width: workers, shouldStop: { stop.isRaised }
            ) { solved in
                let written = Result { try results.write(TeamOrienteeringRecord(solved)) }
                if case .success = written { Self.tell(solved) }
                return written
            }
        }
        for outcome in outcomes { try outcome.get() }
    }

    private static func tell(_ solved: TeamOrienteeringSolved) {
        print(
            BenchWords.line(
                solved.instance.name, score: solved.result.score, bound: solved.result.bound, seconds: solved.seconds))
    }
}
