import GeoModel
import PlanningModel

/// What a venue is in a plan, all but its companions and hours: visits in 4 weeks, their weeks, and for each of its
/// weekdays the team and the half.
struct PlainRole {
    struct Place {
        var crew: Int
        /// Index among the weekdays worked.
        var weekday: Int
        /// Only the morning, only the afternoon, or both.
        var halves: ClosedRange<Int>
    }

    var visits: Int
    var weeks: [Int]
    var isShort: Bool
    var places: [Place]

    var benefit: Int { PlainService.benefit(visits, isShort: isShort) }

    /// Every role that the pins and the former stop of a venue allow.
    static func all(of venue: GeoModel.Place, in service: PlainService) -> [PlainRole] {
        let parameters = service.parameters
        let pins = service.service.pins.filter { $0.venue == venue.id || $0.commune == venue.commune }
        let former = service.service.formerStops.first { $0.venue == venue.id }
        return every(parameters, crews: service.crews.count).filter { role in
            role.places.allSatisfy { place in
                let days = service.crews[place.crew].team.weekdays
                return days == nil || days!.contains(parameters.weekdays[place.weekday])
            }
                && pins.allSatisfy { role.keeps($0, service) }
                && (former.map { role.continues($0, parameters) } ?? true)
                && role.comesWhenOpen(venue.id, service.scenario)
        }
    }

    /// No visit on a date that a closure takes (R38), or that no permit covers where permits are known (R34).
    private func comesWhenOpen(_ venue: String, _ scenario: Scenario) -> Bool {
        let permits = scenario.territory.permits.filter { $0.venue == venue }
        for place in places {
            for week in weeks {
                let weekday = scenario.parameters.weekdays[place.weekday]
                let date = scenario.firstMonday.adding(days: 7 * week + weekday.rawValue)
                let holiday = scenario.calendar.publicHolidays.contains { $0.date == date }
                let isClosed = scenario.calendar.exceptions.contains {
                    $0.place == venue && $0.from <= date && date <= $0.until
                }
                if isClosed && !holiday { return false }
                if !permits.isEmpty, !permits.contains(where: { $0.from <= date && date <= $0.until ?? date }) {
                    return false
                }
            }
        }
        return true
    }

    private static func every(_ parameters: Parameters, crews: Int) -> [PlainRole] {
        let weeks = parameters.cycleWeeks
        let weekdays = parameters.weekdays.indices
        var found: [PlainRole] = []
        for isShort in parameters.shortStops == .yes ? [false, true] : [false] {
            let halves = isShort ? [0...0, 1...1] : [0...0, 1...1, 0...1]
            func places(_ weekday: Int) -> [Place] {
                (0..<crews).flatMap { crew in halves.map { Place(crew: crew, weekday: weekday, halves: $0) } }
            }
            for visits in [4, 2, 1] where visits >= parameters.minimumVisits && visits * weeks % 4 == 0 {
                let gap = 4 / visits
                for first in 0..<gap {
                    for place in weekdays.flatMap(places) {
                        found.append(
                            PlainRole(
                                visits: visits, weeks: Array(stride(from: first, to: weeks, by: gap)),
                                isShort: isShort, places: [place]))
                    }
                }
            }
            // Short tours have no cadence 8.
            guard parameters.twiceWeekly == .yes, !isShort else { continue }
            for early in weekdays {
                for late in weekdays where early < late {
                    for one in places(early) {
                        for other in places(late) {
                            found.append(
                                PlainRole(
                                    visits: 8, weeks: Array(0..<weeks), isShort: isShort, places: [one, other]))
                        }
                    }
                }
            }
        }
        return found
    }

    /// All that a pin asks of a stop, but its start.
    private func keeps(_ pin: Pin, _ service: PlainService) -> Bool {
        if pin.served == false { return false }
        if let least = pin.minimumVisits, visits < least { return false }
        if let most = pin.maximumVisits, visits > most { return false }
        if let allowed = pin.weeks, weeks.contains(where: { !allowed.contains($0 + 1) }) { return false }
        return places.allSatisfy { place in
            if let weekdays = pin.weekdays, !weekdays.contains(service.parameters.weekdays[place.weekday]) {
                return false
            }
            if let half = pin.half, place.halves != (half == .morning ? 0...0 : 1...1) { return false }
            if let van = pin.van, van != service.crews[place.crew].team.van { return false }
            if let crew = pin.crew, crew != service.crews[place.crew].team.crew { return false }
            return true
        }
    }

    /// Keeps weekday and phase of the cycle before.
    private func continues(_ former: FormerStop, _ parameters: Parameters) -> Bool {
        let mine = Set(places.map { parameters.weekdays[$0.weekday] })
        let before = Set(former.weekdays)
        let myWeeks = Set(weeks.map { $0 + 1 })
        let weeksBefore = Set(former.weeks)
        return (mine.isSubset(of: before) || before.isSubset(of: mine))
            && (myWeeks.isSubset(of: weeksBefore) || weeksBefore.isSubset(of: myWeeks))
    }
}
