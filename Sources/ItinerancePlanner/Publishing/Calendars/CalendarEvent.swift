import FileAccess
import Foundation
import GeoModel
import PlanningModel
import TabularData

/// Something that comes back every cycle on one weekday at one time, with the dates on which it takes place.
package struct CalendarEvent: Sendable {
    /// Who may read it.
    package enum Audience: Sendable { case everyone, team }

    package var uid: String
    package var summary: String
    package var location: String
    package var position: Position?
    package var description: String
    package var categories: String
    package var hours: Interval
    /// In order.
    package var held: [CivilDate]
    /// Dates of the cycle on which it falls, in order.
    package var dropped: [CivilDate]
    package var audience: Audience

    /// By first date, hour and identifier.
    package static func precedes(_ a: Self, _ b: Self) -> Bool {
        let (first, second) = (a.held.first?.dayNumber ?? .max, b.held.first?.dayNumber ?? .max)
        return first != second ? first < second : (a.hours.start, a.uid) < (b.hours.start, b.uid)
    }

    /// The same for the same parts, whatever the plan: `CalendarEvent.uid("accueil", "lr", "2", "lundi", "van-1")`.
    package static func uid(_ parts: String...) -> String {
        let digest = Sha256.digest(Data(parts.joined(separator: "\u{1F}").utf8))
        let hex = digest.prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return hex.joined() + "@itinerance"
    }
}

extension CalendarEvent {
    /// `nil` where it never takes place.
    ///
    /// - Parameter until: last day that the rule speaks of.
    /// - Throws: `CalendarWritingFault`.
    package func add(
        to calendar: borrowing CalendarComponent, cycleWeeks: Int, until: CivilDate, revision: CalendarRevision,
        site: String
    ) throws {
        guard let first = held.first else { return }
        let event = try CalendarComponent(.event)
        try event.set(.uid, uid)
        try event.set(line: "DTSTAMP:" + revision.stamp)
        try event.set(line: "LAST-MODIFIED:" + revision.stamp)
        try event.set(line: "SEQUENCE:\(revision.sequence)")
        try event.set(local: .start, ParisTime.local(first, hours.start))
        try event.set(local: .end, ParisTime.local(first, hours.end))
        if held.count > 1 {
            try event.set(line: "RRULE:FREQ=WEEKLY;INTERVAL=\(cycleWeeks);UNTIL=\(ParisTime.endOfDay(until))")
            for date in dropped where date > first {
                try event.set(local: .excluded, ParisTime.local(date, hours.start))
            }
        }
        try event.set(.summary, summary)
        if !location.isEmpty { try event.set(.location, location) }
        if let position {
            try event.set(line: "GEO:\(Self.degrees(position.latitude));\(Self.degrees(position.longitude))")
        }
        if !description.isEmpty { try event.set(.description, description) }
        try event.set(.categories, categories)
        if let url = URL(string: site), url.scheme != nil { try event.set(line: "URL:" + url.absoluteString) }
        try event.set(line: audience == .everyone ? "CLASS:PUBLIC" : "CLASS:PRIVATE")
        // What is open to families takes no time of theirs; what a team works does.
        try event.set(line: audience == .everyone ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
        try event.set(line: "STATUS:CONFIRMED")
        calendar.add(event)
    }

    /// Six decimals: a tenth of a metre.
    private static func degrees(_ value: Double) -> String { DataNumber.printed(value, 6) }
}
