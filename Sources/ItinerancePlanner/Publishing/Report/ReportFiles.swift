import FileAccess
import Foundation
import FrenchText
import PlanAnalysis
import PlanningModel
import Reporting

/// `rapport/`: the report for mayors and the committee as a page and in PDF, its maps and plots as files of their own.
package struct ReportFiles {
    private let publication: Publication

    package init(_ publication: Publication) { self.publication = publication }

    package func files() throws -> [PublishedFile] {
        let facts = ReportFacts(publication)
        let chapters =
            PlanChapters(facts).all + PublicChapters(facts).all + MeansChapters(facts).all
            + (publication.trace.map { [SearchChapter($0).chapter] } ?? [])
        let title = ReportPageWords.title(publication.scenario.name)
        let html = publication.page(
            "rapport", style: "rapport", title: title,
            [
                "skip": ReportPageWords.skip, "tableLink": ReportPageWords.tableLink,
                "contents": ReportPageWords.contents, "cycle": facts.results.cycle,
                "conclusion": facts.results.conclusion, "conformity": facts.results.conformity,
                "tiles": facts.results.tiles, "chapters": chapters.map(\.context),
            ])
        return try publication.documents([("rapport/rapport", title, html)])
            + chapters.flatMap(\.pictures).flatMap { picture in
                [PublishedFile("rapport/\(picture.name).svg", picture.svg, label: picture.title)]
                    + (picture.table.map { [PublishedFile("rapport/\(picture.name).csv", $0, label: picture.title)] }
                        ?? [])
            }
    }
}

/// What several chapters are made from, worked out once.
package struct ReportFacts: Sendable {
    package let publication: Publication
    package let checked: PlanView
    package let summary: PlanSummary
    package let results: ResultsPage
    package let needs: [NeedFindings]
    /// In the order of the services.
    package let reaches: [ServiceReach]
    /// File names of the services' pictures, by service.
    private let slugs: [String: OutputName]

    /// Draws of weights behind the ranks of the need map's marks: they need no more.
    private static let draws = 100

    package init(_ publication: Publication) {
        self.publication = publication
        let scenario = publication.scenario
        checked = PlanView(publication.plan)
        let names = publication.names
        reaches = checked.services.map { ServiceReach(ServiceOutcome($0, in: scenario), in: scenario, names) }
        summary = PlanSummary(publication.plan, publication.check)
        results = ResultsPage(publication.plan, publication.check, summary)
        needs = NeedFindings.all(of: scenario, draws: Self.draws, top: nil, seed: 1)
        var taken = UniqueFileNames()
        var slugs: [String: OutputName] = [:]
        for service in scenario.services { slugs[service.id] = taken.unique(service.id) }
        self.slugs = slugs
    }

    package var scenario: Scenario { publication.scenario }
    /// Whether the published dates are those of the first cycle, of which the plan's own figures speak.
    package var isFirstCycle: Bool { publication.period == scenario.firstCycle }
    package var names: ReportNames { publication.names }

    /// A file name of a service's picture.
    package func slug(_ service: Service) -> OutputName { slugs[service.id] ?? "\(slug: service.id)" }

    /// Vans in the order of their names, numbers as numbers: `Van 2` before `Van 10`.
    package func vans(of view: PlanView.ServiceView) -> [String] {
        Set(view.plan.days.map(\.van)).sorted { a, b in
            let order = names.vanName(a).compare(names.vanName(b), options: .numeric)
            return order == .orderedSame ? a < b : order == .orderedAscending
        }
    }
}
