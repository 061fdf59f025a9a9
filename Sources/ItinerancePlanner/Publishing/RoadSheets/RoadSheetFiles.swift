import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// Road sheets of every van, with the same days as routes for a telephone.
package struct RoadSheetFiles: Sendable {
    private let publication: Publication
    private let book: PlaceIndex
    private let steps: RoadSteps
    private let views: [String: PlanView.ServiceView]

    package init(_ publication: Publication) {
        self.publication = publication
        let scenario = publication.scenario
        book = PlaceIndex(scenario)
        steps = RoadSteps(book: book, names: publication.names, reception: ReceptionHours(publication.plan))
        views = Dictionary(
            PlanView(publication.plan).services.map { ($0.service.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A line of the list of days.
    private struct Line: Sendable {
        var anchor: String
        var date: String
        /// Why it is cancelled; empty on a day that is driven.
        var cancelled: [String]
        var driven: [Driven]
    }

    private struct Driven: Sendable {
        var departure: String
        var stops: String
        var arrival: String
        var distance: String
    }

    package func files() throws -> [PublishedFile] {
        var names = UniqueFileNames()
        var pages: [(name: OutputName, title: String, html: String)] = []
        var routes: [PublishedFile] = []
        for (van, days) in VanDay.all(publication.dated) {
            let folder: OutputName = "feuilles/\(names.unique(van))"
            let tracks = Tracks(days, van: publication.names.vanName(van), book)
            var sheets: [RoadSheet] = []
            var anchors = UniqueFileNames()
            let lines = days.map { day -> Line in
                guard day.cancelled == nil else { return line(day, anchor: "") }
                let anchor = anchors.unique(day.date.iso).text
                sheets.append(sheet(day, van: van, anchor: anchor, track: tracks.name(of: day)))
                return line(day, anchor: anchor)
            }
            let title = RoadSheetWords.title(publication.names.vanName(van))
            let html = publication.page(
                "feuilles", style: "feuilles", title: title,
                [
                    "lines": lines, "sheets": sheets,
                    "caption": RoadSheetWords.daysCaption, "headers": RoadSheetWords.dayHeaders,
                    "notes": RoadSheetWords.notes, "notesRule": RoadSheetWords.notesRule,
                    "allFictional": Array(Set(sheets.flatMap(\.fictional))).sorted(),
                ])
            pages.append((folder, title, html))
            routes += tracks.files(in: folder)
        }
        return try publication.documents(pages) + routes
    }

    private func line(_ day: VanDay, anchor: String) -> Line {
        let stops: [String] =
            switch day.content {
            case .round(let round, _, _, _): round.visits.map { book.name($0.venue) }
            case .outing(let outing): [book.name(outing.prison)]
            }
        return Line(
            anchor: anchor, date: ReportDates.withWeekday(day.date),
            cancelled: day.cancelled.map { [RoadSheetWords.cancelled($0)] } ?? [],
            driven: day.cancelled == nil
                ? [
                    Driven(
                        departure: ReportFigures.clock(day.departure), stops: stops.joined(separator: " ; "),
                        arrival: ReportFigures.clock(day.arrival), distance: ReportFigures.kilometres(day.distance))
                ] : [])
    }

    private func sheet(_ day: VanDay, van: String, anchor: String, track: String) -> RoadSheet {
        let (people, service, work, steps, fictional) = parts(day)
        var figures = [
            (RoadSheetWords.departureFigure, ReportFigures.clock(day.departure)),
            (RoadSheetWords.returnFigure, ReportFigures.clock(day.arrival)),
            (RoadSheetWords.road, ReportFigures.kilometres(day.distance)),
        ]
        figures.append((RoadSheetWords.work, ReportFigures.duration(work)))
        figures.append((RoadSheetWords.span, ReportFigures.duration(day.arrival - day.departure)))
        var sheet = RoadSheet(
            iso: anchor, title: ReportDates.withWeekday(day.date),
            subtitle: [publication.names.vanName(van), RoadSheetWords.week(day.week), service].joined(separator: " · "),
            people: people, figures: figures.map { RoadSheet.Figure(label: $0.0, figure: $0.1) },
            remarks: day.isUncertain ? [RoadSheetWords.notCovered] : [], steps: steps, fictional: fictional,
            track: RoadSheetWords.track(track))
        sheet.settle()
        return sheet
    }

    private func parts(
        _ day: VanDay
    ) -> (people: String, service: String, work: Minutes, steps: [RoadStep], fictional: [String]) {
        switch day.content {
        case .round(let round, let service, let openings, let sessions):
            let there = publication.dated.present(crew: round.crew, on: day.date).map(\.id)
            let view = views[service]
            let team = view?.service.teams.firstIndex(where: round.isDriven)
            let fictional =
                view.map { StandingNotes($0, teams: team.map { [$0] } ?? [], [round], publication.scenario).sentences }
                ?? []
            return (
                RoadSheetWords.people(round.crew, there), publication.names.serviceName(service), round.workTime,
                steps.round(round, of: service, openings: openings, sessions: sessions), fictional
            )
        case .outing(let outing):
            let relay = publication.scenario.prisonRelays.first { $0.id == outing.service }
            let wish = relay?.visits.first { $0.prison == outing.prison }
            let pickups = Dictionary(
                wish?.pickups.map { ($0.commune, $0.children) } ?? [], uniquingKeysWith: { $0 + $1 })
            return (
                RoadSheetWords.outing(outing.staff), publication.names.serviceName(outing.service),
                outing.work.reduce(.zero) { $0 + $1.length }, steps.outing(outing, pickups: pickups),
                StandingNotes(outing, publication.scenario).sentences
            )
        }
    }
}
