import GeoModel
import PlanningModel
import ScenarioFiles

/// What happened over some weeks of a plan, opening by opening.
package struct Realised: Sendable {
    package struct Opening: Sendable {
        package var planned: DatedPlan.Opening
        package var line: RealisedLine?
        /// After the last day that is told of.
        package var isToCome: Bool

        /// Nothing is known of it, though its day has passed and no calendar closed it.
        package var isUnknown: Bool { line == nil && !isToCome && planned.state.isHeld }
        package var isHeld: Bool { line.map { $0.state != .cancelled } ?? false }

        /// Minutes after its hour; `nil` where nobody wrote when it began.
        package var lateness: Minutes? {
            guard isHeld, let start = line?.start else { return nil }
            return max(.zero, start - planned.hours.start)
        }

        /// The hours it was open, as far as they are told, else as planned.
        package var heldHours: Interval? {
            guard isHeld, let line else { return nil }
            return Interval(start: line.start ?? planned.hours.start, end: line.end ?? planned.hours.end)
        }

        package init(planned: DatedPlan.Opening, line: RealisedLine? = nil, isToCome: Bool) {
            self.planned = planned
            self.line = line
            self.isToCome = isToCome
        }
    }

    package struct DepotKey: Hashable, Sendable {
        package var date: CivilDate
        package var service: String
        package var depot: String
    }

    package let plan: Plan
    /// The last day that is told of.
    package let until: CivilDate
    /// Of whole weeks, in the order of dates and hours.
    package let openings: [Opening]
    package let depots: [DepotKey: RealisedLine]
}
