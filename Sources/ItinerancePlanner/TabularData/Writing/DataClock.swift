import GeoModel

/// Times of day as files write them: `09:00`.
package enum DataClock {
    package static func text(_ time: Minutes) -> String {
        twoDigits(time.count / 60) + ":" + twoDigits(abs(time.count % 60))
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
