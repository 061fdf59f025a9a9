import GeoModel
import RoundPlan

/// `rapport/`: the report for mayors and the committee as a page and in PDF, its maps and plots as files of their own.
struct ReportFiles {
    private let publication: Publication

    init(_ publication: Publication) { self.publication = publication }

    func files() throws -> [PublishedFile] {
        let facts = ReportFacts(publication)
        let chapters = PlanChapters(facts).all + PublicChapters(facts).all + MeansChapters(facts).all
        let html = publication.page(
            "rapport", style: "rapport", title: ReportPageWords.title(publication.scenario.name),
            [
                "skip": ReportPageWords.skip, "contents": ReportPageWords.contents, "cycle": facts.results.cycle,
                "conclusion": facts.results.conclusion, "conformity": facts.results.conformity,
                "tiles": facts.results.tiles, "chapters": chapters.map(\.context),
            ])
        return try publication.documents([("rapport/rapport", html)])
            + chapters.flatMap(\.pictures).map { PublishedFile("rapport/\($0.name).svg", $0.svg) }
    }
}

/// What several chapters are made from, worked out once.
struct ReportFacts: Sendable {
    let publication: Publication
    let checked: CheckedPlan
    let outcomes: [ServiceOutcome]
    let summary: PlanSummary
    let results: ResultsPage
    let needs: [NeedFindings]
    /// People of all communes, and the stops of all services together.
    let coverage: CoverageComparison

    /// Draws of weights behind the ranks of the need map's marks: they need no more.
    private static let draws = 100

    init(_ publication: Publication) {
        self.publication = publication
        let scenario = publication.scenario
        checked = CheckedPlan(publication.plan)
        outcomes = checked.services.map { ServiceOutcome($0, in: scenario) }
        summary = PlanSummary(publication.plan, publication.check)
        results = ResultsPage(publication.plan, publication.check, summary)
        needs = NeedFindings.all(of: scenario, draws: Self.draws, top: nil, seed: 1)
        coverage = CoverageComparison(
            [CoverageOption(publication.plan, named: scenario.name)], scenarios: [scenario], weight: .population,
            contours: publication.contours)
    }

    var scenario: Scenario { publication.scenario }
    var names: ReportNames { publication.names }

    /// A file name of a service's picture.
    func slug(_ view: CheckedPlan.ServiceView) -> String { PublishedFile.slug(view.service.id) }
}
