import GeoModel
import PlanningModel

// What a day costs in the objective, in thousandths of a point: its kilometres and hours, and its span beyond what R26
// reports.

extension RoundsProblem {
    /// Thousandths for kilometres, and for hours where wages are variable, of a day once a cycle. Each day is priced and
    /// rounded once, as the check does it; folded weeks then count as often as they repeat.
    func runningCost(metres: Int, work: Int, persons: Int) -> Int {
        DayPrice(parameters).points(metres: Metres(metres), work: Minutes(work), persons: persons).count
    }

    /// Thousandths for the minutes of a day, once a cycle, that its crew spans above the reported span.
    func spanPrice(_ hours: DayClock.Hours, persons: Int) -> Int {
        max(0, (hours.arrival - hours.departure - parameters.spanReported).count) * persons * spanMinutePrice
    }

    /// Thousandths for a minute of one person, on a day of each cycle.
    var spanMinutePrice: Int {
        Int((1000 * parameters.priceOfSpanHour / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
    }
}
