import GeoModel
import PlanningModel

/// R25: a break of 20 min before 6 h are worked, and no opening during it.
/// Source: Code du travail, L3121-16.
public struct WorkBreak: Sendable {
    public let id = RuleID.r25
    public var after: Minutes
    public var length: Minutes

    public init(_ parameters: Parameters) {
        after = parameters.breakAfter
        length = parameters.breakLength
    }

    /// Work done before the first break that is long enough; all of the day's where there is none.
    func workBeforeBreak(_ day: WorkedDay) -> Minutes {
        let first = day.breaks.filter { $0.length >= length }.map(\.start).min()
        guard let first else { return day.workTime }
        return day.work.reduce(.zero) { $0 + max(.zero, min($1.end, first) - $1.start) }
    }
}

extension WorkBreak: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            days.flatMap { day -> [Violation] in
                let locus = PlanLocus(week: day.week, weekday: day.weekday, subject: person.id)
                var found: [Violation] = []
                let worked = workBeforeBreak(day)
                if day.workTime >= after && worked > after
                    || day.workTime >= after && !day.breaks.contains(where: { $0.length >= length })
                {
                    found.append(
                        Violation(id, .missingBreak, at: locus, found: .minutes(worked), limit: .minutes(after)))
                }
                let during = day.breaks.contains { pause in
                    day.work.contains { $0.start < pause.end && pause.start < $0.end }
                }
                if during { found.append(Violation(id, .openWithoutBreak, at: locus)) }
                return found
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { $0.days.map(workBeforeBreak) }.max().map { (.minutes($0), .minutes(after)) }
    }
}
