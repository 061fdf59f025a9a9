import Foundation
import TeamOrienteering
import TestSupport
import Testing

@Suite("Team Orienteering")
struct TeamOrienteeringTests {
    private static func solve(
        _ instance: TeamOrienteeringInstance, seconds: Double, seed: UInt64 = 1
    ) throws -> TeamOrienteeringResult {
        try TeamOrienteeringSolver.solve(
            [instance], TeamOrienteeringLimits(seconds: seconds, seed: seed), width: 1, done: \.result)[0]
    }

    @Test("The proven optimum of small instances is that of plain enumeration", arguments: 1...150)
    func bruteForce(seed: Int) throws {
        let small = SmallTours(seed: seed)
        let result = try Self.solve(small.instance, seconds: 60)
        #expect(result.score == small.optimum)
        #expect(result.bound == small.optimum)
        #expect(SmallTours.faults(small.instance, result).isEmpty)
    }

    @Test(
        "The search for plans alone does not decide the bound: a cut-short run still has a valid one", arguments: 1...40
    )
    func cutShort(seed: Int) throws {
        let small = SmallTours(seed: seed)
        let result = try Self.solve(small.instance, seconds: 1e-6)
        #expect(result.bound >= small.optimum)
        #expect(SmallTours.faults(small.instance, result).isEmpty)
    }

    @Test("Two runs of one seed give the same tours")
    func deterministic() throws {
        let instance = Self.scattered(sites: 22, vehicles: 2, limit: 34, seed: 7)
        let first = try Self.solve(instance, seconds: 60)
        let second = try Self.solve(instance, seconds: 60)
        #expect(first.isProven)
        #expect(first.tours == second.tours)
        #expect((first.nodes, first.columns) == (second.nodes, second.columns))
    }

    @Test("More sites than the labelling holds: tours and a bound all the same")
    func manySites() throws {
        let instance = Self.scattered(sites: 180, vehicles: 2, limit: 30, seed: 3)
        let result = try Self.solve(instance, seconds: 1)
        #expect(SmallTours.faults(instance, result).isEmpty)
        #expect(result.score > 0)
    }

    @Test("Nothing can be reached: no tour, and 0 is proven")
    func nothing() throws {
        let instance = TeamOrienteeringInstance(
            name: "rien", vehicles: 2, limit: 1,
            points: [.init(x: 0, y: 0), .init(x: 9, y: 9), .init(x: 5, y: 0)], scores: [0, 10, 0])
        let result = try Self.solve(instance, seconds: 1)
        #expect(result.tours.isEmpty)
        #expect(result.score == 0 && result.bound == 0)
    }

    private static func scattered(sites: Int, vehicles: Int, limit: Double, seed: UInt64) -> TeamOrienteeringInstance {
        var random = TestRandom(seed)
        let points = (0..<sites + 2).map { _ in
            TeamOrienteeringInstance.Point(x: random.real(0...20), y: random.real(0...20))
        }
        let scores = points.indices.map { $0 == 0 || $0 == sites + 1 ? 0 : random.whole(1...20) }
        return TeamOrienteeringInstance(
            name: "semis", vehicles: vehicles, limit: limit, points: points, scores: scores)
    }
}

/// Chao's instances are not ours to hand on: these tests run only where they lie beside the project, or where
/// `ITINERANCE_TOP` names the folder that holds `instances/` and `peers-10s.csv`.
@Suite("Team Orienteering, Chao's instances")
struct ChaoInstanceTests {
    private static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["ITINERANCE_TOP"].map { URL(fileURLWithPath: $0) }
        let places = [named, root.appendingPathComponent("../shared/bench/top")].compactMap { $0 }
        return places.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("peers-10s.csv").path)
        }
    }()
    private static let isThere: Bool = {
        if folder == nil { print("Chao's instances are not here: set ITINERANCE_TOP. Their tests are skipped.") }
        return folder != nil
    }()

    private static func read(_ name: String) throws -> TeamOrienteeringInstance {
        let url = try #require(folder).appendingPathComponent("instances/\(name).txt")
        let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        let points = rows[3...].map { TeamOrienteeringInstance.Point(x: Double($0[0])!, y: Double($0[1])!) }
        return TeamOrienteeringInstance(
            name: name, vehicles: Int(rows[1][1])!, limit: Double(rows[2][1])!, points: points,
            scores: rows[3...].map { Int(Double($0[2])!) })
    }

    /// The best score that a peer reached with tours that were checked.
    private static var reached: [String: Int] {
        guard let folder,
            let text = try? String(contentsOf: folder.appendingPathComponent("peers-10s.csv"), encoding: .utf8)
        else { return [:] }
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        return Dictionary(rows.compactMap { row in Int(row[2]).map { (String(row[0]), $0) } }, uniquingKeysWith: max)
    }

    @Test("No bound is below what another solver reached", .enabled(if: isThere), arguments: reached.keys.sorted())
    func boundHolds(name: String) throws {
        let instance = try Self.read(name)
        let result = try TeamOrienteeringSolver.solve(
            [instance], TeamOrienteeringLimits(seconds: 3, seed: 1), width: 1, done: \.result)[0]
        #expect(result.bound >= Self.reached[name] ?? 0)
        #expect(SmallTours.faults(instance, result).isEmpty)
    }

    @Test(
        "Small instances are proven, at values that a second solver confirms", .enabled(if: isThere),
        arguments: [("p1.3.h", 70), ("p1.3.o", 205), ("p2.3.h", 165), ("p3.3.t", 760)])
    func proven(name: String, score: Int) throws {
        let result = try TeamOrienteeringSolver.solve(
            [try Self.read(name)], TeamOrienteeringLimits(seconds: 60, seed: 1), width: 1, done: \.result)[0]
        #expect(result.score == score)
        #expect(result.bound == score)
    }
}
