import Foundation
import GeoModel
import RoundPlan

/// What changes from one plan to another for those who know it, and who must be told what.
package struct ChangeReport {
    package let before: Plan
    package let after: Plan
    /// The one week it speaks of; `nil` for a change that lasts.
    package let week: CivilDate?
    /// Whether the plan goes on as before after that week.
    package let resumes: Bool
    package let changes: [StopChange]
    package let names: ReportNames
    private let oldNames: ReportNames

    package init(_ before: Plan, _ after: Plan, week: CivilDate? = nil, resumes: Bool = false) {
        self.before = before
        self.after = after
        self.week = week
        self.resumes = resumes
        changes = StopChange.all(from: before, to: after)
        names = ReportNames(after.scenario)
        oldNames = ReportNames(before.scenario)
    }

    package var lost: [StopChange] { changes.filter(\.isLost) }
    package var added: [StopChange] { changes.filter(\.isNew) }
    package var moved: [StopChange] { changes.filter { !$0.isLost && !$0.isNew } }

    /// The total of the changes' weights; new stops weigh nothing.
    package var weight: Int { changes.reduce(0) { $0 + $1.weight } }

    package func placeName(_ change: StopChange) -> String {
        (change.isLost ? oldNames : names).placeName(change.venue)
    }

    private func territory(_ change: StopChange) -> Territory {
        change.isLost ? before.scenario.territory : after.scenario.territory
    }

    package func commune(_ change: StopChange) -> Commune? {
        let territory = territory(change)
        return territory.venues.first { $0.id == change.venue }.flatMap { territory.commune($0.commune) }
    }

    /// Partners of the stop's commune, by kind and role: no person.
    package func partners(_ change: StopChange) -> [Partner] {
        guard let code = commune(change)?.code else { return [] }
        return after.scenario.territory.partners.filter { $0.commune == code }.sorted { $0.id < $1.id }
    }

    /// What is known of a stop, in words; `nil` for none.
    package func words(_ stop: KnownStop?, isOld: Bool) -> String? {
        stop.map { ReplanWords.stop($0, of: (isOld ? before : after).scenario, isOld ? oldNames : names) }
    }

    /// The Monday it begins on.
    package var start: CivilDate { week ?? after.scenario.firstMonday }

    /// By week of the new cycle, weeks that differ.
    package var byWeek: [WeekChange] {
        WeekChange.all(from: before, to: after).filter { !$0.gone.isEmpty || !$0.added.isEmpty }
    }

    /// What changes for each stop, then week by week.
    package var sections: [ReportSection] {
        let stops = ReportSection.Table(
            caption: ReplanWords.stopsCaption, headers: ReplanWords.stopHeaders,
            rows: changes.map { change in
                [
                    placeName(change), names.serviceName(change.service), ReplanWords.kind(change),
                    words(change.before, isOld: true) ?? "–", words(change.after, isOld: false) ?? "–",
                    ReplanWords.told(change, self).joined(separator: ", "), String(change.weight),
                ]
            })
        let weeks = ReportSection.Table(
            caption: ReplanWords.weeksCaption, headers: ReplanWords.weekHeaders,
            rows: byWeek.map { week in
                [
                    ReplanWords.weekTitle(week.week, after.scenario),
                    ReplanWords.presences(week.gone, oldNames, several: after.services.count > 1),
                    ReplanWords.presences(week.added, names, several: after.services.count > 1),
                ]
            })
        return [
            ReportSection(
                title: ReplanWords.reportTitle(self),
                texts: changes.isEmpty
                    ? [ReplanWords.noChange]
                    : [ReplanWords.counts(lost: lost.count, moved: moved.count, added: added.count, weight: weight)],
                tables: [stops] + (week == nil ? [weeks] : []))
        ]
    }

    package var lines: [String] {
        guard !changes.isEmpty else { return [ReplanWords.noChange] }
        return [ReplanWords.counts(lost: lost.count, moved: moved.count, added: added.count, weight: weight)]
            + changes.map { ReplanWords.line($0, self) }
    }

    /// Weeks that differ, where all do not speak of one.
    package var weekLines: [String] {
        byWeek.map { change in
            ReplanWords.weekLine(
                ReplanWords.weekTitle(change.week, after.scenario),
                gone: ReplanWords.presences(change.gone, oldNames, several: after.services.count > 1),
                added: ReplanWords.presences(change.added, names, several: after.services.count > 1))
        }
    }
}
