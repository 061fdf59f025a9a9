import GeoModel
import PlanningModel

/// The price of a day on the road, as the objective counts it.
package struct DayPrice: Sendable {
    private let cost: RunningCost
    private let pricePerEuro: Double
    private let cycles: Double

    package init(_ parameters: Parameters) {
        cost = RunningCost(parameters)
        pricePerEuro = parameters.pricePerEuro
        cycles = Double(parameters.cyclesInFourWeeks)
    }

    /// Euros of a day: kilometres and, where wages are variable, hours of each person of the crew.
    package func euros(metres: Metres, work: Minutes, persons: Int) -> Double {
        cost.euros(kilometres: metres.kilometres, hours: Double(work.count) / 60, persons: persons)
    }

    /// The same in points over 4 weeks, of a day once a cycle: each day is priced and rounded once.
    package func points(metres: Metres, work: Minutes, persons: Int) -> MilliPoints {
        MilliPoints(points: euros(metres: metres, work: work, persons: persons) * pricePerEuro * cycles)
    }
}
