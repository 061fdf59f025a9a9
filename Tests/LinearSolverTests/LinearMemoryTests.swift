import Foundation
import LinearSolver
import TestSupport
import Testing

/// Solves in one process, and what its memory does meanwhile.
enum MemoryRun {
    static var residentKilobytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) / 1024 }
    }

    /// Continuous or with integers, some of them stopped by GLPK giving up.
    private static func one(_ seed: UInt64) throws {
        var random = TestRandom(seed &* 1_000_003)
        let rows = random.whole(20...40)
        var problem = try RandomPrograms.covering(
            rows: rows, columns: rows * 3, seed: seed, kind: random.chance(0.3) ? .binary : .continuous)
        #expect(try problem.solve(dual: random.chance(0.5)).isOptimal)
        if random.chance(0.3) {
            var limits = MixedLimits()
            limits.nodes = 5
            limits.presolve = random.chance(0.5)
            _ = try problem.solveInteger(limits)
        }
        if random.chance(0.1) {
            SolverMemory.limit(furtherMebibytes: 0)
            let terms = SparseVector((0..<rows * 3).map { (index: $0, value: 1) })
            #expect(throws: LinearError.self) {
                for _ in 0..<1000 { try problem.addRow(.atLeast(1), terms) }
            }
        }
    }

    /// Under AddressSanitizer freed memory is kept for a while; there LeakSanitizer looks for what these tests do.
    static let isSanitized = ProcessInfo.processInfo.environment["ITINERANCE_SANITIZED"] != nil

    /// Growth in kilobytes over each tenth of `count` solves on fresh threads, after as many again to warm up.
    static func growth(_ count: Int, seed: UInt64) throws -> [Int] {
        var kilobytes: [Int] = []
        for part in 0..<11 {
            _ = try SolverThread.run(
                (0..<count / 10).map { number in { @Sendable in try one(seed &+ UInt64(part * count + number)) } },
                width: 2)
            kilobytes.append(try #require(residentKilobytes))
        }
        return zip(kilobytes, kilobytes.dropFirst()).map { $1 - $0 }
    }
}

@Suite("Memory of the linear layer", .enabled(if: MemoryRun.residentKilobytes != nil))
struct LinearMemoryTests {
    /// In a process of its own: other suites run in this one at the same time. A leak shows in every tenth.
    @Test(
        "A hundred solves, each on a fresh thread, keep the memory of the process", .enabled(if: !MemoryRun.isSanitized)
    )
    func hundred() async {
        await #expect(processExitsWith: .success) {
            let growth = try MemoryRun.growth(100, seed: LongRun.seed)
            #expect(growth.sorted()[5] < 256, "\(growth)")
        }
    }

    @Test("GLPK holds no more blocks after a solve than before, whatever its end")
    func blocks() throws {
        try onSolverThread {
            func solveOnce(_ seed: UInt64) throws {
                var problem = try RandomPrograms.covering(rows: 30, columns: 90, seed: seed, kind: .binary)
                _ = try problem.solve(dual: false)
                var limits = MixedLimits()
                limits.nodes = 5
                _ = try problem.solveInteger(limits)
                limits.presolve = false
                _ = try problem.solve(dual: false)
                struct Trouble: Error {}
                #expect(throws: Trouble.self) { try problem.solveInteger { _ in throw Trouble() } }
                #expect(throws: LinearError.self) { try problem.addRow(.atMost(.nan)) }
            }
            try solveOnce(1)
            let before = SolverMemory.blocks
            for seed in 2...20 as ClosedRange<UInt64> { try solveOnce(seed) }
            #expect(SolverMemory.blocks == before)
        }
    }
}

@Suite(
    "Memory of the linear layer over a thousand solves",
    .enabled(if: LongRun.isWanted && !MemoryRun.isSanitized && MemoryRun.residentKilobytes != nil))
struct LinearMemoryLongTests {
    @Test("A thousand solves, each on a fresh thread, keep the memory of the process")
    func thousand() async {
        await #expect(processExitsWith: .success) {
            let growth = try MemoryRun.growth(1000, seed: LongRun.seed)
            print("kilobytes over each hundred of 1,000 solves: \(growth)")
            #expect(growth.sorted()[5] < 256, "\(growth)")
            #expect(growth.reduce(0, +) < 4 << 10, "\(growth)")
        }
    }
}
