import GeoModel
import RoundPlan

/// What a van does on a date: a round, or a way to a prison.
struct VanDay: Sendable {
    enum Content: Sendable {
        case round(DayRound, service: String, openings: [DatedPlan.Opening], sessions: [DatedPlan.Session])
        case outing(PrisonOuting)
    }

    var date: CivilDate
    var week: Int
    var weekday: Weekday
    var content: Content
    /// Why the van stays at its depot; `nil` where it goes.
    var cancelled: String?
    /// Whether the calendars do not reach so far.
    var isUncertain: Bool

    var departure: Minutes {
        switch content {
        case .round(let day, _, _, _): day.departure
        case .outing(let outing): outing.departure
        }
    }
    var arrival: Minutes {
        switch content {
        case .round(let day, _, _, _): day.arrival
        case .outing(let outing): outing.arrival
        }
    }
    var distance: Metres {
        switch content {
        case .round(let day, _, _, _): day.distance
        case .outing(let outing): outing.distance
        }
    }

    /// Each van that is out in the period, with its days in order; vans by identifier.
    static func all(_ dated: DatedPlan) -> [(van: String, days: [VanDay])] {
        var byVan: [String: [VanDay]] = [:]
        let openings = Dictionary(grouping: dated.openings) { Key(date: $0.date, owner: $0.day.van) }
        let sessions = Dictionary(grouping: dated.sessions) { Key(date: $0.date, owner: $0.service) }
        for day in dated.days {
            let own = (openings[Key(date: day.date, owner: day.day.van)] ?? []).filter { $0.service == day.service }
            // A day of which no opening is left is not driven.
            let state = day.state.isHeld && !own.isEmpty && !own.contains { $0.state.isHeld } ? own[0].state : day.state
            byVan[day.day.van, default: []].append(
                VanDay(
                    date: day.date, week: day.day.week, weekday: day.day.weekday,
                    content: .round(
                        day.day, service: day.service, openings: own,
                        sessions: sessions[Key(date: day.date, owner: day.service)] ?? []),
                    cancelled: PublicationWords.reason(state), isUncertain: state == .notCovered))
        }
        for outing in dated.outings {
            byVan[outing.outing.van, default: []].append(
                VanDay(
                    date: outing.date, week: outing.week, weekday: outing.outing.weekday,
                    content: .outing(outing.outing), cancelled: PublicationWords.reason(outing.state),
                    isUncertain: outing.state == .notCovered))
        }
        return byVan.sorted { $0.key < $1.key }.map { van, days in
            (van, days.sorted { ($0.date, $0.departure) < ($1.date, $1.departure) })
        }
    }

    private struct Key: Hashable {
        var date: CivilDate
        var owner: String
    }
}
