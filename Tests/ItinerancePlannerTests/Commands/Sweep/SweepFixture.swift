import Foundation
import Testing

/// A sweep of a small scenario whose cells all end with a proof, so that its bytes do not depend on time.
struct SweepFixture {
    typealias Object = [String: Any]

    let runner: CommandRunner

    /// Four depots and budgets of the 12 communes of the Sud Avesnois, and one cell that no plan can keep.
    static let grid = """
        nom: Grille d'essai
        scenario: essai.yaml
        axes:
          depot: [depot-fourmies, depot-avesnes]
          budgets.km: [150, 400, 700, aucun]
        """

    init() throws {
        runner = try CommandRunner()
        try runner.write("grille.yaml", Self.grid)
    }

    func sweep(_ folder: String, _ extra: [String] = [], grid: String = "grille.yaml") throws -> CommandRunner.Result {
        try runner.run(["balayer", grid, "--sortie", folder] + extra)
    }

    static func object(_ text: String) throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    }

    func file(_ folder: String) throws -> Object { try Self.object(try runner.read("\(folder)/balayage.json")) }

    func cells(_ folder: String) throws -> [Object] { try #require(try file(folder)["cellules"] as? [Object]) }

    /// Every file of two folders, the same names and the same bytes.
    func expectSameBytes(_ a: String, _ b: String, _ comment: Comment? = nil) throws {
        let names = try runner.files(in: a)
        #expect(try runner.files(in: b) == names, comment)
        for name in names { #expect(try runner.data("\(a)/\(name)") == runner.data("\(b)/\(name)"), "\(name)") }
    }

    /// Starts a sweep and ends it without warning once it has kept so many cells, and some time later. Whether it was at work.
    func cut(_ folder: String, withCells count: Int, after seconds: Double) throws -> Bool {
        let process = Process()
        process.executableURL = CommandRunner.program
        process.arguments = ["balayer", "grille.yaml", "--sortie", folder]
        process.currentDirectoryURL = runner.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let cells = runner.folder.appendingPathComponent("\(folder)/cellules").path
        func kept() -> Int {
            (try? FileManager.default.contentsOfDirectory(atPath: cells).count { $0.hasSuffix(".json") }) ?? 0
        }
        while process.isRunning, kept() < count { usleep(500) }
        usleep(UInt32(seconds * 1_000_000))
        let wasRunning = process.isRunning
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return wasRunning
    }

    /// Kills sweeps at drawn instants of their lives, each in a folder of its own, and lets each end: the same bytes as those of a
    /// sweep that nobody stopped. Instants are drawn as so many cells and some time more, so that they fall everywhere
    /// however fast the machine is: before the first cell, between two, and while results are written.
    static func killAndResume(times: Int, seed: UInt64) throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let whole = try fixture.sweep("entier")
        #expect(whole.code == 0, "\(whole.error)")
        let count = try fixture.runner.files(in: "entier/cellules").count
        var random = SeededDraws(seed)
        var cut = 0
        for turn in 0..<times {
            let folder = "coupe-\(turn)"
            // One in three is cut again while it resumes.
            for _ in 0..<(turn % 3 == 2 ? 2 : 1) {
                let cells = Int(random.next() * Double(count + 1))
                let longest = cells == 0 ? 0.5 : cells == count ? 0.02 : 0.1
                if try fixture.cut(folder, withCells: cells, after: random.next() * longest) { cut += 1 }
            }
            let resumed = try fixture.sweep(folder)
            #expect(resumed.code == 0, "\(turn): \(resumed.error)")
            try fixture.expectSameBytes("entier", folder, "seed \(seed), kill \(turn)")
            try FileManager.default.removeItem(at: fixture.runner.folder.appendingPathComponent(folder))
        }
        #expect(cut > 0)
    }
}

/// Numbers from 0 to 1, the same for the same seed.
private struct SeededDraws {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(UInt64(1) << 53)
    }
}
