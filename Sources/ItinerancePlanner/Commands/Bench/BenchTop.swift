import ArgumentParser
import Foundation
import Optimizer
import TeamOrienteering

/// Solves a folder of Team Orienteering instances and writes tours and a proven bound for each.
struct BenchTop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: BenchWords.top, discussion: BenchWords.topExamples)

    @Argument(help: ArgumentHelp(BenchWords.folderHelp, valueName: "dossier"))
    var folder: String

    @Option(name: .customLong("sortie"), help: ArgumentHelp(BenchWords.outputHelp, valueName: "dossier"))
    var output: String

    @Option(name: .customLong("duree"), help: ArgumentHelp(BenchWords.timeHelp, valueName: "secondes"))
    var seconds = "60"

    @Option(name: .customLong("graine"), help: ArgumentHelp(CommandWords.seedHelp, valueName: "entier"))
    var seed: UInt64 = 1

    @Option(
        name: [.customLong("taches"), .customLong("workers")],
        help: ArgumentHelp(BenchWords.workersHelp, valueName: "nombre"))
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        name: .customLong("seulement"), parsing: .upToNextOption,
        help: ArgumentHelp(BenchWords.onlyHelp, valueName: "nom"))
    var only: [String] = []

    @Flag(name: .customLong("messages"), help: ArgumentHelp(CommandWords.logHelp))
    var messages = false

    private var timeLimit: Double? {
        FrenchDecimal.value(seconds).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    }

    func validate() throws {
        guard let timeLimit, timeLimit > 0 else { throw ValidationError(CommandWords.badTime(seconds)) }
        guard (1...1024).contains(workers) else { throw ValidationError(BenchWords.badWorkers(workers)) }
    }

    func run() throws {
        SolverMessages.start(verbose: messages)
        let instances = try TeamOrienteeringReader.read(folder: folder, only: only)
        let results = try BenchFolder(output)
        let stop = StopFlag()
        let watch = InterruptWatch(stop)
        defer { withExtendedLifetime(watch) {} }
        let limits = TeamOrienteeringLimits(seconds: timeLimit ?? 60, seed: seed)
        let outcomes = try TeamOrienteeringSolver.solve(
            instances, limits, width: workers, shouldStop: { stop.isRaised }
        ) { solved in
            let written = Result { try results.write(TeamOrienteeringRecord(solved)) }
            if case .success = written {
                print(
                    BenchWords.line(
                        solved.instance.name, score: solved.result.score, bound: solved.result.bound,
                        seconds: solved.seconds))
            }
            return written
        }
        for outcome in outcomes { try outcome.get() }
    }
}

/// What is written of one instance, under the names that the benchmark's check reads.
struct TeamOrienteeringRecord: Encodable {
    private let instance: String
    private let tours: [[Int]]
    private let score: Int
    private let upperBound: Int
    private let rootBound: Int
    private let seconds: Double
    private let proven: Bool
    private let nodes: Int
    private let columns: Int
    private let seed: UInt64

    init(_ solved: TeamOrienteeringSolved) {
        instance = solved.instance.name
        tours = solved.result.tours
        score = solved.result.score
        upperBound = solved.result.bound
        rootBound = solved.result.rootBound
        seconds = (solved.seconds * 100).rounded() / 100
        proven = solved.result.isProven
        nodes = solved.result.nodes
        columns = solved.result.columns
        seed = solved.seed
    }

    var fileName: String { "\(instance).json" }

    enum CodingKeys: String, CodingKey {
        case instance
        case tours
        case score
        case upperBound = "upper_bound"
        case rootBound = "root_bound"
        case seconds
        case proven
        case nodes
        case columns
        case seed
    }
}

/// The folder of a benchmark's results. Those of an earlier run are replaced, file by file.
struct BenchFolder: Sendable {
    private let path: String

    init(_ path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw OutputFault.isFile(path)
            }
        } else {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw OutputFault.unwritable(path)
            }
        }
        guard access(path, W_OK) == 0 else {
            throw OutputFault.unwritable(path)
        }
    }

    func write(_ record: TeamOrienteeringRecord) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let file = URL(fileURLWithPath: path).appendingPathComponent(record.fileName).path
        try OutputFile(file, replace: true).write(try encoder.encode(record) + Data("\n".utf8))
    }
}
