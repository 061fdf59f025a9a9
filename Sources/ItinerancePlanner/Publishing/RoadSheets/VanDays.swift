import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// What a van does on a date: a round, or a way to a prison.
package struct VanDay: Sendable {
    package enum Content: Sendable {
        case round(DayRound, service: String, openings: [DatedPlan.Opening], sessions: [DatedPlan.Session])
        case outing(PrisonOuting)
    }

    package var date: CivilDate
    package var week: Int
    package var weekday: Weekday
    package var content: Content
    /// Why the van stays at its depot; `nil` where it goes.
    package var cancelled: String?
    /// Whether the calendars do not reach so far.
    package var isUncertain: Bool

    package var departure: Minutes {
        switch content {
        case .round(let day, _, _, _): day.departure
        case .outing(let outing): outing.departure
        }
    }
    package var arrival: Minutes {
        switch content {
        case .round(let day, _, _, _): day.arrival
        case .outing(let outing): outing.arrival
        }
    }
    package var distance: Metres {
        switch content {
        case .round(let day, _, _, _): day.distance
        case .outing(let outing): outing.distance
        }
    }

    /// Each van that is out in the period, with its days in order; vans by identifier.
    package static func all(_ dated: DatedPlan) -> [(van: String, days: [VanDay])] {
        var byVan: [String: [VanDay]] = [:]
        let openings = Dictionary(grouping: dated.openings) { Key(date: $0.date, owner: $0.day.van) }
        let sessions = Dictionary(grouping: dated.sessions) { Key(date: $0.date, owner: $0.service) }
        let days = dated.days
        // A day that falls for another of the same van is not told.
        let driven = Set(
            days.filter { $0.state != .otherWeek }.map { Key(date: $0.date, owner: $0.round.day.van) })
        for (date, round, dayState) in days {
            let key = Key(date: date, owner: round.day.van)
            guard dayState != .otherWeek || !driven.contains(key) else { continue }
            let own = (openings[key] ?? []).filter { $0.service == round.service && $0.day == round.day }
            // A day of which no opening is left is not driven.
            let state = dayState.isHeld && !own.isEmpty && !own.contains { $0.state.isHeld } ? own[0].state : dayState
            byVan[round.day.van, default: []].append(
                VanDay(
                    date: date, week: round.day.week, weekday: round.day.weekday,
                    content: .round(
                        round.day, service: round.service, openings: own,
                        sessions: sessions[Key(date: date, owner: round.service)] ?? []),
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
