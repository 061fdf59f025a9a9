import Foundation
import GeoModel
import PlanningModel

/// The prices under which a step is searched: need counts, and euros at one price.
///
/// A plan's value is need less priced costs. On a front cost is a limit and not a price, so all prices of the scenario are set
/// aside. A price of euros is the multiplier of that limit: a bound on value, plus price times limit, bounds the need within the
/// limit (Lagrangian duality). The front's own is so small that it only breaks ties: of plans that reach the same need the cheaper is found, which is how AUGMECON keeps weakly efficient
/// points out (Mavrotas, "Effective implementation of the ε-constraint method…", Applied Mathematics and Computation 213, 2009).
/// What that price can hide of the need is known, and added to every bound.
struct FrontPrices: Sendable {
    /// Points an euro.
    let perEuro: Double
    /// Most days in a cycle: the cost of each is rounded once.
    private let days: Int

    /// What the dearest plan's euros weigh, as a part of all weight of the service.
    static let tieBreak = 0.0002

    init(perEuro: Double, in scenario: Scenario) {
        self.perEuro = perEuro
        let parameters = scenario.parameters
        days = scenario.services[0].teams.count * parameters.weekdays.count * parameters.cycleWeeks
    }

    /// Another price for the same scenario.
    init(perEuro: Double, like other: Self) {
        self.perEuro = perEuro
        days = other.days
    }

    /// A price at which so many euros weigh the tie-break's part of a weight; rounded to two figures, so that it can be read.
    init(euros: Double, weight: MilliPoints, in scenario: Scenario) {
        let price = euros > 0 ? Self.tieBreak * weight.points / euros : 0
        // So many of a second figure's unit; divided by a power of ten, so that the figure is the one that is printed.
        let places = price > 0 ? pow(10, 1 - log10(price).rounded(.down)) : 1
        self.init(perEuro: (price * places).rounded() / places, in: scenario)
    }

    func applied(to scenario: Scenario) -> Scenario {
        var own = scenario
        own.parameters.priceOfVisitBesideSocialCentre = 0
        own.parameters.priceOfStopWithoutPartner = 0
        own.parameters.priceOfKilometreToServices = 0
        own.parameters.priceOfOvertimeHour = 0
        own.parameters.priceOfSpanHour = 0
        own.parameters.pricePerEuro = perEuro
        return own
    }

    /// What `euros` cost at most in points at this price, rounding included; `nil` where there is a price and no limit.
    func most(of euros: Double?) -> MilliPoints? {
        guard perEuro > 0 else { return .zero }
        return euros.map { euros in
            let exact = 1000 * perEuro * euros * (1 + 1e-6)
            return MilliPoints(Int(min(1e12, exact.rounded(.up)))) + rounding
        }
    }

    /// How far the costs of a plan's days, each rounded, may lie from what they are in all.
    var rounding: MilliPoints { perEuro > 0 ? MilliPoints((days + 1) / 2) : .zero }
}
