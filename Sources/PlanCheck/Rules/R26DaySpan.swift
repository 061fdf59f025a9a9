import GeoModel
import PlanningModel

/// R26: from the first start to the last end, 10 h (reported above), exceptionally and at most 12 h under ALISFA, 13 h by law.
/// “Exceptionally” is so many days of a person in 4 weeks (our reading, à confirmer). Rounds of a crew that is shared keep to their
/// team's share of these.
/// Source: ALISFA; 24 h less the daily rest of L3131-1.
public struct DaySpan: Sendable {
    public let id = RuleID.r26
    public var reported: Minutes
    public var maximum: Minutes
    /// In 4 weeks.
    public var longDays: Int
    private let cyclesInFourWeeks: Int

    public init(_ parameters: Parameters) {
        reported = parameters.spanReported
        maximum = parameters.spanMaximum
        longDays = parameters.longDaysMaximum
        cyclesInFourWeeks = parameters.cyclesInFourWeeks
    }

    /// Thousandths of a point over 4 weeks for a day that a crew spends in each cycle: each minute and person above the
    /// reported span, the price of a minute rounded once.
    public func price(of span: Minutes, persons: Int, _ parameters: Parameters) -> Int {
        let minute = Int((1000 * parameters.priceOfSpanHour / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
        return max(0, (span - reported).count) * persons * minute
    }
}

extension DaySpan: CheckingRule {
    private func sharedCrews(in plan: PlanView) -> [Violation] {
        plan.sharedTeams(ofDays: plan.parameters.longDaysInCycle).compactMap { own in
            let found = own.days.count { $0.span > reported }
            guard found > own.share else { return nil }
            return Violation(
                id, .tooManyLongDays, at: PlanLocus(service: own.service, subject: own.team.crew),
                found: .count(found * cyclesInFourWeeks), limit: .count(own.share * cyclesInFourWeeks))
        }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        sharedCrews(in: plan)
            + plan.rosters.flatMap { person, days in
                let long = days.count { $0.span > reported } * cyclesInFourWeeks
                let tooMany =
                    long > longDays
                    ? [
                        Violation(
                            id, .tooManyLongDays, at: PlanLocus(subject: person.id), found: .count(long),
                            limit: .count(longDays))
                    ] : []
                return tooMany
                    + days.compactMap { day in
                        guard day.span > min(reported, maximum) else { return nil }
                        let locus = PlanLocus(week: day.week, weekday: day.weekday, subject: person.id)
                        return day.span > maximum
                            ? Violation(id, .longSpan, at: locus, found: .minutes(day.span), limit: .minutes(maximum))
                            : Violation(
                                id, .spanOverReference, severity: .soft, at: locus, found: .minutes(day.span),
                                limit: .minutes(reported))
                    }
            }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { $0.days.map(\.span) }.max().map { (.minutes($0), .minutes(maximum)) }
    }
}
