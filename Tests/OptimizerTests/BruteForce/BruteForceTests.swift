import DrawnTerritories
import TestSupport
import Testing

@Suite("Every plan of small territories")
struct BruteForceTests {
    @Test("A proven optimum equals brute force over all plans, and passes the check", arguments: 1...240)
    func optimum(seed: Int) {
        Contest.hold(RandomTerritory.scenario(seed: UInt64(seed)))
    }
}

@Suite("Every plan of small territories, Long", .enabled(if: LongRun.isWanted))
struct BruteForceLongTests {
    @Test("Long: a proven optimum equals brute force on 2,000 more territories", arguments: 0..<20)
    func optimum(batch: Int) {
        for number in 0..<100 {
            Contest.hold(
                RandomTerritory.scenario(seed: LongRun.seed &* 1_000_000 &+ UInt64(100 * batch + number)))
        }
    }
}
