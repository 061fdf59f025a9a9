import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// Every calendar of a publication: a public one, one for each service, commune, van and person.
package struct CalendarFeeds: Sendable {
    private let publication: Publication
    /// The days that the calendars speak of.
    package let period: ClosedRange<CivilDate>
    package let feeds: [CalendarFeed]

    package init(_ publication: Publication) {
        self.publication = publication
        period = publication.calendarPeriod
        let elements = DatedElements(publication.dated.over(period))
        let places = PlaceIndex(publication.scenario)
        let entries = PublicEvents(publication, elements, places: places).entries
        let team = TeamEvents(publication, elements, places: places)
        feeds =
            Self.open(entries, publication, until: period.upperBound)
            + Self.closed(team, publication, until: period.upperBound)
    }

    private static func open(
        _ entries: [PublicEvents.Entry], _ publication: Publication, until: CivilDate
    )
        -> [CalendarFeed]
    {
        let names = publication.names
        let description = CalendarWords.publicDescription(publication.scenario, until: until)
        func feed(_ file: OutputName, _ name: String, _ entries: [PublicEvents.Entry]) -> CalendarFeed {
            CalendarFeed(file: file, name: name, description: description, events: entries.map(\.event))
        }
        let files = Self.serviceFiles(publication.scenario)
        let services = Dictionary(grouping: entries, by: \.service).sorted { $0.key < $1.key }.map { id, entries in
            feed(files[id] ?? "\(slug: id)", names.serviceName(id), entries)
        }
        let placed = entries.filter { $0.commune != nil }
        let communes = Dictionary(grouping: placed) { $0.commune ?? "" }.sorted { $0.key < $1.key }.map {
            code, entries in
            feed(
                CommuneFile.name(code, names), CalendarWords.communeFeed(names.communeName(code)), entries)
        }
        return [feed("public", CalendarWords.publicFeed(publication.scenario), entries)] + services + communes
    }

    private static func closed(_ team: TeamEvents, _ publication: Publication, until: CivilDate) -> [CalendarFeed] {
        let description = CalendarWords.teamDescription(publication.scenario, until: until)
        var files = UniqueFileNames()
        let vans = team.vans.sorted { $0.key < $1.key }.map { id, events in
            CalendarFeed(
                file: "vehicules/\(files.unique(id))", name: publication.names.vanName(id), description: description,
                events: events)
        }
        files = UniqueFileNames()
        let people = team.people.sorted { $0.key < $1.key }.map { id, events in
            CalendarFeed(
                file: "personnes/\(files.unique(id))", name: CalendarWords.personFeed(id), description: description,
                events: events)
        }
        return vans + people
    }

    /// Inside `calendriers/`, without their ending, by service: pages point to them.
    package static func serviceFiles(_ scenario: Scenario) -> [String: OutputName] {
        var files = UniqueFileNames()
        let services = Set(scenario.services.map(\.id) + scenario.centres.map(\.id) + scenario.listening.map(\.id))
        return Dictionary(uniqueKeysWithValues: services.sorted().map { ($0, "services/\(files.unique($0))") })
    }

    /// The calendar of a commune, by its code and name: other pages point to it.
    package enum CommuneFile {
        /// Inside `calendriers/`, without its ending.
        package static func name(_ code: String, _ names: ReportNames) -> OutputName {
            "communes/\(slug: code)-\(slug: names.communeName(code))"
        }
    }

    /// - Throws: `CalendarWritingFault`.
    package var files: [PublishedFile] {
        get throws {
            try feeds.map { try $0.published(publication.scenario, until: period.upperBound) }
                + [
                    PublishedFile(
                        "calendriers/lisez-moi.txt",
                        CalendarWords.readMe(publication.scenario, until: period.upperBound))
                ]
        }
    }
}
