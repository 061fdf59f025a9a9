import GeoModel
import PlanningModel

/// What a day on the road costs, as the objective counts it. The check and the audit work it out by code of their own.
package struct DayPrice: Sendable {
    private let parameters: Parameters

    package init(_ parameters: Parameters) { self.parameters = parameters }

    /// Euros of a day: kilometres and, where wages are variable, hours of each person of the crew.
    package func euros(metres: Metres, work: Minutes, persons: Int) -> Double {
        var euros = metres.kilometres * parameters.costPerKilometre
        if parameters.wages == .variable {
            euros += Double(work.count) / 60 * parameters.costPerHour * Double(persons)
        }
        return euros
    }

    /// The same in points over 4 weeks, of a day once a cycle: each day is priced and rounded once.
    package func points(metres: Metres, work: Minutes, persons: Int) -> MilliPoints {
        MilliPoints(
            points: euros(metres: metres, work: work, persons: persons) * parameters.pricePerEuro
                * Double(parameters.cyclesInFourWeeks))
    }
}
