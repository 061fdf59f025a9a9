import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel

/// What parents read on the door of a place. Property names are those of `affiches.mustache`.
package struct Poster: Sendable {
    package var hosts: [String]
    package var appeal: String
    package var publicWords: [String]
    package var placeName: String
    package var placeAddress: [String]
    package var badges: [String]
    package var datesTitle: String
    package var dates: [PublicDate]
    package var more: [String]
    package var offers: [PlaceOffer]
    package var listening: [ListeningNote]
    package var contact: [String]
    /// Inline SVG of the office's site.
    package var codes: [String]
    package var fictional: [String]
    /// Size of the type, of the root's: the more there is to say, the smaller.
    package var size: String

    /// Dates that stay legible at two metres.
    package static let dateLimit = 8

    package init(_ programme: VenueProgramme, _ publication: Publication, _ book: PlaceIndex) {
        let scenario = publication.scenario
        let names = publication.names
        let own = Set(programme.services)
        let services = scenario.services.filter { own.contains($0.id) }
        let centres = scenario.centres.filter { own.contains($0.id) }
        let kinds = Set(services.map(\.kind) + centres.map(\.kind))
        hosts = programme.services.map(names.serviceName)
        appeal = PosterWords.appeal(kinds)
        publicWords = PosterWords.audience(kinds, ages: services.compactMap(\.ages))
        placeName = book.name(programme.venue)
        placeAddress = PosterWords.address(programme.venue, book)
        badges = PosterWords.badges(
            charges: services.map(\.charge) + centres.map(\.charge),
            isForAll: !services.isEmpty && services.allSatisfy { $0.kind == .parentingResource && $0.ages == nil })
        if services.isEmpty, let first = centres.first {
            datesTitle = PosterWords.everyWeek(publication.period)
            dates = []
            (dates, more) = Self.weekly(first, programme)
        } else {
            datesTitle = PosterWords.nextDates
            let all = PublicDate.all(programme, names)
            let limit = programme.services.count > 1 ? 6 : Self.dateLimit
            dates = Array(all.prefix(limit))
            more = all.count > limit ? [PosterWords.moreDates] : []
        }
        offers = PlaceOffer.all(programme, scenario, names, book)
        listening = ListeningNote.all(publication, beside: own)
        contact = PosterWords.contact(publication.office)
        codes =
            publication.office.site.isEmpty
            ? []
            : [QRCode(publication.office.site)?.svg(label: PosterWords.siteLabel(publication.office.site))].compactMap {
                $0
            }
        fictional = Self.standings(programme, services, centres, scenario, names)
        size = ""
        size = PosterFit.size(of: self)
    }

    /// A fixed centre is open on the same hours each week: said once, with the dates on which it is closed.
    private static func weekly(
        _ centre: FixedCentre, _ programme: VenueProgramme
    ) -> (dates: [PublicDate], more: [String]) {
        let byDay = Dictionary(grouping: centre.openings, by: \.weekday)
        let dates = byDay.keys.sorted().map { weekday in
            PublicDate(weekday, hours: (byDay[weekday] ?? []).map(\.hours).sorted { $0.start < $1.start })
        }
        let closed = programme.openings.compactMap { opening in
            PublicationWords.reason(opening.state).map { PosterWords.fallsOn(opening.date, $0) }
        }
        return (dates, Array(closed.prefix(Self.dateLimit)))
    }

    private static func standings(
        _ programme: VenueProgramme, _ services: [Service], _ centres: [FixedCentre], _ scenario: Scenario,
        _ names: ReportNames
    ) -> [String] {
        let vans = Set(services.flatMap(\.teams).map(\.van))
        return StandingNotes([
            (.thisPlace, names.place(programme.venue).map { [($0.name, $0.standing)] } ?? []),
            (.fixedReception, centres.map { ($0.name, $0.standing) }),
            (.van, scenario.vans.filter { vans.contains($0.id) }.map { ($0.name, $0.standing) }),
            (
                .listening,
                scenario.listening.filter { programme.services.contains(where: $0.isBeside) }
                    .map { ($0.name, $0.standing) }
            ),
            (.office, [(scenario.office.name, scenario.office.standing)]),
        ]).sentences
    }
}

extension PublicDate {
    /// A weekday that comes again each week.
    package init(_ weekday: Weekday, hours: [Interval]) {
        date = weekday.key
        self.hours = hours.map(ReportWords.span)
        (hosts, fallen, doubt) = ([], [], [])
    }
}
