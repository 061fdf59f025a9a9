import GeoModel
import PlanningModel

/// R32: a stop keeps its weekday, its opening hours, its team and its tour over the whole cycle. With cadence 8 it has two
/// weekdays, and each keeps its own; a stop of short tours has one.
/// Source: practice of itinerant services (bus of the Yonne).
public struct SameTime: Sendable {
    public let id = RuleID.r32

    public init() {}
}

extension SameTime: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let weekdays = plan.parameters.twiceWeekly == .yes ? 2 : 1
        return plan.services.flatMap { service in
            service.stops(plan.parameters).flatMap { stop -> [Violation] in
                var found: [Violation] = []
                if stop.isTour, stop.isSession {
                    found.append(
                        Violation(id, .mixedForms, at: PlanLocus(service: service.service.id, subject: stop.venue)))
                }
                return found + others(stop, service.service.id, weekdays: stop.isSession ? weekdays : 1)
            }
        }
    }

    /// The first weekdays visited are the usual ones; what differs from the first visit of its weekday is told.
    /// - Parameter weekdays: how many a stop may have.
    private func others(_ stop: StopLines, _ service: String, weekdays: Int) -> [Violation] {
        let inOrder = stop.visits.sorted { ($0.day.week, $0.day.weekday) < ($1.day.week, $1.day.weekday) }
        var usual: [(weekday: Weekday, visit: StopVisit)] = []
        return inOrder.flatMap { other -> [Violation] in
            let locus = PlanLocus(
                service: service, week: other.day.week, weekday: other.day.weekday, subject: stop.venue)
            var found: [Violation] = []
            if !usual.contains(where: { $0.weekday == other.day.weekday }) {
                if usual.count < weekdays {
                    usual.append((other.day.weekday, other))
                    return []
                }
                found.append(Violation(id, .otherWeekday, at: locus))
            }
            guard let first = usual.first(where: { $0.weekday == other.day.weekday })?.visit ?? usual.first?.visit
            else { return found }
            if other.visit.openings != first.visit.openings {
                found.append(
                    Violation(
                        id, .otherStart, at: locus, found: other.visit.openings.first.map { .time($0.start) },
                        limit: first.visit.openings.first.map { .time($0.start) }))
            }
            if other.day.van != first.day.van || other.day.crew != first.day.crew {
                found.append(Violation(id, .otherTeam, at: locus))
            }
            if other.tour != first.tour { found.append(Violation(id, .otherTour, at: locus)) }
            return found
        }
    }
}
