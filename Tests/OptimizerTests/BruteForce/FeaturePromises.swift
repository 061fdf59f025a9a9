import Foundation
import GeoModel
import PlanningModel

/// Pins, floors, budgets, prices and former stops put beside the best plan without them.
extension FeatureTerritory {
    private func best(_ scenario: Scenario) -> (brute: BruteForce, plan: BrutePlan?) {
        let brute = BruteForce(scenario)
        _ = brute.solve()
        return (brute, brute.bestPlan)
    }

    /// Hours of venues, half of them such that the best plan without hours is out.
    mutating func addHours(_ scenario: inout Scenario) {
        let plan = best(scenario).plan
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa"]
        for venue in scenario.territory.venues {
            var texts = [
                "Mo-Fr 08:00-12:30", "Mo-Fr 13:30-18:00", "Mo-Sa 09:00-12:00,14:30-18:00", "Mo-Fr 09:15-17:15",
                "week 01-53/2 Mo-Fr 08:00-18:30", "Mo-Fr 08:00-19:00; PH off", "Mo-Su 10:00-13:00", "",
            ]
            if let place = plan?.stops.first(where: { $0.venue == venue.id })?.places.first, random.chance(0.7) {
                let day = names[place.weekday.rawValue]
                let isMorning = place.starts[0].count < 12 * 60
                texts = [
                    isMorning ? "Mo-Fr 13:00-18:30" : "Mo-Fr 08:30-13:00", "Mo-Fr 08:00-19:00; \(day) off",
                    "Mo-Sa 08:00-19:00; \(day)[2] off", "Mo-Sa 08:00-19:00; \(day) 11:30-15:00",
                ]
            }
            let text = random.pick(texts)
            if !text.isEmpty { scenario.territory.venueFacts.append(VenueFacts(venue: venue.id, openingHours: text)) }
        }
    }

    /// Closed days and weeks, and gaps between permits, many of them where the best plan without them visits; exemple fictif.
    mutating func addClosures(_ scenario: inout Scenario) {
        guard let plan = best(scenario).plan else { return }
        let parameters = scenario.parameters
        for venue in scenario.territory.venues {
            let stop = plan.stops.first { $0.venue == venue.id }
            guard random.chance(stop == nil ? 0.2 : 0.6) else { continue }
            let week = stop.map { random.pick($0.weeks) } ?? random.whole(1...parameters.cycleWeeks)
            let weekday = stop.map { random.pick($0.places).weekday } ?? random.pick(parameters.weekdays)
            let date = scenario.date(week: week, weekday)
            let last = date.adding(days: random.pick([0, 0, 0, 2, 6]))
            if random.chance(0.3) {
                scenario.territory.permits += [
                    ParkingPermit(venue: venue.id, from: scenario.firstMonday, until: date.adding(days: -1)),
                    ParkingPermit(venue: venue.id, from: last.adding(days: 1), until: nil),
                ]
            } else {
                scenario.calendar.exceptions.append(
                    ClosureCalendar.Exception(place: venue.id, from: date, until: last, reason: "travaux"))
            }
        }
    }

    /// Places in half-days that stops share.
    mutating func addOrders(_ scenario: inout Scenario) {
        for venue in scenario.territory.venues.shuffled(using: &random).prefix(random.whole(1...2)) {
            var pin = Pin(venue: venue.id, order: random.whole(1...scenario.parameters.shortStopsPerHalfDay))
            if random.chance(0.5) { pin.served = true }
            if random.chance(0.3) { pin.half = random.pick(HalfDay.allCases) }
            scenario.services[0].pins.append(pin)
        }
    }

    mutating func addPins(_ scenario: inout Scenario, _ count: Int) {
        guard let plan = best(scenario).plan else { return }
        for _ in 0..<count {
            let stop = plan.stops.isEmpty ? nil : random.pick(plan.stops)
            let idle = scenario.territory.venues.filter { venue in !plan.stops.contains { $0.venue == venue.id } }
            guard let venue = scenario.territory.venues.first(where: { $0.id == stop?.venue }) ?? idle.first else {
                return
            }
            var pin = random.chance(0.7) ? Pin(venue: venue.id) : Pin(commune: venue.commune)
            switch random.whole(0...10) {
            case 0:
                if random.chance(0.4) {
                    pin.served = false
                } else if let other = idle.first {
                    pin = Pin(venue: other.id, served: true)
                }
            case 1: pin.minimumVisits = random.pick([2, 4, 8])
            case 2: pin.maximumVisits = random.pick([1, 2, 4])
            case 3: pin.weekdays = [random.pick(scenario.parameters.weekdays)]
            case 4: pin.half = random.pick(HalfDay.allCases)
            case 5: pin.start = Minutes(random.pick([510, 540, 570, 600, 810, 840, 870]))
            case 6: pin.van = random.pick(scenario.vans).id
            case 9: pin.crew = random.pick(scenario.services[0].teams).crew
            case 10:
                let cycle = Array(1...scenario.parameters.cycleWeeks)
                pin.weeks =
                    random.chance(0.5) ? cycle.filter { $0 % 2 == 0 } : [random.pick(cycle), random.pick(cycle)]
                if pin.weeks == [] { pin.weeks = cycle }
                if random.chance(0.5) { pin.served = true }
            case 7:
                pin.served = true
                pin.half = random.pick(HalfDay.allCases)
                pin.weekdays = [random.pick(scenario.parameters.weekdays)]
            default:
                pin.served = true
                pin.minimumVisits = random.pick([2, 4])
                pin.start = Minutes(random.pick([540, 570, 840, 870]))
            }
            scenario.services[0].pins.append(pin)
        }
    }

    /// Floors above what the best plan gives, as far as a plan that does not mind costs goes or a little further.
    mutating func addFloors(_ scenario: inout Scenario) {
        let (brute, plan) = best(scenario)
        var rich = scenario
        rich.parameters.pricePerEuro = 0
        guard let plan, let most = best(rich).plan else { return }
        let low = brute.shares.figures(plan.credits)
        let high = brute.shares.figures(most.credits)
        func between(_ low: Double, _ high: Double) -> Double {
            let floor = low < high ? low + (high - low) * random.real(0.3...0.9) : low + random.real(-0.1...0.05)
            return (100 * max(0.01, min(0.95, floor))).rounded(.down) / 100
        }
        let kind = random.whole(0...3)
        var floors = Floors()
        if kind == 0 || kind == 3 { floors.everyEpci = between(low.epcis.min()!, high.epcis.min()!) }
        if kind == 1 || kind == 3 { floors.highestNeed = between(low.highestNeed, high.highestNeed) }
        if kind == 2 { floors.worstOff = between(low.worstOff, high.worstOff) }
        scenario.services[0].floors = floors
    }

    mutating func addBudgets(_ scenario: inout Scenario) {
        guard let plan = best(scenario).plan else { return }
        let kind = random.whole(0...3)
        var budgets = Budgets()
        if kind == 0 || kind == 3 { budgets.kilometres = (plan.kilometres * random.real(0.4...1)).rounded() }
        if kind == 1 || kind == 3 { budgets.personHours = (plan.personHours * random.real(0.5...1)).rounded() }
        if kind == 2 { budgets.euros = (plan.euros * random.real(0.4...1)).rounded() }
        scenario.services[0].budgets = budgets
    }

    mutating func addPrices(_ scenario: inout Scenario) {
        let kind = random.whole(0...5)
        if kind == 0 || kind == 3 {
            scenario.parameters.priceOfVisitBesideSocialCentre = random.pick([0.5, 5, 20, 50])
        }
        if kind == 1 || kind == 3 {
            scenario.parameters.priceOfStopWithoutPartner = random.pick([1.2345, 20, 100, 200])
        }
        if kind == 2 || kind == 3 {
            scenario.parameters.overtime = .yes
            scenario.parameters.referenceWeek = Minutes(random.whole(240...600))
            scenario.parameters.priceOfOvertimeHour = random.pick([0.1, 1, 5, 20])
        }
        if kind == 3 || kind == 4 {
            scenario.parameters.priceOfKilometreToServices = random.pick([0.777, 5, 20, 60])
            for (number, commune) in scenario.territory.communes.enumerated() where random.chance(0.5) {
                let kind: FacilityKind = random.pick([.school, .nursery, .rpe, .leisureCentre, .franceServices, .pmi])
                let here = Position(
                    latitude: commune.centre.latitude + random.real(-0.02...0.02), longitude: commune.centre.longitude)
                scenario.territory.facilities.append(
                    Facility(
                        id: "facility \(number)", kind: kind, name: "exemple fictif", commune: commune.code,
                        position: random.chance(0.7) ? here : nil,
                        itinerant: random.pick([.present, .absent, .unknown])))
            }
        }
        if kind == 3 || kind == 5 {
            scenario.parameters.spanReported = Minutes(random.whole(360...600))
            scenario.parameters.priceOfSpanHour = random.pick([0.05, 0.5, 2, 10])
        }
        for commune in scenario.territory.communes where random.chance(0.4) {
            scenario.territory.partners.append(
                Partner(id: "partner \(commune.code)", kind: "pmi", name: "PMI", commune: commune.code))
        }
    }

    mutating func addFormerStops(_ scenario: inout Scenario) {
        guard let plan = best(scenario).plan else { return }
        let weeks = scenario.parameters.cycleWeeks
        var former: [FormerStop] = []
        for stop in plan.stops {
            let phase = random.pick([Array(1...weeks), [1], [weeks], Array(stride(from: 1, through: weeks, by: 2))])
            let weekday = random.chance(0.15) ? .saturday : random.pick(scenario.parameters.weekdays)
            let second = random.pick(scenario.parameters.weekdays)
            former.append(
                FormerStop(
                    venue: stop.venue,
                    weekdays: random.chance(0.2) && second != weekday ? [weekday, second].sorted() : [weekday],
                    weeks: phase))
        }
        scenario.services[0].formerStops = former.sorted { $0.venue < $1.venue }
    }
}
