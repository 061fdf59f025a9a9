import GeoModel
import PlanningModel

/// Holds openings against the hours of their venues, on every date of their weekday in the cycle.
///
/// Public holidays are left aside, and school holidays too: on those a closed venue is only reported, where the round runs.
struct VenueHoursCheck {
    private let view: PlanView.ServiceView
    private let scenario: Scenario

    init(_ view: PlanView.ServiceView, in scenario: Scenario) {
        self.view = view
        self.scenario = scenario
    }

    /// One, or none where no stop has hours.
    var verdicts: [CommitmentVerdict] {
        let texts = Dictionary(
            scenario.territory.venueFacts.map { ($0.venue, $0.openingHours) }, uniquingKeysWith: { first, _ in first }
        ).filter { !$0.value.allSatisfy(\.isWhitespace) }
        let stops = view.stops(scenario.parameters).filter { texts[$0.venue] != nil }
        guard !stops.isEmpty else { return [] }
        var breaches: [CommitmentBreach] = []
        var isCheckable = true
        for stop in stops {
            guard let hours = try? OpeningHours(parsing: texts[stop.venue] ?? "") else {
                isCheckable = false
                breaches.append(
                    CommitmentBreach(
                        .hoursNotRead, severity: .soft, at: PlanLocus(service: view.service.id, subject: stop.venue)))
                continue
            }
            for (weekday, visits) in stop.lines { breaches += self.breaches(stop.venue, weekday, visits, hours) }
        }
        return [
            CommitmentVerdict(
                .venueHours, of: view.service.id, breaches, isCheckable: isCheckable, found: .count(stops.count))
        ]
    }

    private func breaches(
        _ venue: String, _ weekday: Weekday, _ visits: [StopVisit], _ hours: OpeningHours
    ) -> [CommitmentBreach] {
        let openings = Set(visits.flatMap(\.visit.openings)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        return (1...scenario.parameters.cycleWeeks).flatMap { week -> [CommitmentBreach] in
            let date = scenario.date(week: week, weekday)
            guard scenario.calendar.publicHoliday(on: date) == nil else { return [] }
            let isSchoolHoliday = scenario.calendar.schoolHoliday(on: date) != nil
            if isSchoolHoliday, scenario.parameters.schoolHolidays == .closed { return [] }
            let open = hours.intervals(on: date, calendar: scenario.calendar)
            return openings.filter { opening in
                !open.contains { $0.lowerBound <= opening.start && opening.end <= $0.upperBound }
            }.map { opening in
                CommitmentBreach(
                    isSchoolHoliday ? .venueClosedInSchoolHolidays : .venueClosed,
                    severity: isSchoolHoliday ? .soft : .hard,
                    at: PlanLocus(service: view.service.id, week: week, weekday: weekday, subject: venue),
                    found: .time(opening.start))
            }
        }
    }
}
