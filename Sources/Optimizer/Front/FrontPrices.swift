import Foundation
import GeoModel
import RoundPlan

/// The prices under which a front is searched: need counts, and money only breaks ties.
///
/// A plan's value is need less priced costs. On a front cost is a limit and not a price, so all prices are set aside, but for a
/// small one of euros: of plans that reach the same need the cheaper is found, which is how AUGMECON keeps weakly efficient
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

    /// The most that a plan of so many euros can have lost of its need to its price.
    func most(of euros: Double) -> MilliPoints {
        guard perEuro > 0 else { return .zero }
        let exact = 1000 * perEuro * euros * (1 + 1e-6)
        return MilliPoints(Int(min(1e12, exact.rounded(.up))) + (days + 1) / 2)
    }
}
