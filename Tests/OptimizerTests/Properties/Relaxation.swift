import GeoModel
import PlanningModel
import TestSupport

/// A rule made weaker, or a choice added: what was a plan before is still one, and worth no less.
enum Relaxation: String, CaseIterable, Sendable {
    case pinDropped, floorsLowered, budgetsRaised, hoursAdded, twiceWeeklyAllowed, shortStopsAllowed, venueHoursWidened
    case teamAdded, formerStopForgotten, halfDaysLowered, pricesHalved

    /// The weaker scenario; `nil` where there is nothing to weaken.
    func apply(to scenario: Scenario) -> Scenario? {
        var other = scenario
        switch self {
        case .pinDropped:
            guard !other.services[0].pins.isEmpty else { return nil }
            other.services[0].pins.removeLast()
        case .floorsLowered:
            guard other.services[0].floors != Floors() else { return nil }
            for floor in [\Floors.everyEpci, \.highestNeed, \.worstOff] {
                other.services[0].floors[keyPath: floor] = other.services[0].floors[keyPath: floor].map { $0 * 0.8 }
            }
        case .budgetsRaised:
            guard other.services[0].budgets != Budgets() else { return nil }
            for budget in [\Budgets.kilometres, \.personHours, \.euros] {
                other.services[0].budgets[keyPath: budget] =
                    other.services[0].budgets[keyPath: budget].map { $0 * 1.25 + 1 }
            }
        case .hoursAdded:
            other.parameters.referenceWeek = other.parameters.referenceWeek + Minutes(90)
            for index in other.staff.indices {
                other.staff[index].weeklyHours = other.staff[index].weeklyHours + Minutes(60)
            }
        case .twiceWeeklyAllowed:
            guard other.parameters.twiceWeekly == .no else { return nil }
            other.parameters.twiceWeekly = .yes
        case .shortStopsAllowed:
            guard other.parameters.shortStops == .no else { return nil }
            other.parameters.shortStops = .yes
        case .venueHoursWidened:
            guard !other.territory.venueFacts.isEmpty else { return nil }
            other.territory.venueFacts[0].openingHours = ""
        case .teamAdded:
            guard other.services[0].teams.count == 1 else { return nil }
            var team = other.services[0].teams[0]
            team.van = "another"
            team.crew = "others"
            other.services[0].teams.append(team)
            other.vans.append(Van(id: "another", name: "Another"))
            other.staff.append(
                StaffMember(id: "o", crew: "others", roles: [.accueillant, .driver], weeklyHours: Minutes(600)))
        case .formerStopForgotten:
            guard !other.services[0].formerStops.isEmpty else { return nil }
            other.services[0].formerStops.removeLast()
        case .halfDaysLowered:
            guard other.parameters.minimumHalfDays > 0 else { return nil }
            other.parameters.minimumHalfDays -= 1
        case .pricesHalved:
            other.parameters.priceOfVisitBesideSocialCentre /= 2
            other.parameters.priceOfStopWithoutPartner /= 2
            other.parameters.priceOfKilometreToServices /= 2
            other.parameters.priceOfOvertimeHour /= 2
            other.parameters.priceOfSpanHour /= 2
        }
        return other
    }
}

/// A scenario that is the same in other words.
enum Rewording: String, CaseIterable, Sendable {
    case communesShuffled, venuesShuffled, teamsSwapped, pinsShuffled, needsScaled, staffReversed

    func apply(to scenario: Scenario, seed: Int) -> Scenario? {
        var random = TestRandom(UInt64(seed))
        var other = scenario
        switch self {
        case .communesShuffled: other.territory.communes.shuffle(using: &random)
        case .venuesShuffled: other.territory.venues.shuffle(using: &random)
        case .teamsSwapped:
            guard other.services[0].teams.count > 1 else { return nil }
            other.services[0].teams.reverse()
        case .pinsShuffled: other.services[0].pins.shuffle(using: &random)
        case .needsScaled:
            // Few births are mixed with others' rates, which is no matter of scale.
            guard other.services[0].kind == .parentingResource else { return nil }
            for index in other.territory.communes.indices {
                other.territory.communes[index].households = other.territory.communes[index].households.map { 10 * $0 }
            }
        case .staffReversed: other.staff.reverse()
        }
        return other
    }
}
