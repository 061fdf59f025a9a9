import GeoModel
import PlanningModel

/// R36: a day of someone part-time has one interruption at most, and of 2 h at most, the lunch included. A stop of work no
/// longer than the statutory break is none (our reading, à confirmer).
/// Source: Code du travail, L3123-30; ALISFA, 2.1.7.
public struct PartTimeBreaks: Sendable {
    public let id = RuleID.r36
    private let parameters: Parameters

    public init(_ parameters: Parameters) { self.parameters = parameters }

    private func interruptions(_ day: WorkedDay) -> [Minutes] {
        day.gaps.map(\.length).filter { $0 > parameters.breakLength }
    }

    private func partTime(_ plan: PlanView) -> [(person: StaffMember, days: [WorkedDay])] {
        plan.rosters.filter { parameters.isPartTime($0.person) }
    }
}

extension PartTimeBreaks: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !partTime(plan).isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        partTime(plan).flatMap { person, days in
            days.flatMap { day -> [Violation] in
                let locus = PlanLocus(week: day.week, weekday: day.weekday, subject: person.id)
                let interruptions = interruptions(day)
                var found: [Violation] = []
                if interruptions.count > parameters.partTimeInterruptions {
                    found.append(
                        Violation(
                            id, .tooManyInterruptions, at: locus, found: .count(interruptions.count),
                            limit: .count(parameters.partTimeInterruptions)))
                }
                if let longest = interruptions.max(), longest > parameters.partTimeInterruption {
                    found.append(
                        Violation(
                            id, .longInterruption, at: locus, found: .minutes(longest),
                            limit: .minutes(parameters.partTimeInterruption)))
                }
                return found
            }
        }
    }

    /// The longest interruption.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        partTime(plan).flatMap { $0.days.flatMap(interruptions) }.max()
            .map { (.minutes($0), .minutes(parameters.partTimeInterruption)) }
    }
}
