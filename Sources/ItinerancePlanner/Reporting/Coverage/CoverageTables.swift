import FrenchText
import GeoModel
import PlanAnalysis
import TabularData

/// `couverture.csv` and `couverture-epci.csv`: UTF-8 with BOM, `;`, decimal comma.
package struct CoverageTables: Sendable {
    private let comparison: CoverageComparison

    package init(_ comparison: CoverageComparison) { self.comparison = comparison }

    package static let communeColumns = [
        "code_insee", "commune", "code_epci", "epci", "poids", "unite_poids", "intensite_besoin", "plan",
        "lieu_retenu", "minutes_lieu_retenu", "acces", "benefice", "lieu_le_plus_proche", "minutes_lieu_le_plus_proche",
        "offre_pour_1000", "unite_offre",
    ]

    package static let epciColumns = [
        "code_epci", "epci", "plan", "communes", "poids", "unite_poids", "part_atteinte", "benefice_moyen",
        "minutes_moyennes", "part_10_min", "part_20_min", "part_30_min", "offre_pour_1000", "unite_offre",
    ]

    /// One row for each commune and each plan.
    package func communes() -> String {
        let unit = comparison.weight.rawValue
        return CSVText(
            .excel, Self.communeColumns,
            comparison.entries.flatMap { entry in
                entry.coverage.communes.map { row in
                    let commune = row.demand.commune
                    func place(_ reach: CoverageReach?) -> String {
                        reach.map { entry.coverage.places[$0.place].name } ?? ""
                    }
                    func minutes(_ reach: CoverageReach?) -> String {
                        reach.map { ReportFigures.ungrouped($0.minutes, 1) } ?? ""
                    }
                    return [
                        commune.code, commune.name, commune.epci, comparison.epciNames[commune.epci] ?? "",
                        ReportFigures.ungrouped(row.demand.weight, comparison.weight == .points ? 3 : 0), unit,
                        ReportFigures.ungrouped(row.demand.intensity, 3), entry.option.name,
                        place(row.best), minutes(row.best), ReportFigures.ungrouped(row.best?.access ?? 0, 3),
                        ReportFigures.ungrouped(row.benefit, 3), place(row.nearest), minutes(row.nearest),
                        ReportFigures.ungrouped(1000 * row.offer, 3),
                        CoverageWords.offerUnit(entry.coverage.catchmentSupply),
                    ]
                }
            }
        ).text
    }

    /// One row for each EPCI and each plan.
    package func epcis() -> String {
        CSVText(
            .excel, Self.epciColumns,
            comparison.entries.flatMap { entry in
                entry.coverage.byEpci.map { epci, means in
                    [
                        epci, comparison.epciNames[epci] ?? "", entry.option.name, String(means.communes),
                        ReportFigures.ungrouped(means.weight, comparison.weight == .points ? 3 : 0),
                        comparison.weight.rawValue,
                        ReportFigures.ungrouped(means.reached, 3), ReportFigures.ungrouped(means.benefit, 3),
                        means.minutes.map { ReportFigures.ungrouped($0, 1) } ?? "",
                        ReportFigures.ungrouped(means.curve.share(within: 10), 3),
                        ReportFigures.ungrouped(means.curve.share(within: 20), 3),
                        ReportFigures.ungrouped(means.curve.share(within: 30), 3),
                        ReportFigures.ungrouped(1000 * means.offer, 3),
                        CoverageWords.offerUnit(entry.coverage.catchmentSupply),
                    ]
                }
            }
        ).text
    }
}
