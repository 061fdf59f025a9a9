import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel

/// What parents read on the door of a place. Property names are those of `affiches.mustache`.
package struct Poster: Sendable {
    /// The first leaf of a place carries the heading of the page.
    package var isFirst: Bool
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

    /// Dates that stay legible at two metres; those of several services take more room.
    private static let dateLimit = 8
    private static let sharedDateLimit = 6

    /// What one leaf says of when: a place has as many leaves as its dates and closures need, and none is left out.
    private struct Leaf {
        var dates: [PublicDate]
        var closures: [String] = []
    }

    /// Every leaf of a place, in the order of its dates; one where there is nothing to say.
    package static func leaves(
        _ programme: VenueProgramme, _ publication: Publication, _ book: PlaceIndex
    ) -> [Poster] {
        let leaves: [Leaf]
        let fixed = publication.scenario.centres.filter { programme.services.contains($0.id) }
        if fixed.count == programme.services.count, let centre = fixed.first {
            leaves = weekly(centre, programme)
        } else {
            let limit = programme.services.count > 1 ? sharedDateLimit : dateLimit
            leaves = PublicDate.all(programme, publication.names).split(by: limit).map { Leaf(dates: $0) }
        }
        let all = leaves.isEmpty ? [Leaf(dates: [])] : leaves
        return all.enumerated().map { index, leaf in
            let turn = all.count > 1 ? [PosterWords.leaf(index + 1, of: all.count)] : []
            return Poster(
                programme, leaf, isFirst: index == 0, more: leaf.closures + turn, publication, book)
        }
    }

    private init(
        _ programme: VenueProgramme, _ leaf: Leaf, isFirst: Bool, more: [String], _ publication: Publication,
        _ book: PlaceIndex
    ) {
        self.isFirst = isFirst
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
        datesTitle = services.isEmpty ? PosterWords.everyWeek(publication.period) : PosterWords.nextDates
        dates = leaf.dates
        self.more = more
        let shown = Set(leaf.dates.compactMap(\.day))
        offers = PlaceOffer.all(programme, on: shown, scenario, names, book)
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

    /// A fixed centre is open on the same hours each week: said on each leaf, with the dates on which it is closed.
    private static func weekly(_ centre: FixedCentre, _ programme: VenueProgramme) -> [Leaf] {
        let byDay = Dictionary(grouping: centre.openings, by: \.weekday)
        let dates = byDay.keys.sorted().map { weekday in
            PublicDate(weekday, hours: (byDay[weekday] ?? []).map(\.hours).sorted { $0.start < $1.start })
        }
        var seen: Set<CivilDate> = []
        let closed = programme.openings.compactMap { opening in
            PublicationWords.reason(opening.state).flatMap { reason in
                seen.insert(opening.date).inserted ? PosterWords.fallsOn(opening.date, reason) : nil
            }
        }
        let parts = closed.split(by: dateLimit)
        return (parts.isEmpty ? [[]] : parts).map { Leaf(dates: dates, closures: $0) }
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

extension Array {
    /// In parts of so many, the last one with what is left.
    fileprivate func split(by size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
