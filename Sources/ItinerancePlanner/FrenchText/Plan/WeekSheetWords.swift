import GeoModel

/// What the printed pages of a team's weeks say around the times.
package enum WeekSheetWords {
    package static func title(_ week: Int) -> String { "Semaine \(week) du cycle" }
    package static func position(_ week: Int, of weeks: Int) -> String { "semaine \(week) sur \(weeks)" }

    package static var halfDays: String { "Demi-journées d'accueil" }
    package static var road: String { "Route" }
    package static var work: String { "Travail par personne" }
    package static var span: String { "Amplitude la plus longue" }

    /// - Parameter service: half-days of the whole service, where it has other teams.
    package static func least(_ minimum: Int, ofService service: Int?) -> String {
        (service.map { "service : \($0), " } ?? "") + "minimum \(minimum)"
    }
    package static func days(_ count: Int) -> String { ReportFigures.counted(count, "journée") }
    package static func outOf(_ limit: Minutes) -> String { "sur " + ReportFigures.duration(limit) }
    package static func most(_ maximum: Minutes) -> String { "maximum " + ReportFigures.duration(maximum) }

    /// The day's figures: kilometres, work and span.
    package static func figures(_ distance: Metres, work: Minutes, span: Minutes) -> [String] {
        [
            ReportFigures.kilometres(distance), "travail " + ReportFigures.duration(work),
            "amplitude " + ReportFigures.duration(span),
        ]
    }

    /// The name of a day off, and where nobody is received on it.
    package static func dayOff(_ name: String, stops: [String]) -> String {
        name + (stops.isEmpty ? "" : ". Pas d'accueil à " + stops.joined(separator: " ; "))
    }
}
