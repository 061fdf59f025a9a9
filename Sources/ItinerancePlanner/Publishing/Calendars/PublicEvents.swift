import FrenchText
import PlanAnalysis
import PlanningModel

/// What anyone may know: openings of the rounds and of fixed centres, and listening hours. No staff, no prison.
package struct PublicEvents: Sendable {
    package struct Entry: Sendable {
        package var event: CalendarEvent
        package var service: String
        /// Insee code; `nil` where it takes place nowhere.
        package var commune: String?

        package init(event: CalendarEvent, service: String, commune: String? = nil) {
            self.event = event
            self.service = service
            self.commune = commune
        }
    }

    package let entries: [Entry]

    package init(_ publication: Publication, _ elements: DatedElements, places: PlaceIndex) {
        let builder = Builder(publication: publication, elements: elements, places: places)
        entries = (builder.rounds + builder.shifts)
            .sorted { CalendarEvent.precedes($0.event, $1.event) }
    }

    private struct Builder {
        let publication: Publication
        let elements: DatedElements
        let places: PlaceIndex

        private var scenario: Scenario { publication.scenario }
        private var names: ReportNames { publication.names }

        var rounds: [Entry] {
            let reception = ReceptionHours(publication.plan)
            let services = Dictionary(scenario.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let sessions = Dictionary(
                uniqueKeysWithValues: publication.plan.services.map { ($0.id, $0.sessions) })
            return publication.dated.rounds.flatMap { round -> [Entry] in
                guard let service = services[round.service] else { return [] }
                let day = round.day
                let held = (sessions[service.id] ?? []).filter { $0.week == day.week && $0.weekday == day.weekday }
                let openings = day.visits.flatMap { visit in visit.openings.map { (visit.venue, $0) } }
                return openings.enumerated().flatMap { index, opening in
                    let rank = openings[..<index].count { $0.0 == opening.0 }
                    return reception.of(
                        opening.1, service: service.id, week: day.week, day.weekday, venue: opening.0
                    ).enumerated().map { part, hours in
                        entry(
                            service, round, opening.0, opening.1, hours, part == 0 ? "\(rank)" : "\(rank)-\(part)", held
                        )
                    }
                }
            }
        }

        private func entry(
            _ service: Service, _ round: DatedPlan.Round, _ venue: String, _ opening: Interval, _ hours: Interval,
            _ rank: String, _ sessions: [PlannedSession]
        ) -> Entry {
            let day = round.day
            let dates = elements.of(opening, at: venue, on: round)
            let programme = sessions.filter {
                $0.venue == venue && hours.start <= $0.hours.start && $0.hours.end <= hours.end
            }.compactMap { session -> String? in
                guard let kind = service.programme.first(where: { $0.id == session.kind }), !kind.isForProfessionals
                else { return nil }
                return CalendarWords.session(kind, session.hours)
            }
            let place = places.place(venue)
            let standings = [place?.standing ?? "", names.van(day.van)?.standing ?? ""]
            let event = CalendarEvent(
                uid: CalendarEvent.uid(
                    "accueil", service.id, round.weekName, day.weekday.key, day.van, venue, rank),
                summary: CalendarWords.summary(service.name, names.placeName(venue), standings),
                location: places.location(venue), position: place?.position,
                description: CalendarWords.opening(
                    service, programme, dates, office: scenario.office, standings: standings),
                categories: service.name, hours: hours, held: dates.held, dropped: dates.dropped.map(\.date),
                audience: .everyone)
            return Entry(event: event, service: service.id, commune: place?.commune)
        }

        var shifts: [Entry] {
            publication.plan.shifts.enumerated().map { index, shift in
                let order = publication.plan.shifts[..<index].count {
                    $0.service == shift.service && $0.week == shift.week && $0.weekday == shift.weekday
                }
                let dates = elements.of(shift)
                let centre = scenario.centres.first { $0.id == shift.service }
                let listening = scenario.listening.first { $0.id == shift.service }
                let place = centre.flatMap { places.place($0.venue) }
                let standings = [centre?.standing ?? listening?.standing ?? "", place?.standing ?? ""]
                let name = names.serviceName(shift.service)
                let event = CalendarEvent(
                    uid: CalendarEvent.uid(
                        "accueil", shift.service, String(shift.week), shift.weekday.key, String(order)),
                    summary: CalendarWords.summary(name, place?.name ?? "", standings),
                    location: centre.map { places.location($0.venue) } ?? "", position: place?.position,
                    description: CalendarWords.shift(listening, dates, office: scenario.office, standings: standings),
                    categories: name, hours: shift.hours, held: dates.held, dropped: dates.dropped.map(\.date),
                    audience: .everyone)
                return Entry(event: event, service: shift.service, commune: place?.commune)
            }
        }
    }
}
