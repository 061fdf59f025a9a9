import GeoModel
import RoundPlan

/// What tables and directories are about, laid out once: the services with their communes, the stops, and when they are
/// open.
struct PublishedRounds: Sendable {
    /// A place where a service receives families: a stop of its rounds, or a fixed centre.
    struct Stop: Sendable {
        var place: Place
        var service: String
        var serviceName: String
        var kind: ServiceKind
        var isFixed: Bool
        /// In the order of the cycle; empty for a fixed centre.
        var visits: [(day: DayRound, visit: Visit)]
        /// Openings in the cycle, those of visits or of a fixed centre.
        var openings: [Interval]
        var weekdays: [Weekday]
        /// What communes are credited with by it.
        var credits: [Credit]
        var charge: Charge
        var programme: [SessionKind]
        /// Of the vans or the centre.
        var standings: [String]

        /// Whether it receives every parent (R06).
        var isForAll: Bool { kind == .parentingResource }
    }

    let publication: Publication
    let outcomes: [ServiceOutcome]
    let places: PublishedPlaces
    let summary: PlanSummary
    let elements: DatedElements
    let reception: ReceptionHours
    /// By service, then by venue.
    let stops: [Stop]
    private let hours: [StopHours.Key: StopHours]

    init(_ publication: Publication) {
        self.publication = publication
        let scenario = publication.scenario
        places = PublishedPlaces(scenario)
        summary = PlanSummary(publication.plan, publication.check)
        let checked = CheckedPlan(publication.plan)
        outcomes = checked.services.map { ServiceOutcome($0, in: scenario) }
        elements = DatedElements(publication.dated.over(publication.calendarPeriod))
        reception = ReceptionHours(publication.plan)
        stops = Self.stops(checked, places, publication.names) + Self.centres(publication, places)
        hours = StopHours.all(publication, elements, reception)
    }

    /// In the notation of OpenStreetMap's `opening_hours`.
    func hours(_ stop: Stop) -> String {
        hours[StopHours.Key(service: stop.service, venue: stop.place.id)]?.text ?? ""
    }

    var scenario: Scenario { publication.scenario }
    var names: ReportNames { publication.names }

    private static func stops(_ checked: CheckedPlan, _ places: PublishedPlaces, _ names: ReportNames) -> [Stop] {
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

    private static func centres(_ publication: Publication, _ places: PublishedPlaces) -> [Stop] {
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
