import GeoModel
import PlanningModel

/// Openings of a period that fall for one reason: of rounds, fixed centres and listening.
package struct FallenOpenings: Sendable {
    package var state: DatedPlan.State
    package var count: Int
    /// Each once, in order.
    package var dates: [CivilDate]

    /// In the order of their first dates. What another plan of the week holds instead is no loss, and is left out.
    package static func all(_ dated: DatedPlan) -> [FallenOpenings] {
        let all = dated.openings.map { ($0.date, $0.state) } + dated.shifts.map { ($0.date, $0.state) }
        let fallen = all.filter { !$0.1.isHeld && $0.1 != .otherWeek }
        return Dictionary(grouping: fallen, by: \.1).map { state, own in
            FallenOpenings(state: state, count: own.count, dates: Set(own.map(\.0)).sorted())
        }.sorted { ($0.dates[0], $0.dates.count, "\($0.state)") < ($1.dates[0], $1.dates.count, "\($1.state)") }
    }
}
