import PlanningModel

/// Limits of a whole plan that are known before its hours: work (R21, R22), budgets, and the most half-days it may open.
struct PlainLimits {
    /// By crew.
    let persons: [Int]
    private let limits: [[Int]]
    private let pricePerMinute: Int
    private let isOvertimeForbidden: Bool
    private let weeklyWork: Int
    private let averageWork: Int
    private let minimumHalfDays: [Int]
    private let weeks: Int
    private let weekdays: Int
    private let budgets: Budgets

    init(_ service: PlainService) {
        let parameters = service.parameters
        // A session is not open long enough on both sides of noon; `mayOpenEnough` needs this.
        precondition(parameters.sessionLength.count < 2 * parameters.halfDayMinimum.count)
        persons = service.crews.map(\.persons)
        limits = service.crews.map(\.limits)
        pricePerMinute = service.pricePerMinute
        isOvertimeForbidden = parameters.overtime == .no
        weeklyWork = parameters.weeklyWork.count
        averageWork = parameters.averageWeeklyWork.count
        minimumHalfDays = (1...parameters.cycleWeeks).map { week in
            min(parameters.minimumHalfDays, parameters.lighterWeeks[week] ?? 14)
        }
        weeks = parameters.cycleWeeks
        weekdays = parameters.weekdays.count
        budgets = service.service.budgets
    }

    /// The price of a crew's overtime, given its work in each week; `nil` where it works more than is allowed.
    func overtime(_ crew: Int, _ work: [Int]) -> Int? {
        var (price, total) = (0, 0)
        for work in work where work > 0 {
            if work > weeklyWork { return nil }
            for limit in limits[crew] where work > limit {
                if isOvertimeForbidden { return nil }
                price += pricePerMinute * (work - limit)
            }
            total += work
        }
        return total > averageWork * weeks ? nil : price
    }

    /// What is used in a cycle against the budgets of 4 weeks.
    func fit(metres: Int, personMinutes: Int, euros: Double) -> Bool {
        let cycles = Double(4 / weeks)
        func within(_ used: Double, _ budget: Double?) -> Bool { budget.map { used <= $0 * (1 + 1e-9) } ?? true }
        return within(Double(metres) / 1000 * cycles, budgets.kilometres)
            && within(Double(personMinutes) / 60 * cycles, budgets.personHours) && within(euros * cycles, budgets.euros)
    }

    /// Whether enough half-days (weekday, half) hold anything at all in each week. `content` is by crew, weekday, week
    /// and half.
    func mayOpenEnough(_ content: [Int]) -> Bool {
        let line = weekdays * weeks * 2
        for week in 0..<weeks {
            var open = 0
            for weekday in 0..<weekdays {
                for half in 0..<2 {
                    let cell = (weekday * weeks + week) * 2 + half
                    if persons.indices.contains(where: { content[$0 * line + cell] >= 0 }) { open += 1 }
                }
            }
            if open < minimumHalfDays[week] { return false }
        }
        return true
    }
}
