import FileAccess
import FrenchText
import PlanAnalysis

/// The figures of one thing compared, by name: for the page, the terminal and `--json`.
package struct CoverageFigures: Sendable, Codable, FrenchKeyed {
    package var name: String
    package var places: Int
    package var reached: Double
    package var benefit: Double
    /// Mean minutes to the nearest place.
    package var minutes: Double?
    package var within10: Double
    package var within20: Double
    package var within30: Double
    package var worstOffFifth: Double?
    package var highestNeedFifth: Double?
    package var gini: Double?
    package var offerPerThousand: Double
    package var offerUnit: String
    /// Shares within 0, 1, 2… minutes.
    package var curve: [Double]
    package var notes: [String]

    package init(_ entry: CoverageComparison.Entry) {
        let total = entry.coverage.total
        let spread = entry.coverage.spread
        name = entry.option.name
        places = entry.option.places.count
        reached = total.reached
        benefit = total.benefit
        minutes = total.minutes
        within10 = total.curve.share(within: 10)
        within20 = total.curve.share(within: 20)
        within30 = total.curve.share(within: 30)
        worstOffFifth = spread.worstOff()
        highestNeedFifth = spread.highestNeed()
        gini = spread.gini
        offerPerThousand = 1000 * total.offer
        offerUnit = CoverageWords.offerUnit(entry.coverage.catchmentSupply)
        curve = total.curve.shares
        notes = CoverageWords.notes(entry.option.gaps)
    }

    package static var frenchKeys: [String: String] {
        [
            "places": "lieux", "reached": "part_atteinte", "benefit": "benefice_moyen", "minutes": "minutes_moyennes",
            "within10": "part_10_min", "within20": "part_20_min", "within30": "part_30_min",
            "offerPerThousand": "offre_pour_1000", "offerUnit": "unite_offre", "curve": "part_par_minute",
            "notes": "remarques",
        ]
    }

    /// Label, help and one figure for each thing compared.
    package struct Row: Sendable {
        package var label: String
        package var help: [String]
        package var figures: [String]

        package init(label: String, help: [String], figures: [String]) {
            self.label = label
            self.help = help
            self.figures = figures
        }
    }

    package static func rows(_ all: [CoverageFigures], weight: CoverageWeight) -> [Row] {
        func row(_ label: String, _ help: String? = nil, _ figure: (CoverageFigures) -> String) -> Row {
            Row(label: label, help: help.map { [$0] } ?? [], figures: all.map(figure))
        }
        func percent(_ share: Double?) -> String { share.map { ReportFigures.percent($0) } ?? CoverageWords.none }
        return [
            row(CoverageWords.places) { ReportFigures.integer($0.places) },
            row(CoverageWords.reached) { percent($0.reached) },
            row(CoverageWords.benefit, CoverageWords.benefitHelp) { percent($0.benefit) },
            row(CoverageWords.minutes) { SummaryWords.travel($0.minutes) },
            row(CoverageWords.within(10)) { percent($0.within10) },
            row(CoverageWords.within(20)) { percent($0.within20) },
            row(CoverageWords.within(30)) { percent($0.within30) },
            row(CoverageWords.worstOff) { percent($0.worstOffFifth) },
            row(CoverageWords.highestNeed, CoverageWords.highestNeedHelp) { percent($0.highestNeedFifth) },
            row(CoverageWords.gini, CoverageWords.giniHelp) {
                $0.gini.map { ReportFigures.decimal($0, 3) } ?? CoverageWords.none
            },
            row(CoverageWords.offer(weight), CoverageWords.offerHelp) {
                ReportFigures.decimal($0.offerPerThousand, 2) + " " + $0.offerUnit
            },
        ]
    }
}

/// What `couverture --json` prints.
package struct CoverageSummary: Sendable, Codable, FrenchKeyed {
    package var weight: String
    package var communes: Int
    package var withoutFigure: [String]
    package var compared: [CoverageFigures]

    package init(_ comparison: CoverageComparison) {
        weight = comparison.weight.rawValue
        communes = comparison.entries.first?.coverage.communes.count ?? 0
        withoutFigure = comparison.withoutFigure.map(\.code)
        compared = comparison.entries.map(CoverageFigures.init)
    }

    package static var frenchKeys: [String: String] {
        ["weight": "poids", "withoutFigure": "communes_sans_chiffre", "compared": "comparaison"]
    }
}
