import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import TabularData

/// `horaires.csv`: one line for each opening of each dated day. UTF-8 with BOM, `;`, decimal comma.
package struct TimetableTable: Sendable {
    package static let columns = [
        "service", "semaine", "date", "jour", "ordre", "lieu", "commune", "code_insee", "arrivee", "ouverture_debut",
        "ouverture_fin", "depart", "km_depuis_precedent", "vehicule", "equipe", "cadence_4_semaines", "jour_ferie",
        "statut",
    ]

    private let plan: Plan
    private let names: ReportNames

    package init(_ plan: Plan) {
        self.plan = plan
        names = ReportNames(plan.scenario)
    }

    package var text: String {
        let checked = PlanView(plan)
        let lines = checked.services.flatMap { view -> [[String]] in
            let cadences = Dictionary(
                view.visitsByVenue.map { ($0.venue, $0.visits.count * checked.parameters.cyclesInFourWeeks) },
                uniquingKeysWith: { first, _ in first })
            return view.plan.days.flatMap { rows(of: $0, view.service, cadences) }
        }
        return CSVText(.excel, Self.columns, lines).text
    }

    private func rows(of day: DayRound, _ service: Service, _ cadences: [String: Int]) -> [[String]] {
        let scenario = plan.scenario
        let date = scenario.date(week: day.week, day.weekday)
        var order = 0
        return DayRoad(day).visits.flatMap { visit, halt -> [[String]] in
            let place = names.place(visit.venue)
            return visit.openings.enumerated().map { turn, opening in
                order += 1
                let isFirst = turn == 0
                let isLast = turn == visit.openings.count - 1
                return [
                    service.name, String(day.week), date.iso, day.weekday.key, String(order),
                    names.placeName(visit.venue), place.map { names.communeName($0.commune) } ?? "",
                    place?.commune ?? "",
                    isFirst ? DataClock.text(halt.arrival) : "",
                    DataClock.text(opening.start), DataClock.text(opening.end),
                    isLast ? DataClock.text(halt.leaving ?? visit.departure) : "",
                    isFirst ? Self.kilometres(halt.drive.distance) : "", names.vanName(day.van), day.crew,
                    cadences[visit.venue].map(String.init) ?? "",
                    scenario.calendar.publicHoliday(on: date) ?? "",
                    status(day, place),
                ]
            }
        }
    }

    private func status(_ day: DayRound, _ place: Place?) -> String {
        ReportWords.status(plan.scenario.closure(week: day.week, day.weekday), place: place?.standing ?? "")
    }

    /// Three decimals without a separator of thousands, which a spreadsheet would read as text.
    private static func kilometres(_ distance: Metres) -> String {
        ReportFigures.ungrouped(distance.kilometres, 3)
    }
}
