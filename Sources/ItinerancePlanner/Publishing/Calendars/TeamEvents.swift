import FrenchText
import PlanAnalysis
import PlanningModel

/// What a team needs to know: its days from the depot and back, listening and centre hours, prison outings. People are
/// identifiers.
package struct TeamEvents: Sendable {
    /// Days and stops of each van, by identifier.
    package let vans: [String: [CalendarEvent]]
    /// Work of each person, first start to last end of each duty, by identifier.
    package let people: [String: [CalendarEvent]]

    package init(_ publication: Publication, _ elements: DatedElements, places: PlaceIndex) {
        let builder = Builder(publication: publication, elements: elements, places: places)
        vans = builder.vans.mapValues(Self.sorted)
        people = builder.people.mapValues(Self.sorted)
    }

    private static func sorted(_ events: [CalendarEvent]) -> [CalendarEvent] {
        events.sorted(by: CalendarEvent.precedes)
    }

    private struct Builder {
        let publication: Publication
        let elements: DatedElements
        let places: PlaceIndex

        private var plan: Plan { publication.plan }
        private var scenario: Scenario { publication.scenario }
        private var names: ReportNames { publication.names }

        /// Sessions of a day, those for professionals too.
        private func sessions(_ day: DayRound, _ service: String) -> [PlannedSession] {
            plan.services.first { $0.id == service }?.sessions
                .filter { $0.week == day.week && $0.weekday == day.weekday } ?? []
        }

        // MARK: Vans

        var vans: [String: [CalendarEvent]] {
            var vans: [String: [CalendarEvent]] = [:]
            for round in publication.dated.rounds {
                vans[round.day.van, default: []].append(event(of: round, person: nil))
                vans[round.day.van, default: []] += stops(of: round)
            }
            for (index, outing) in plan.outings.enumerated() {
                vans[outing.van, default: []].append(event(of: outing, index, person: nil))
            }
            return vans
        }

        private func stops(of round: DatedPlan.Round) -> [CalendarEvent] {
            let (day, service) = (round.day, round.service)
            return day.visits.enumerated().compactMap { index, visit in
                guard let first = visit.openings.first else { return nil }
                let rank = day.visits[..<index].count { $0.venue == visit.venue }
                let dates = elements.of(first, at: visit.venue, on: round)
                let leaving = day.leaving(index)
                let standings = [places.place(visit.venue)?.standing ?? ""]
                return CalendarEvent(
                    uid: CalendarEvent.uid(
                        "arret", service, round.weekName, day.weekday.key, day.van, visit.venue, String(rank)),
                    summary: CalendarWords.stop(names.placeName(visit.venue), standings),
                    location: places.location(visit.venue), position: places.place(visit.venue)?.position,
                    description: CalendarWords.stopDetail(
                        visit, leaving: leaving, places.facts(visit.venue),
                        sessions(day, service).filter { $0.venue == visit.venue }, dates, names),
                    categories: names.serviceName(service),
                    hours: Interval(start: visit.arrival, end: leaving), held: dates.held,
                    dropped: dates.dropped.map(\.date), audience: .team)
            }
        }

        // MARK: People

        var people: [String: [CalendarEvent]] {
            var people: [String: [CalendarEvent]] = [:]
            for round in publication.dated.rounds {
                for person in scenario.staff where person.crew == round.day.crew {
                    people[person.id, default: []].append(event(of: round, person: person.id))
                }
            }
            for (index, shift) in plan.shifts.enumerated() {
                let order = plan.shifts[..<index].count {
                    $0.service == shift.service && $0.week == shift.week && $0.weekday == shift.weekday
                }
                for person in shift.staff {
                    people[person, default: []].append(event(of: shift, order, person: person))
                }
            }
            for (index, outing) in plan.outings.enumerated() {
                for person in outing.staff {
                    people[person, default: []].append(event(of: outing, index, person: person))
                }
            }
            return people
        }

        private func dates(_ dates: DatedElements.Dates, of person: String?) -> DatedElements.Dates {
            guard let person, publication.dated.hasAbsences else { return dates }
            return dates.without { publication.dated.isAbsent(person, on: $0) }
        }

        private func event(of round: DatedPlan.Round, person: String?) -> CalendarEvent {
            let (day, service) = (round.day, round.service)
            let dates = dates(elements.of(round), of: person)
            let standing = names.van(day.van)?.standing ?? ""
            return CalendarEvent(
                uid: CalendarEvent.uid(
                    "journee", service, round.weekName, day.weekday.key, day.van, person ?? ""),
                summary: CalendarWords.round(day, names, standing), location: places.depot(of: day),
                description: CalendarWords.roundDetail(day, sessions(day, service), dates, names),
                categories: names.serviceName(service),
                hours: Interval(start: day.departure, end: day.arrival), held: dates.held,
                dropped: dates.dropped.map(\.date), audience: .team)
        }

        private func event(of shift: Shift, _ order: Int, person: String) -> CalendarEvent {
            let dates = dates(elements.of(shift), of: person)
            let centre = scenario.centres.first { $0.id == shift.service }
            let standing = centre?.standing ?? scenario.listening.first { $0.id == shift.service }?.standing ?? ""
            let name = names.serviceName(shift.service)
            return CalendarEvent(
                uid: CalendarEvent.uid(
                    "permanence", shift.service, String(shift.week), shift.weekday.key, String(order), person),
                summary: CalendarWords.summary(name, centre.map { names.placeName($0.venue) } ?? "", [standing]),
                location: centre.map { places.location($0.venue) } ?? "",
                position: centre.flatMap { places.place($0.venue)?.position },
                description: CalendarWords.dropped(dates) ?? "", categories: name, hours: shift.hours,
                held: dates.held, dropped: dates.dropped.map(\.date), audience: .team)
        }

        private func event(of outing: PrisonOuting, _ index: Int, person: String?) -> CalendarEvent {
            let rank = plan.outings[..<index].count {
                $0.service == outing.service && $0.week == outing.week && $0.weekday == outing.weekday
                    && $0.prison == outing.prison
            }
            let dates = dates(elements.of(outing), of: person)
            let relay = scenario.prisonRelays.first { $0.id == outing.service }
            return CalendarEvent(
                uid: CalendarEvent.uid(
                    "parloir", outing.service, String(outing.week), outing.weekday.key, outing.van, outing.prison,
                    String(rank), person ?? ""),
                summary: CalendarWords.outing(relay?.standing ?? ""), location: "",
                description: CalendarWords.outingDetail(outing, dates, names),
                categories: names.serviceName(outing.service),
                hours: Interval(start: outing.departure, end: outing.arrival), held: dates.held,
                dropped: dates.dropped.map(\.date), audience: .team)
        }
    }
}
