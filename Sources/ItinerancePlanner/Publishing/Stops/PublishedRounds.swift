import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// What tables and directories are about, laid out once: the services with their communes, the stops, and when they are
/// open.
package struct PublishedRounds: Sendable {
    /// A place where a service receives families: a stop of its rounds, or a fixed centre.
    package struct Stop: Sendable {
        package var place: Place
        package var service: String
        package var serviceName: String
        package var kind: ServiceKind
        package var isFixed: Bool
        /// In the order of the cycle; empty for a fixed centre.
        package var visits: [(day: DayRound, visit: Visit)]
        /// Openings in the cycle, those of visits or of a fixed centre.
        package var openings: [Interval]
        package var weekdays: [Weekday]
        /// What communes are credited with by it.
        package var credits: [Credit]
        package var charge: Charge
        package var programme: [SessionKind]
        /// Of the vans or the centre.
        package var standings: [String]

        /// Whether it receives every parent (R06).
        package var isForAll: Bool { kind == .parentingResource }

        package init(
            place: Place, service: String, serviceName: String, kind: ServiceKind, isFixed: Bool,
            visits: [(day: DayRound, visit: Visit)], openings: [Interval], weekdays: [Weekday], credits: [Credit],
            charge: Charge, programme: [SessionKind], standings: [String]
        ) {
            self.place = place
            self.service = service
            self.serviceName = serviceName
            self.kind = kind
            self.isFixed = isFixed
            self.visits = visits
            self.openings = openings
            self.weekdays = weekdays
            self.credits = credits
            self.charge = charge
            self.programme = programme
            self.standings = standings
        }
    }

    package let publication: Publication
    package let outcomes: [ServiceOutcome]
    package let places: PlaceIndex
    package let summary: PlanSummary
    package let elements: DatedElements
    package let reception: ReceptionHours
    /// By service, then by venue.
    package let stops: [Stop]
    private let hours: [StopHours.Key: StopHours]

    package init(_ publication: Publication) {
        self.publication = publication
        let scenario = publication.scenario
        places = PlaceIndex(scenario)
        summary = PlanSummary(publication.plan, publication.check)
        let checked = PlanView(publication.plan)
        outcomes = checked.services.map { ServiceOutcome($0, in: scenario) }
        elements = DatedElements(publication.dated.over(publication.calendarPeriod))
        reception = ReceptionHours(publication.plan)
        stops = Self.stops(checked, places, publication.names) + Self.centres(publication, places)
        hours = StopHours.all(publication, elements, reception)
    }

    /// In the notation of OpenStreetMap's `opening_hours`.
    package func hours(_ stop: Stop) -> String {
        hours[StopHours.Key(service: stop.service, venue: stop.place.id)]?.text ?? ""
    }

    package var scenario: Scenario { publication.scenario }
    package var names: ReportNames { publication.names }

    private static func stops(_ checked: PlanView, _ places: PlaceIndex, _ names: ReportNames) -> [Stop] {
        checked.services.flatMap { view -> [Stop] in
            let credits = Dictionary(grouping: view.plan.credits.filter { $0.points > .zero }, by: \.venue)
            let service = view.service
            return view.visitsByVenue.compactMap { venue, visits in
                places.place(venue).map { place in
                    Stop(
                        place: place, service: service.id, serviceName: service.name, kind: service.kind,
                        isFixed: false, visits: visits,
                        openings: visits.flatMap(\.visit.openings), weekdays: Set(visits.map(\.day.weekday)).sorted(),
                        credits: credits[venue] ?? [], charge: service.charge, programme: service.programme,
                        standings: Set(visits.map(\.day.van)).sorted().compactMap { names.van($0)?.standing })
                }
            }
        }
    }

    private static func centres(_ publication: Publication, _ places: PlaceIndex) -> [Stop] {
        publication.scenario.centres.compactMap { centre in
            let shifts = publication.plan.shifts.filter { $0.service == centre.id }
            guard let place = places.place(centre.venue), !shifts.isEmpty else { return nil }
            return Stop(
                place: place, service: centre.id, serviceName: centre.name, kind: centre.kind, isFixed: true,
                visits: [],
                openings: shifts.map(\.hours), weekdays: Set(shifts.map(\.weekday)).sorted(), credits: [],
                charge: centre.charge, programme: [], standings: [centre.standing])
        }
    }
}
