import GeoModel

/// One visit of a stop with the day it is made on.
public struct StopVisit: Sendable {
    public var day: DayRound
    public var visit: Visit
    public var halves: DayHalves

    /// The venues of its short tour in order; `nil` where it is a session.
    public var tour: [String]? { halves.tour(of: visit.venue) }
}

/// A stop with its visits by weekday: with cadence 8 there are two lines.
public struct StopLines: Sendable {
    public var venue: String
    /// In the order of the weekdays; the visits of each in the order of the cycle.
    public var lines: [(weekday: Weekday, visits: [StopVisit])]

    public var visits: [StopVisit] { lines.flatMap(\.visits) }
    public var isTour: Bool { visits.contains { $0.tour != nil } }
    public var isSession: Bool { visits.contains { $0.tour == nil } }
}

extension PlanView.ServiceView {
    /// Every stop, in the order of the venues' identifiers.
    public func stops(_ parameters: Parameters) -> [StopLines] {
        visitsByVenue.map { venue, visits in
            let all = visits.map {
                StopVisit(
                    day: $0.day, visit: $0.visit, halves: DayHalves($0.day, split: parameters.halfDaySplit))
            }
            let byWeekday = Dictionary(grouping: all, by: \.day.weekday)
            return StopLines(
                venue: venue,
                lines: byWeekday.keys.sorted().map { weekday in
                    (weekday, (byWeekday[weekday] ?? []).sorted { $0.day.week < $1.day.week })
                })
        }
    }
}
