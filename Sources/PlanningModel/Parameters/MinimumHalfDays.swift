extension Parameters {
    /// R01, a fact of the model: half-days that a week of the cycle, from 1, opens at least.
    public func minimumHalfDays(inWeek week: Int) -> Int {
        min(minimumHalfDays, lighterWeeks[week] ?? minimumHalfDays)
    }
}
