import Foundation
import FrenchText
import PlanAnalysis
import TabularData

/// `realise.csv`, `realise-communes.csv` and `durees-apprises.csv`: UTF-8 with BOM, `;`, decimal comma; `s` for a number of
/// people that is not shown, as Insee writes it; an empty cell is unknown.
package struct RealisedTables {
    package let report: RealisedReport

    package static let weekColumns = [
        "service", "semaine", "du", "demi_journees_prevues", "demi_journees_tenues_min", "demi_journees_tenues_max",
        "demi_journees_dues", "r01", "ouvertures", "tenues", "annulees", "en_retard", "minutes_de_retard", "inconnues",
        "fermees", "a_venir", "parents", "enfants", "tenues_sans_comptage", "raisons",
    ]

    package var weeks: String {
        CSVText(
            .excel, Self.weekColumns,
            report.weeks.map { row in
                let week = row.week
                var cells = [week.service, String(week.number), week.monday.iso]
                cells += [week.planned, week.least, week.most, week.minimum].map { String($0) }
                cells.append(week.verdict.rawValue)
                cells += [
                    week.openings, week.held, week.cancelled, week.late, week.lateMinutes.count, week.unknown,
                    week.fallen, week.toCome,
                ].map { String($0) }
                cells += [Self.cell(row.parents), Self.cell(row.children), String(week.uncounted)]
                return cells + [RealisedWords.reasons(week).joined(separator: " ; ")]
            }
        ).text
    }

    package static let communeColumns = [
        "code_insee", "commune", "tenues", "tenues_sans_comptage", "parents", "enfants",
    ]

    package var communes: String {
        CSVText(
            .excel, Self.communeColumns,
            report.communes.map {
                [
                    $0.code, $0.name, String($0.held), String($0.uncounted), Self.cell($0.parents),
                    Self.cell($0.children),
                ]
            }
        ).text
    }

    package static let durationColumns = [
        "de", "vers", "observations", "minutes_prevues", "minutes_medianes", "ecart_median", "minutes_min",
        "minutes_max",
    ]

    package var durations: String {
        CSVText(
            .excel, Self.durationColumns,
            report.legs.map { leg in
                [
                    leg.from, leg.to, String(leg.minutes.count), String(leg.planned.count),
                    RealisedWords.half(leg.median),
                    RealisedWords.half(leg.median - Double(leg.planned.count)), String(leg.least), String(leg.most),
                ]
            }
        ).text
    }

    private static func cell(_ shown: SmallCounts.Shown) -> String {
        switch shown {
        case .count(let count): String(count)
        case .withheld: "s"
        case .unknown: ""
        }
    }
}
