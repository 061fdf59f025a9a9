import PlanAnalysis
import PlanningModel

/// What changes from one plan to another, in sentences.
package struct ChangeText {
    package let report: ChangeReport
    package let names: ReportNames
    private let oldNames: ReportNames
    private var severalServices: Bool { report.after.services.count > 1 }

    package init(_ report: ChangeReport) {
        self.report = report
        names = ReportNames(report.after.scenario)
        oldNames = ReportNames(report.before.scenario)
    }

    package func placeName(_ change: StopChange) -> String {
        (change.isLost ? oldNames : names).placeName(change.venue)
    }

    /// What was known of a stop; `nil` for a new one.
    package func before(_ change: StopChange) -> String? {
        change.before.map { ReplanWords.stop($0, of: report.before.scenario, oldNames) }
    }

    /// What is known of a stop from now on; `nil` for one that is lost.
    package func after(_ change: StopChange) -> String? {
        change.after.map { ReplanWords.stop($0, of: report.after.scenario, names) }
    }

    package var title: String {
        report.week.map { "Semaine du \(ReportDates.full($0))" }
            ?? "À partir du \(ReportDates.full(report.after.scenario.firstMonday))"
    }

    package var counts: String {
        guard !report.changes.isEmpty else { return ReplanWords.noChange }
        return [
            ReportFigures.counted(report.lost.count, "arrêt supprimé", "arrêts supprimés"),
            ReportFigures.counted(report.moved.count, "arrêt changé", "arrêts changés"),
            ReportFigures.counted(report.added.count, "arrêt nouveau", "arrêts nouveaux"),
        ].joined(separator: ", ") + " ; poids des changements : \(report.weight)."
    }

    /// Stop by stop.
    package var lines: [String] { [counts] + report.changes.map(line) }

    private func line(_ change: StopChange) -> String {
        let service = severalServices ? " (\(names.serviceName(change.service)))" : ""
        let name = placeName(change) + service
        switch (before(change), after(change)) {
        case (let before?, nil): return "  – \(name) : plus d'arrêt (c'était \(before))"
        case (nil, let after?): return "  + \(name) : nouvel arrêt, \(after)"
        case (let before?, let after?):
            let fields = change.fields.map(ReplanWords.field).joined(separator: ", ")
            return "  ~ \(name) : \(before) → \(after) (\(fields))"
        case (nil, nil): return "  \(name)"
        }
    }

    // MARK: Weeks

    package func title(_ week: WeekChange) -> String {
        let scenario = report.after.scenario
        let cycle = scenario.parameters.cycleWeeks
        return "Semaine \(week.week) (\(ReportDates.dayMonth(scenario.firstMonday.adding(days: 7 * (week.week - 1))))"
            + (cycle > 1 ? " puis toutes les \(cycle) semaines)" : " et les suivantes)")
    }

    package func gone(_ week: WeekChange) -> String { presences(week.gone, oldNames) }
    package func added(_ week: WeekChange) -> String { presences(week.added, names) }

    /// `mardi matin Trélon ; jeudi après-midi Anor`.
    private func presences(_ all: [WeekChange.Presence], _ names: ReportNames) -> String {
        all.map { presence in
            "\(presence.weekday.key) \(ReportWords.halfDay(presence.half)) \(names.placeName(presence.venue))"
                + (severalServices ? " (\(names.serviceName(presence.service)))" : "")
        }.joined(separator: " ; ")
    }

    /// Weeks of the cycle that differ.
    package var weekLines: [String] {
        report.byWeek.map { week in
            let (gone, added) = (gone(week), added(week))
            return "\(title(week)) : "
                + [gone.isEmpty ? nil : "– \(gone)", added.isEmpty ? nil : "+ \(added)"].compactMap { $0 }
                .joined(separator: "  ")
        }
    }

    // MARK: Who is told

    /// Mayor, then partners of the commune, then parents.
    package func told(_ change: StopChange) -> [String] {
        let commune = report.commune(change)?.name ?? placeName(change)
        return ["mairie : \(commune)"]
            + report.partners(change).map { "\($0.name)" + ($0.contactRole.isEmpty ? "" : " (\($0.contactRole))") }
            + ["parents : affiche du lieu"]
    }

    package func notice(_ change: StopChange) -> String {
        let name = placeName(change)
        let service = names.serviceName(change.service)
        let before = before(change)
        let after = after(change)
        let what: String
        if let week = report.week {
            let days = "La semaine \(ReportDates.range(week, week.adding(days: 6)))"
            what =
                after.map { "\(days), l'accueil de \(service) à \(name) change : \($0). Au lieu de : \(before ?? "")." }
                ?? "\(days), \(service) ne vient pas à \(name) (habituellement \(before ?? ""))."
                + (report.resumes ? " Ensuite tout reprend." : "")
        } else {
            let day = ReportDates.full(report.after.scenario.firstMonday)
            what =
                switch (before, after) {
                case (let before?, nil):
                    "À partir du \(day), \(service) ne vient plus à \(name) (c'était \(before))."
                case (nil, let after?): "À partir du \(day), \(service) vient à \(name) : \(after)."
                case (let before?, let after?):
                    "À partir du \(day), l'accueil de \(service) à \(name) change : \(after). Avant : \(before)."
                case (nil, nil): name
                }
        }
        return "À : \(told(change).joined(separator: " ; "))\n\(what)"
    }
}
