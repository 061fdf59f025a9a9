import Foundation
import Planning
import TestSupport
import Testing

@Suite("The second checker of proofs")
struct SecondCheckerTests {
    @Test("It finds the same bound, and the same numbers in the plan's data")
    func some() throws { try SecondChecker(seed: LongRun.seed, plans: 8).run() }
}

@Suite("The second checker of proofs, Long", .enabled(if: LongRun.isWanted))
struct SecondCheckerLongTests {
    @Test("It finds the same bound, and the same numbers in the plan's data")
    func many() throws { try SecondChecker(seed: LongRun.seed, plans: 80).run() }
}

/// `Benchmarks/check_proof.py` beside the program's own reader, on so many drawn plans.
struct SecondChecker {
    let seed: UInt64
    let plans: Int

    private struct Answer: Decodable {
        struct Service: Decodable {
            var borne: Int
            var noeuds: Int
            var searched: Int

            enum CodingKeys: String, CodingKey {
                case borne, noeuds
                case searched = "feuilles_recherchees"
            }
        }
        var services: [Service]?
        var refuse: String?
        var revu: [String]?
    }

    func run() throws {
        var (agreed, number, nodes, leaves) = (0, Int(seed % 1000), 0, 0)
        while agreed < plans {
            number += 1
            // Every third one is stopped before its optimum.
            guard let own = try ProvenCase(ProvenCase.scenario(number), nodes: number % 3 == 0 ? 2 : nil) else {
                continue
            }
            let proven = try own.verified().services[0].answer.get()
            let answer = try Self.check(own.planFile, own.proofFile)
            let found = try #require(answer.services?.first, "\(own.name): \(answer.refuse ?? "")")
            // Exact sums may lie a thousandth below those that are rounded to the safe side.
            #expect((proven.bound - 1...proven.bound).contains(found.borne), "\(own.name): \(found) \(proven)")
            #expect(found.noeuds == proven.nodes && found.searched == proven.searchedLeaves)
            #expect(Set(answer.revu ?? []).isSuperset(of: ["arrets", "gains", "journees", "ligne_opening"]))
            agreed += 1
            nodes += found.noeuds
            leaves += found.searched
        }
        print("second checker: seed \(seed), \(agreed) plans agree, \(nodes) nodes, \(leaves) searched leaves")
    }

    private static func check(_ plan: Data, _ proof: Data) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("preuve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try plan.write(to: folder.appendingPathComponent("plan.json"))
        try proof.write(to: folder.appendingPathComponent("preuve.json"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", CommandRunner.root.appendingPathComponent("Benchmarks/check_proof.py").path, "plan.json",
            "preuve.json",
        ]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Answer.self, from: told)
    }
}
