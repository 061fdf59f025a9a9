import PlanAnalysis
import PlanningModel

/// R01 week by week, at the dates of the published period: reported beside what the cycle itself keeps.
package enum DatedWeekWords {
    package static var caption: String { "Demi-journées de chaque semaine de la période (R01 à ses dates)" }
    package static var headers: [String] {
        ["Semaine", "Service", "Tenues", "Minimum", "Perdues, et pourquoi", "Rattrapage"]
    }

    /// That the cycle conforms, how many weeks hold less at their dates, and of how many nobody can say.
    package static func text(_ weeks: [OpenedWeek]) -> String {
        guard !weeks.isEmpty else {
            return "La période ne contient aucune semaine du plan : R01 n'y est pas comptée à ses dates."
        }
        let short = Set(weeks.filter(\.isShort).map(\.monday)).count
        let unknown = Set(weeks.filter { !$0.isCovered }.map(\.monday)).count
        let isMet = weeks.allSatisfy(\.isMetByCycle)
        let cycle = isMet ? "Conforme à R01 pour le cycle type" : "Le cycle type n'est pas conforme à R01"
        guard short + unknown > 0 else {
            return cycle
                + (isMet
                    ? ", et chaque semaine de la période l'est à ses dates."
                    : " ; chaque semaine de la période tient pourtant ce minimum à ses dates.")
        }
        let told = [
            cycle,
            short > 0
                ? "à leurs dates, \(ReportFigures.counted(short, "semaine")) de la période en "
                    + (short == 1 ? "tient" : "tiennent") + " moins : c'est signalé, semaine par semaine" : nil,
            unknown > 0
                ? "\(doubt) pour \(ReportFigures.counted(unknown, "semaine")) de la période : on ne sait pas si "
                    + (unknown == 1 ? "elle tient ce minimum à ses dates" : "elles tiennent ce minimum à leurs dates")
                : nil,
        ]
        return told.compactMap { $0 }.joined(separator: " ; ") + "."
    }

    private static var doubt: String { "jours fériés ou vacances non connus" }
    private static var doubtOfWeek: String { doubt + " pour cette semaine" }

    package static func row(_ week: OpenedWeek, _ names: ReportNames) -> [String] {
        let fallen = [losses(week), week.isCovered ? nil : doubtOfWeek].compactMap { $0 }
        return [
            ReportDates.full(week.monday), names.serviceName(week.service), count(week), String(week.minimum),
            fallen.isEmpty ? "–" : fallen.joined(separator: " ; "), catchUps(week, names) ?? "–",
        ]
    }

    /// `Semaine du 29 mars 2027, LR : 3 < 5 demi-journées (R01, pour information ; conforme pour le cycle type). …`
    package static func sentence(_ week: OpenedWeek, _ names: ReportNames) -> String {
        let head =
            "Semaine du \(ReportDates.full(week.monday)), \(names.serviceName(week.service)) : \(count(week)) demi-journées"
        let cycle = week.isMetByCycle ? "conforme pour le cycle type" : "le cycle type n'est pas conforme"
        let parts = [
            "\(head) (R01 à ses dates, signalé ; \(cycle))", losses(week).map { "perdues : \($0)" },
            week.isCovered ? nil : doubtOfWeek,
            catchUps(week, names) ?? (week.isShort ? "aucun autre jour de la semaine ne convient pour rattraper" : nil),
        ]
        return ReportFigures.plain(parts.compactMap { $0 }.joined(separator: " ; ") + ".")
    }

    /// `3 < 5`, or `6`.
    private static func count(_ week: OpenedWeek) -> String {
        week.isShort ? "\(week.held) < \(week.minimum)" : String(week.held)
    }

    private static func losses(_ week: OpenedWeek) -> String? {
        guard !week.losses.isEmpty else { return nil }
        return week.losses.map { loss in
            "\(loss.halfDays) (\(PublicationWords.reason(loss.state) ?? ""), \(ReportDates.list(loss.dates)))"
        }.joined(separator: ", ")
    }

    private static func catchUps(_ week: OpenedWeek, _ names: ReportNames) -> String? {
        guard !week.catchUps.isEmpty else { return nil }
        return week.catchUps.map { catchUp in
            let places = catchUp.day.visits.map { names.placeName($0.venue) }.joined(separator: ", ")
            return (catchUp.isHeld ? "rattrapage prévu le " : "rattrapage possible le ")
                + "\(ReportDates.withWeekday(catchUp.date)) (\(places)) : "
                + "\(ReportFigures.counted(catchUp.halfDays, "demi-journée")), "
                + "\(ReportFigures.kilometres(catchUp.day.distance)), \(ReportFigures.duration(catchUp.day.workTime)) de "
                + "travail par personne, \(ReportFigures.decimal(catchUp.roadEuros, 0)) € de route et "
                + "\(ReportFigures.decimal(catchUp.crewEuros, 0)) € de personnel"
        }.joined(separator: " ; ")
    }
}
