import FrenchText
import GeoModel
import PlanAnalysis

/// The dates of each stop in the published period, those that fall with their reason, and meetings that parents have no part in.
package struct StopDates: Sendable {
    private struct Key: Hashable {
        var service: String
        var venue: String
    }

    private let openings: [Key: [DatedPlan.Opening]]
    private let meetings: [Key: [DatedPlan.Session]]

    package init(_ dated: DatedPlan) {
        openings = Dictionary(grouping: dated.openings) { Key(service: $0.service, venue: $0.visit.venue) }
        let closed = Set(dated.plan.scenario.services.flatMap { $0.programme.filter(\.isForProfessionals).map(\.id) })
        meetings = Dictionary(grouping: dated.sessions.filter { closed.contains($0.session.kind) && $0.state.isHeld }) {
            Key(service: $0.service, venue: $0.session.venue)
        }
    }

    /// `4, 11 et 25 janvier 2027 ; annulé le lundi 18 janvier 2027 : …`.
    package func words(of service: String, at venue: String) -> String {
        let key = Key(service: service, venue: venue)
        let own = openings[key] ?? []
        let held = Set(own.filter(\.state.isHeld).map(\.date)).sorted()
        var seen: Set<CivilDate> = []
        let fallen = own.compactMap { opening in
            PublicationWords.reason(opening.state).flatMap { reason in
                seen.insert(opening.date).inserted ? ReportPageWords.cancelled(opening.date, reason) : nil
            }
        }
        let closed = (meetings[key] ?? []).map { ReportPageWords.meeting($0.date, $0.session.hours) }
        return ([held.isEmpty ? ReportPageWords.noDate : ReportDates.list(held)] + fallen + closed)
            .joined(separator: " ; ")
    }
}
