import GeoModel
import PlanAnalysis
import PlanningModel

extension DatedPlan {
    /// Days that are published at once, at most.
    private static var mostDays: Int { 731 }

    /// A plan on the days that are published: its cycle where they are not given; weeks that have a plan of their own take
    /// the place of those of the cycle.
    ///
    /// - Parameter weekPlans: paths of plans of single weeks. They have to hold, whatever is taken of the lasting plan.
    /// - Throws: `PublicationFailure`; `RefusedPlan`; `InputFailure` where a plan cannot be read.
    package init(_ plan: Plan, from: CivilDate?, until: CivilDate?, weekPlans: [String]) throws {
        let first = plan.scenario.firstMonday
        let start = from ?? first
        let end = until ?? start.adding(days: 7 * plan.scenario.parameters.cycleWeeks - 1)
        guard start >= first else { throw PublicationFailure.beforeThePlan(first: first) }
        guard end >= start else { throw PublicationFailure.endsBeforeStart(start, until: end) }
        guard end.dayNumber - start.dayNumber <= Self.mostDays else { throw PublicationFailure.tooLong }
        self.init(plan: plan, period: start...end, weeks: try Self.weeks(weekPlans, of: plan))
    }

    private static func weeks(_ paths: [String], of plan: Plan) throws -> [CivilDate: Plan] {
        var found: [CivilDate: Plan] = [:]
        for path in paths {
            // What a report says of the lasting plan, nothing would say of this one.
            let own = try CheckedPlan(path).plan
            let monday = own.scenario.firstMonday
            let services = own.services.map(\.id)
            guard own.scenario.parameters.cycleWeeks == 1 else { throw PublicationFailure.notAWeek(path: path) }
            guard Set(services) == Set(plan.services.map(\.id)) else {
                throw PublicationFailure.weekOfOtherPlan(path: path, services: services)
            }
            guard monday >= plan.scenario.firstMonday else {
                throw PublicationFailure.weekBeforeThePlan(path: path, monday, first: plan.scenario.firstMonday)
            }
            guard found.updateValue(own, forKey: monday) == nil else { throw PublicationFailure.weekTwice(monday) }
        }
        return found
    }
}
