import GeoModel
import PlanningModel

/// Holds the stops of a service against its pins.
struct PinCheck {
    private let view: PlanView.ServiceView
    private let parameters: Parameters
    private let places: [String: Place]

    init(_ view: PlanView.ServiceView, in scenario: Scenario) {
        self.view = view
        parameters = scenario.parameters
        places = Dictionary(scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One for each pin, in their order.
    var verdicts: [CommitmentVerdict] {
        let stops = view.stops(parameters)
        return view.service.pins.enumerated().map { index, pin in
            let concerned = stops.filter { stop in places[stop.venue].map(pin.concerns) ?? (pin.venue == stop.venue) }
            var breaches: [CommitmentBreach] = []
            if pin.served == true, concerned.isEmpty {
                breaches.append(CommitmentBreach(.notServed, at: locus(pin.venue ?? pin.commune)))
            }
            if pin.served == false {
                breaches += concerned.map { CommitmentBreach(.servedThoughExcluded, at: locus($0.venue)) }
            }
            for stop in concerned { breaches += visits(of: stop, pin) + times(of: stop, pin) }
            return CommitmentVerdict(.pin(index), of: view.service.id, breaches)
        }
    }

    private func locus(_ subject: String?, _ weekday: Weekday? = nil) -> PlanLocus {
        PlanLocus(service: view.service.id, weekday: weekday, subject: subject)
    }

    private func visits(of stop: StopLines, _ pin: Pin) -> [CommitmentBreach] {
        let visits = stop.visits.count * parameters.cyclesInFourWeeks
        var found: [CommitmentBreach] = []
        if let least = pin.minimumVisits, visits < least {
            found.append(
                CommitmentBreach(.tooFewVisits, at: locus(stop.venue), found: .count(visits), limit: .count(least)))
        }
        if let most = pin.maximumVisits, visits > most {
            found.append(
                CommitmentBreach(.tooManyVisits, at: locus(stop.venue), found: .count(visits), limit: .count(most)))
        }
        return found
    }

    /// Told once for each weekday of the stop.
    private func times(of stop: StopLines, _ pin: Pin) -> [CommitmentBreach] {
        stop.lines.flatMap { weekday, visits -> [CommitmentBreach] in
            let locus = locus(stop.venue, weekday)
            var found: [CommitmentBreach] = []
            if let weekdays = pin.weekdays, !weekdays.contains(weekday) {
                found.append(CommitmentBreach(.otherWeekday, at: locus))
            }
            if let half = pin.half, visits.contains(where: { $0.halves.halves(of: stop.venue) != [half] }) {
                found.append(CommitmentBreach(.otherHalf, at: locus))
            }
            let odd = visits.compactMap { $0.visit.openings.first?.start }.first { $0 != pin.start }
            if let start = pin.start, let odd {
                found.append(CommitmentBreach(.otherStart, at: locus, found: .time(odd), limit: .time(start)))
            }
            if let van = pin.van, visits.contains(where: { $0.day.van != van }) {
                found.append(CommitmentBreach(.otherVan, at: locus))
            }
            if let crew = pin.crew, visits.contains(where: { $0.day.crew != crew }) {
                found.append(CommitmentBreach(.otherCrew, at: locus))
            }
            let place = visits.map { ($0.halves.tour(of: stop.venue)?.firstIndex(of: stop.venue) ?? 0) + 1 }
                .first { $0 != pin.order }
            if let order = pin.order, let place {
                found.append(CommitmentBreach(.otherOrder, at: locus, found: .count(place), limit: .count(order)))
            }
            if let weeks = pin.weeks, visits.contains(where: { !weeks.contains($0.day.week) }) {
                found.append(CommitmentBreach(.otherWeek, at: locus))
            }
            return found
        }
    }
}
