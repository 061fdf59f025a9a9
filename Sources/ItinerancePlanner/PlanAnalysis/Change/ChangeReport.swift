import Foundation
import GeoModel
import PlanningModel

/// What changes from one plan to another for those who know it, and who must be told what.
package struct ChangeReport {
    package let before: Plan
    package let after: Plan
    /// The one week it speaks of; `nil` for a change that lasts.
    package let week: CivilDate?
    /// Whether the plan goes on as before after that week.
    package let resumes: Bool
    package let changes: [StopChange]

    package init(_ before: Plan, _ after: Plan, week: CivilDate? = nil, resumes: Bool = false) {
        self.before = before
        self.after = after
        self.week = week
        self.resumes = resumes
        changes = StopChange.all(from: before, to: after)
    }

    package var lost: [StopChange] { changes.filter(\.isLost) }
    package var added: [StopChange] { changes.filter(\.isNew) }
    package var moved: [StopChange] { changes.filter { !$0.isLost && !$0.isNew } }

    /// The total of the changes' weights; new stops weigh nothing.
    package var weight: Int { changes.reduce(0) { $0 + $1.weight } }

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

    /// The Monday it begins on.
    package var start: CivilDate { week ?? after.scenario.firstMonday }

    /// By week of the new cycle, weeks that differ.
    package var byWeek: [WeekChange] {
        WeekChange.all(from: before, to: after).filter { !$0.gone.isEmpty || !$0.added.isEmpty }
    }
}
