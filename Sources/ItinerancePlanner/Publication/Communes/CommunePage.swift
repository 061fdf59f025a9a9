import GeoModel
import RoundPlan

/// A place near a commune, as `commune.mustache` prints it.
struct NearbyStop: Sendable {
    var placeName: String
    var placeAddress: [String]
    var hosts: [String]
    var way: String
    /// What marks the one that serves the commune best.
    var best: [String]
    var dates: [PublicDate]
    var noDates: [String]
    var sessions: [String]
    var more: [String]
}

/// Makes the page of one commune.
struct CommunePages: Sendable {
    static let stopCount = 3
    static let dateLimit = 6

    let publication: Publication
    let programmes: [VenueProgramme]
    private let book: PlaceBook
    private let nearest: NearestStops
    /// What a place says is the same for each commune near it.
    private let stops: [NearbyStop]
    private let bestVenues: [String: Set<String>]
    private let fictional: [[String]]

    init(_ publication: Publication) {
        self.publication = publication
        let book = PlaceBook(publication.scenario, publication.names)
        let programmes = VenueProgramme.all(publication.dated)
        self.book = book
        self.programmes = programmes
        nearest = NearestStops(publication.scenario, programmes.map { book.place($0.venue) })
        stops = programmes.map { Self.stop($0, publication, book) }
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
        _ programme: VenueProgramme, _ publication: Publication, _ book: PlaceBook
    ) -> NearbyStop {
        let names = publication.names
        return NearbyStop(
            placeName: book.name(programme.venue), placeAddress: PosterWords.address(programme.venue, book),
            hosts: programme.services.map(names.serviceName), way: "", best: [],
            dates: PublicDate.list(programme, limit: dateLimit, names),
            noDates: programme.openings.isEmpty ? [CommunePageWords.noDates] : [],
            sessions: programme.sessions.filter(\.state.isHeld).prefix(dateLimit).map {
                names.sessionName($0.session.kind) + " : " + PosterWords.sessionTime($0.date, $0.session.hours)
            }, more: programme.openings.count > dateLimit ? [PosterWords.moreDates] : [])
    }

    /// - Parameter services: identifiers of those whose territory the commune is in.
    func html(_ commune: Commune, services: Set<String>) -> String {
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
                "datesTitle": CommunePageWords.datesTitle, "sessionsTitle": CommunePageWords.sessionsTitle,
                "fictional": Array(Set(ways.flatMap { fictional[$0.stop] })).sorted(),
            ])
    }

    private func place(_ stop: Int) -> Place? { book.place(programmes[stop].venue) }
}
