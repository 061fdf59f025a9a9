import GeoModel
import PlanningModel

/// R25: no more than 6 h of work on end without a break of 20 min, anywhere in the day, and no opening during it.
/// Source: Code du travail, L3121-16.
public struct WorkBreak: Sendable {
    public let id = RuleID.r25
    public var after: Minutes
    public var length: Minutes

    public init(_ parameters: Parameters) {
        after = parameters.breakAfter
        length = parameters.breakLength
    }

    /// Work on end between breaks that are long enough; all of the day's where there is none.
    func stretches(_ day: WorkedDay) -> [Minutes] {
        let breaks = day.breaks.filter { $0.length >= length }
        let starts = [day.departure] + breaks.map(\.end)
        let ends = breaks.map(\.start) + [day.arrival]
        return zip(starts, ends).map { start, end in
            day.work.reduce(.zero) { $0 + $1.shared(with: Interval(start: start, end: end)) }
        }
    }

    private func longest(_ day: WorkedDay) -> Minutes { stretches(day).max() ?? .zero }
}

extension WorkBreak: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            days.flatMap { day -> [Violation] in
                let locus = PlanLocus(week: day.week, weekday: day.weekday, subject: person.id)
                var found: [Violation] = []
                let worked = longest(day)
                // Once that much is worked in the day there is a break, even where no stretch is longer.
                if worked > after || day.workTime >= after && !day.breaks.contains(where: { $0.length >= length }) {
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
        plan.rosters.flatMap { $0.days.map(longest) }.max().map { (.minutes($0), .minutes(after)) }
    }
}
