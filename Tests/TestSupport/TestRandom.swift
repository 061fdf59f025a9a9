import Foundation

/// SplitMix64, the tests' own: the same cases everywhere.
package struct TestRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    package mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
    package mutating func real(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }
    package mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    package mutating func pick<T>(_ choices: [T]) -> T { choices[whole(0...choices.count - 1)] }
}

/// Seed and switch of the long suites.
package enum LongRun {
    package static let isWanted = ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil
    package static let seed = ProcessInfo.processInfo.environment["ITINERANCE_SEED"].flatMap(UInt64.init) ?? 1
}
