import FrenchText
import GeoModel
import PlanAnalysis
import TabularData

/// One service of `besoins.html`, as its template reads it.
package struct NeedPage {
    private let findings: NeedFindings
    private let report: NeedReport

    package init(_ findings: NeedFindings, _ report: NeedReport) {
        self.findings = findings
        self.report = report
    }

    private var score: NeedScore { findings.needs.score }

    package var context: [String: Any] {
        let top = Array(findings.ranking.prefix(findings.robustness.top))
        let stops = stopRows
        return [
            "serviceName": findings.needs.service.name, "summary": NeedPageWords.summary(findings),
            "map": report.map(findings).svg(), "ingredients": ingredientRows, "omissions": omissionRows,
            "hasOmissions": !score.omissions.isEmpty, "topCaption": NeedPageWords.topCaption(top.count),
            "top": top.map(topRow), "hasTop": !top.isEmpty, "dimensions": dimensionKeys,
            "volumeHeader": ReportWords.volumeHeader(findings.needs.measure),
            "topHeader": NeedPageWords.topHeader(findings.robustness.top),
            "robustness": NeedPageWords.robustness(findings), "isolation": NeedPageWords.isolation(findings),
            "kinds": kindRows, "hasKinds": !findings.isolation.kinds.isEmpty, "itinerant": NeedPageWords.itinerant,
            "hasTrial": report.trial != nil, "trial": report.trial.map(NeedPageWords.trial) ?? "", "stops": stops,
            "hasStops": !stops.isEmpty, "sources": sources, "table": "\(findings.fileName.text).csv",
        ]
    }

    private var ingredientRows: [[String: String]] {
        score.usedIndicators.map { indicator in
            let own = score.intensities.compactMap { $0.ingredients.first { $0.indicator == indicator } }
            return [
                "dimension": ReportWords.dimension(indicator.dimension), "name": ReportWords.indicator(indicator),
                "unit": ReportWords.unit(indicator.unit), "direction": ReportWords.direction(indicator.direction),
                "weight": ReportFigures.percent(score.weight(of: indicator), 0),
                "published":
                    ReportFigures.outOf(own.count { !$0.imputed }, own.count),
            ]
        }
    }

    private var omissionRows: [[String: String]] {
        score.omissions.map {
            [
                "dimension": ReportWords.dimension($0.indicator.dimension),
                "name": ReportWords.indicator($0.indicator), "reason": ReportWords.omission($0.reason),
            ]
        }
    }

    private var dimensionKeys: [[String: String]] {
        score.usedDimensions.map { ["name": ReportWords.dimension($0), "class": "d-" + $0.word] }
    }

    private func topRow(_ index: Int) -> [String: Any] {
        let weight = findings.needs.weights[index]
        let spread = findings.robustness.byPoints[index]
        let ingredients = score.intensities[index].ingredients
        let bars = score.usedDimensions.map { dimension -> [String: String] in
            let share = ingredients.filter { $0.indicator.dimension == dimension }.reduce(0) { $0 + $1.share }
            return [
                "class": "d-" + dimension.word, "width": DataNumber.trimmed(100 * share, 1),
            ]
        }
        let parts = ingredients.map { ingredient in
            "\(ReportWords.indicator(ingredient.indicator)) \(ReportFigures.percent(ingredient.share, 0)) "
                + "(\(ReportWords.figureWithUnit(ingredient)))"
        }
        return [
            "rank": spread.map { String($0.rank) } ?? "", "commune": findings.needs.communes[index].name,
            "epci": findings.epciName(findings.needs.communes[index]),
            "points": ReportFigures.decimal(weight.points.points, 1),
            "volume": weight.volume.map { ReportFigures.decimal($0, 0) } ?? "inconnu",
            "intensity": ReportFigures.decimal(weight.intensity, 2),
            "interval": spread.map(NeedPageWords.interval) ?? "",
            "frequency": spread.map { ReportFigures.percent($0.topShare, 0) } ?? "", "bars": bars,
            "parts": parts.joined(separator: ", "), "centre": weight.socialCentre.word,
        ]
    }

    /// Times by kind: the middle commune and the most remote one.
    private var kindRows: [[String: String]] {
        findings.isolation.kinds.enumerated().map { position, kind in
            let times = findings.isolation.rows.map { $0.times[position].minutes }
            let furthest = times.indices.max { times[$0] < times[$1] }
            return [
                "name": NeedWords.facility(kind),
                "median": Normalisation.median(times).map { ReportFigures.decimal($0, 0) } ?? "–",
                "furthest": furthest.map {
                    "\(ReportFigures.decimal(times[$0], 0)) (\(findings.needs.communes[$0].name))"
                } ?? "–",
            ]
        }
    }

    private var stopRows: [[String: String]] {
        guard let trial = report.trial else { return [] }
        let names = ReportNames(report.scenario)
        return trial.stops.filter { $0.service == findings.needs.service.id }.map {
            [
                "stop": names.placeName($0.venue), "kept": NeedPageWords.share($0.kept, of: trial.draws),
                "verdict": NeedPageWords.dependence($0.kept, of: trial.draws),
            ]
        }
    }

    private var sources: [String] {
        let facilities = report.scenario.territory.facilities
        let listed = Set(
            facilities.filter { findings.isolation.kinds.contains($0.kind) }.map {
                NeedWords.facility($0.kind) + " : "
                    + [$0.source, $0.vintage].filter { !$0.isEmpty }.joined(separator: ", ")
            })
        return NeedWords.sources(findings) + listed.sorted() + [report.contours.source].filter { !$0.isEmpty }
    }
}
