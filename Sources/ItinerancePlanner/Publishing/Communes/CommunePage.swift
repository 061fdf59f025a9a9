import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// A place near a commune, as `commune.mustache` prints it.
package struct NearbyStop: Sendable {
    package var placeName: String
    package var placeAddress: [String]
    package var hosts: [String]
    package var way: String
    /// What marks the one that serves the commune best.
    package var best: [String]
    package var dates: [PublicDate]
    package var noDates: [String]
    package var more: [String]
    package var offers: [PlaceOffer]
    /// Charge, spaces and access, and that they are not known.
    package var facts: [String]
    package var calendars: [CalendarLink]

    /// A service's dates for a telephone, beside the pages.
    package struct CalendarLink: Sendable {
        package var address: String
        package var label: String
    }
}

/// Makes the page of one commune.
package struct CommunePages: Sendable {
    package static let stopCount = 3
    package static let dateLimit = 6

    package let publication: Publication
    package let programmes: [VenueProgramme]
    private let book: PlaceIndex
    private let nearest: NearestStops
    /// What a place says is the same for each commune near it.
    private let stops: [NearbyStop]
    private let bestVenues: [String: Set<String>]
    private let fictional: [[String]]

    package init(_ publication: Publication) {
        self.publication = publication
        let book = PlaceIndex(publication.scenario)
        let programmes = VenueProgramme.all(publication.dated)
        self.book = book
        self.programmes = programmes
        nearest = NearestStops(publication.scenario, programmes.map { book.point($0.venue) })
        let scenario = publication.scenario
        let calendars = publication.parts.contains(.calendars) ? CalendarFeeds.serviceFiles(scenario) : [:]
        stops = programmes.map { Self.stop($0, publication, book, calendars) }
        var best: [String: Set<String>] = [:]
        for service in publication.plan.services {
            for credit in service.credits { best[credit.commune, default: []].insert(credit.venue) }
        }
        bestVenues = best
        fictional = programmes.map { programme in
            let place = publication.names.place(programme.venue)
            return place.map(\.standing).flatMap { $0.isEmpty ? nil : ["\(place?.name ?? "") : \($0)"] } ?? []
        }
    }

    private static func stop(
        _ programme: VenueProgramme, _ publication: Publication, _ book: PlaceIndex, _ calendars: [String: OutputName]
    ) -> NearbyStop {
        let names = publication.names
        let dates = PublicDate.all(programme, names)
        return NearbyStop(
            placeName: book.name(programme.venue), placeAddress: PosterWords.address(programme.venue, book),
            hosts: programme.services.map(names.serviceName), way: "", best: [],
            dates: Array(dates.prefix(dateLimit)), noDates: dates.isEmpty ? [CommunePageWords.noDates] : [],
            more: PosterWords.moreDates(
                dates.dropFirst(dateLimit).map { date in
                    PosterWords.inLine(
                        date.date, date.fallen.isEmpty ? date.hours : [], date.hosts, date.fallen + date.doubt)
                }),
            offers: PlaceOffer.all(
                programme, on: Set(programme.openings.map(\.date)), publication.scenario, names, book),
            facts: CommunePageWords.charges(charges(programme, publication.scenario), names)
                + CommunePageWords.place(book.facts(programme.venue)),
            calendars: programme.services.compactMap { service in
                calendars[service].map {
                    .init(
                        address: "../calendriers/\($0).ics",
                        label: CommunePageWords.calendar(names.serviceName(service)))
                }
            })
    }

    /// Of the services of a place, in their order.
    private static func charges(
        _ programme: VenueProgramme, _ scenario: Scenario
    ) -> [(service: String, charge: Charge)] {
        let known = Dictionary(
            scenario.services.map { ($0.id, $0.charge) } + scenario.centres.map { ($0.id, $0.charge) },
            uniquingKeysWith: { first, _ in first })
        return programme.services.map { ($0, known[$0] ?? .unknown) }
    }

    /// - Parameter services: identifiers of those whose territory the commune is in.
    package func html(_ commune: Commune, services: Set<String>) -> String {
        let ways = nearest.nearest(Self.stopCount, to: commune)
        let best = bestVenues[commune.code] ?? []
        var isMarked = false
        let nearby = ways.map { way -> NearbyStop in
            var stop = stops[way.stop]
            stop.way = CommunePageWords.way(way.leg, isHere: place(way.stop)?.commune == commune.code)
            if best.contains(programmes[way.stop].venue), !isMarked {
                stop.best = [CommunePageWords.best]
                isMarked = true
            }
            return stop
        }
        let isReached = ways.contains { $0.access > 0 }
        let limit = publication.scenario.parameters.access.car.none
        let shown = Set(ways.flatMap { programmes[$0.stop].services }).union(services)
        return publication.page(
            "commune", style: "communes", title: CommunePageWords.title(commune.name),
            [
                "commune": commune.name, "heading": CommunePageWords.heading, "stops": nearby,
                "listening": ListeningNote.all(publication, beside: shown), "anonymous": PosterWords.anonymous,
                "far": isReached ? [] : [CommunePageWords.far(limit, hasStops: !ways.isEmpty)],
                "estimate": CommunePageWords.estimate(isRouted: publication.scenario.travelMatrix != nil),
                "contact": PosterWords.contact(publication.office), "contactTitle": PosterWords.contactTitle,
                "listeningTitle": CommunePageWords.listeningTitle, "back": CommunePageWords.back,
                "datesTitle": CommunePageWords.datesTitle, "findTitle": PosterWords.findTitle,
                "fictional": Array(Set(ways.flatMap { fictional[$0.stop] })).sorted(),
            ])
    }

    private func place(_ stop: Int) -> Place? { book.point(programmes[stop].venue) }
}
