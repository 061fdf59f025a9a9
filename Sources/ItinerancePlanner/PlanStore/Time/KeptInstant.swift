import Foundation
import GeoModel

/// A moment as a store writes it, `2026-11-27T15:50:23.123Z`, and as the clocks of Paris show it.
package struct KeptInstant: Encodable {
    /// UTC.
    package var text: String

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// `nil` where the text is no moment.
    package var paris: (date: CivilDate, time: Minutes)? {
        let parts = text.split(separator: "T")
        guard parts.count == 2, let date = CivilDate(iso: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").prefix(2).compactMap { Int($0) }
        guard clock.count == 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else { return nil }
        return ParisClock.clock(date, Minutes(60 * clock[0] + clock[1]))
    }

    /// The date that it is in Paris.
    package static func today(_ now: Date = Date()) -> CivilDate {
        let minutes = Int((now.timeIntervalSince1970 / 60).rounded(.down))
        let day = Int((Double(minutes) / 1440).rounded(.down))
        return ParisClock.clock(CivilDate(dayNumber: day), Minutes(minutes - 1440 * day)).date
    }
}
