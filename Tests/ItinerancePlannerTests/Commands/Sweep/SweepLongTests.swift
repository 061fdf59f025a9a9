import Foundation
import Testing

@Suite("Command balayer, Long", .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil))
struct SweepLongTests {
    @Test("Killed at 50 drawn instants and run again, a sweep ends with the same bytes as one that nobody stopped")
    func killed() throws {
        let seed = ProcessInfo.processInfo.environment["ITINERANCE_SEED"].flatMap(UInt64.init) ?? 1
        try SweepFixture.killAndResume(times: 50, seed: seed)
    }
}
