import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis

/// `couverture.html`: tables, curves and maps. Needs no other file and no network.
package struct CoveragePage: Sendable {
    private let comparison: CoverageComparison
    private let figures: [CoverageFigures]

    package init(_ comparison: CoverageComparison) {
        self.comparison = comparison
        figures = comparison.entries.map(CoverageFigures.init)
    }

    private struct Heading: Sendable {
        var letter: String
        var name: String
        var notes: [String]
    }

    private struct GroupRow: Sendable {
        var name: String
        var detail: String
        var figures: [String]
    }

    package func html() throws -> String {
        let templates = try TemplateShelf.builtIn()
        let context: [String: Any] = [
            "title": CoverageWords.pageTitle, "style": templates.style("horaires"),
            "lead": CoverageWords.lead(comparison),
            "withoutFigure": comparison.withoutFigure.isEmpty
                ? [] : [CoverageWords.withoutFigure(comparison.withoutFigure)],
            "measured": CoverageWords.measured,
            "headings": comparison.entries.map {
                Heading(letter: $0.letter, name: $0.option.name, notes: CoverageWords.notes($0.option.gaps))
            },
            "rows": CoverageFigures.rows(figures, weight: comparison.weight), "plots": [curve.svg(), lorenz.svg()],
            "maps": maps, "hasMaps": !maps.isEmpty, "epciTitle": CoverageWords.epciTitle, "epcis": epcis,
            "communeTitle": CoverageWords.communeTitle, "communeCaption": CoverageWords.communeCaption,
            "communes": communes, "methodTitle": CoverageWords.methodTitle,
            "method": CoverageWords.method(comparison.parameters),
        ]
        return templates.render("couverture", context)
    }

    // MARK: Pictures

    package var curve: LinePlot {
        LinePlot(
            title: CoverageWords.curveTitle, description: CoverageWords.curveDescription,
            horizontal: .minutes(CoverageWords.curveHorizontal, upTo: comparison.parameters.curveMinutes),
            vertical: .shares(CoverageWords.curveVertical(comparison.weight)),
            series: zip(comparison.entries, figures).map { entry, figures in
                LinePlot.Series(
                    name: entry.option.name, letter: entry.letter,
                    points: figures.curve.enumerated().map { (Double($0.offset), $0.element) })
            }, identifier: "courbe")
    }

    package var lorenz: LinePlot {
        var series = comparison.entries.map { entry in
            LinePlot.Series(
                name: entry.option.name, letter: entry.letter,
                points: (entry.coverage.spread.lorenz ?? []).map { ($0.volume, $0.benefit) })
        }
        series.append(LinePlot.Series(name: CoverageWords.equality, letter: "", points: [(0, 0), (1, 1)]))
        return LinePlot(
            title: CoverageWords.lorenzTitle, description: CoverageWords.lorenzDescription,
            horizontal: .shares(CoverageWords.lorenzHorizontal), vertical: .shares(CoverageWords.lorenzVertical),
            series: series, identifier: "lorenz")
    }

    /// One map for each thing compared, with the same classes; none where no contour is known.
    private var maps: [String] {
        guard !comparison.contours.outlines.isEmpty else { return [] }
        return comparison.entries.map { entry in
            ChoroplethMap(
                title: CoverageWords.mapTitle(entry), description: CoverageWords.mapDescription(entry.option.name),
                legend: CoverageWords.mapLegend,
                areas: entry.coverage.communes.map { row in
                    ChoroplethMap.Area(
                        code: row.demand.commune.code, name: row.demand.commune.name,
                        centre: row.demand.commune.centre,
                        shade: row.nearest.map { .value($0.minutes) } ?? .withheld,
                        note: row.nearest.map { entry.coverage.places[$0.place].name } ?? "")
                }, contours: comparison.contours, classes: MapClasses(bounds: [5, 10, 20, 30]),
                highlights: nearby(entry).map {
                    ChoroplethMap.Highlight(position: $0.position, label: "", title: $0.name)
                }, highlightLegend: CoverageWords.mapMarks, source: CoverageWords.mapSource, places: 0,
                identifier: "carte\(entry.letter)"
            ).svg()
        }
    }

    /// Places that some commune has as its nearest or its best: others may lie far outside the map.
    private func nearby(_ entry: CoverageComparison.Entry) -> [CoveragePlace] {
        let used = Set(entry.coverage.communes.flatMap { [$0.nearest?.place, $0.best?.place].compactMap { $0 } })
        return entry.coverage.places.indices.filter(used.contains).map { entry.coverage.places[$0] }
    }

    // MARK: Tables

    private var epcis: [GroupRow] {
        guard let first = comparison.entries.first else { return [] }
        let byEntry = comparison.entries.map(\.coverage.byEpci)
        return first.coverage.byEpci.enumerated().map { index, group in
            GroupRow(
                name: comparison.epciNames[group.epci] ?? group.epci,
                detail: ReportFigures.counted(group.means.communes, "commune"),
                figures: byEntry.map { Self.cell($0[index].means.minutes, $0[index].means.benefit) })
        }
    }

    private var communes: [GroupRow] {
        guard let first = comparison.entries.first else { return [] }
        return first.coverage.communes.indices.map { index in
            let demand = first.coverage.communes[index].demand
            return GroupRow(
                name: demand.commune.name, detail: ReportFigures.decimal(demand.weight, 0),
                figures: comparison.entries.map {
                    let row = $0.coverage.communes[index]
                    return Self.cell(row.nearest?.minutes, row.benefit)
                })
        }.sorted { $0.name < $1.name }
    }

    private static func cell(_ minutes: Double?, _ benefit: Double) -> String {
        (minutes.map { ReportFigures.decimal($0, 0) + ReportFigures.noBreak + "min" } ?? "–")
            + " ; " + ReportFigures.percent(benefit, 0)
    }
}
