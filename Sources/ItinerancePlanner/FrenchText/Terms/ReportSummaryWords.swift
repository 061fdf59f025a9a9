import GeoModel
import PlanAnalysis
import PlanningModel

/// The figures of a summary as words, for the terminal and for the printed pages.
package enum SummaryWords {
    package static func need(_ service: ServiceSummary) -> String {
        guard service.pointsAtStake > 0 else { return "inconnu : aucune commune n'a de besoin connu" }
        return
            "\(ReportFigures.percent(service.shareReached)) (\(ReportFigures.points(service.pointsReached)) points sur "
            + "\(ReportFigures.points(service.pointsAtStake)))"
    }

    /// `2 (trop denses : 2)`.
    package static func offTarget(_ offTarget: ServiceSummary.OffTarget) -> String {
        let reasons = [
            ("trop denses", offTarget.tooDense), ("densité ou population inconnue", offTarget.unknown),
            ("exclues à la main", offTarget.excluded),
        ].filter { $0.1 > 0 }.map { "\($0.0) : \(ReportFigures.integer($0.1))" }
        return ReportFigures.integer(offTarget.total)
            + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: " ; ")))")
    }

    package static func benefit(_ benefit: Double?) -> String {
        benefit.map { "bénéfice moyen \(ReportFigures.percent($0))" } ?? "sans objet"
    }

    package static func gini(_ gini: Double?) -> String {
        gini.map { ReportFigures.decimal($0, 3) + " (0 : égalité, 1 : tout à une seule commune)" } ?? "sans objet"
    }

    package static func travel(_ minutes: Double?) -> String {
        minutes.map { ReportFigures.decimal($0, 1) + ReportFigures.noBreak + "min" } ?? "sans objet"
    }

    /// `153,4 ; 150,1 (moyenne 151,8 km)`, or one figure where all weeks are alike.
    package static func weekly(_ weeks: [Double], _ mean: Double, _ unit: String) -> String {
        let texts = weeks.map { weekly($0, unit) }
        guard Set(texts).count > 1 else { return weekly(mean, unit) + " chaque semaine" }
        return texts.joined(separator: " ; ") + " (moyenne \(weekly(mean, unit)))"
    }

    private static func weekly(_ value: Double, _ unit: String) -> String {
        unit == "h"
            ? ReportFigures.duration(Minutes(Int((value * 60).rounded())))
            : ReportFigures.decimal(value, 1) + ReportFigures.noBreak + unit
    }

    package static func cost(_ service: ServiceSummary) -> String {
        "\(ReportFigures.euros(service.roadEuros)) de route ; \(ReportFigures.euros(service.staffEuros)) de personnel"
            + (service.staffIsPriced ? " (comptés dans la valeur)" : " (non comptés dans la valeur)")
    }

    package static func value(_ service: ServiceSummary) -> String {
        "\(ReportFigures.points(service.value)) points ; borne \(ReportFigures.points(service.bound)) ; "
            + "écart \(ReportWords.gap(service.gap))"
    }

    /// `Lundi 29 mars 2027, férié (Lundi de Pâques) : 2 demi-journées en moins, il en reste 6 (minimum 5)`.
    package static func holiday(_ holiday: HolidaySummary, service: String?) -> String {
        let date = ReportDates.withWeekday(holiday.date)
        let kind = holiday.kind == .publicHoliday ? "férié" : "vacances scolaires"
        let lost =
            holiday.halfDaysLost == 0
            ? "pas de tournée ce jour-là"
            : ReportFigures.counted(holiday.halfDaysLost, "demi-journée") + " en moins, il en reste "
                + "\(holiday.halfDaysLeft) (minimum \(holiday.minimumHalfDays))"
        return date.prefix(1).uppercased() + date.dropFirst() + ", \(kind) (\(holiday.name))"
            + (service.map { ", \($0)" } ?? "") + " : " + lost
    }

    /// Why a date is closed; `nil` where it is open or not known to be closed.
    package static func closed(_ date: CivilDate, in scenario: Scenario) -> String? {
        if let name = scenario.calendar.publicHoliday(on: date) { return name }
        guard scenario.parameters.schoolHolidays == .closed else { return nil }
        return scenario.calendar.schoolHoliday(on: date)
    }

    package static func notCovered(_ dates: [CivilDate]) -> String {
        "Dates non couvertes par les calendriers (jours fériés à vérifier) : \(ReportDates.list(dates))"
    }
}
