import GeoModel
import PlanningModel

/// What pins, premises, permits, hours of the venue and of listening, and the cycle before leave possible for one stop.
struct StopRule: Hashable, Sendable {
    var isExcluded = false
    /// By level of the pattern tree.
    var allowsLevel: [Bool]
    /// Whether it must be visited twice a week, and whether it may.
    var mustBeTwice = false
    var mayBeTwice = true
    /// By weekday of the problem.
    var allowsWeekday: [Bool]
    /// Weekdays of a second visit in the week.
    var allowsSecondWeekday: [Bool]
    /// By team of the service.
    var allowsTeam: [Bool]
    var half: HalfDay?
    var start: Minutes?
    /// Its place among the stops of a half-day, from 1.
    var order: Int?
    /// Nodes of the pattern tree that go on from the cycle before.
    var allowsNode: [Bool]
    /// By weekday of the problem: nodes with a visit on a date on which the venue is closed (R38) or that no permit covers
    /// (R34), as bits. Only nodes and weekdays that the rest leaves possible.
    private(set) var barredNodes: [UInt32]
    /// When the venue can be used, by weekday; `nil` where no hours are given.
    var hours: [[Range<Minutes>]]?
    /// R16: when nobody is received because others listen, by weekday.
    var listening: [[Interval]]

    /// Whether an opening may lie there on a weekday, as far as the venue's hours and those of listening go.
    func isOpen(_ opening: Interval, weekday: Int) -> Bool {
        guard !listening[weekday].contains(where: { $0.start < opening.end && opening.start < $0.end }) else {
            return false
        }
        guard let hours else { return true }
        return hours[weekday].contains { $0.lowerBound <= opening.start && opening.end <= $0.upperBound }
    }
}

extension StopRule {
    /// - Throws: `unreadableHours`.
    init(
        _ venue: Place, of service: Service, in scenario: Scenario, _ serving: ServingDates, cadences: [Int],
        tree: PatternTree, repeats: Int
    ) throws(ModelRefusal) {
        let weekdays = scenario.parameters.weekdays
        allowsLevel = Array(repeating: true, count: cadences.count)
        allowsWeekday = Array(repeating: true, count: weekdays.count)
        allowsSecondWeekday = allowsWeekday
        let slots = scenario.listening.filter { $0.isBeside(service.id) }.flatMap(\.slots)
        listening = weekdays.map { weekday in slots.filter { $0.weekday == weekday }.map(\.hours) }
        allowsTeam = Array(repeating: true, count: service.teams.count)
        allowsNode = Array(repeating: true, count: tree.nodes.count)
        barredNodes = weekdays.map { _ in 0 }
        for pin in service.pins where pin.concerns(venue) {
            apply(pin, service, cadences, weekdays)
            if let weeks = pin.weeks { keep(to: Set(weeks), tree, repeats: repeats) }
        }
        applyPremises(venue, service, scenario)
        if let former = service.formerStops.first(where: { $0.venue == venue.id }) {
            goOn(from: former, weekdays, tree, repeats: repeats)
        }
        bar(venue, scenario, serving, tree, repeats: repeats)
        let text = scenario.territory.venueFacts.first { $0.venue == venue.id }?.openingHours ?? ""
        guard !text.isEmpty else { return }
        let opening: OpeningHours
        do { opening = try OpeningHours(parsing: text) } catch {
            throw .unreadableHours(service: service.id, venue: venue.id)
        }
        // What hours say of holidays is told and bars nothing: the cycle is the usual week.
        hours = weekdays.map { weekday in
            (1...scenario.parameters.cycleWeeks).map { scenario.date(week: $0, weekday) }.filter { date in
                scenario.calendar.publicHoliday(on: date) == nil && scenario.calendar.schoolHoliday(on: date) == nil
            }.map { opening.intervals(on: $0, calendar: scenario.calendar) }
                .reduce(nil) { common, own in common.map { Self.common($0, own) } ?? own } ?? [Self.wholeDay]
        }
    }

    /// R04, R05, R34: what is known to be wrong with a venue rules it out, for the vans that do not make up for it.
    private mutating func applyPremises(_ venue: Place, _ service: Service, _ scenario: Scenario) {
        let facts = scenario.territory.venueFacts.first { $0.venue == venue.id } ?? VenueFacts(venue: venue.id)
        for (index, team) in service.teams.enumerated() {
            let van = scenario.vans.first { $0.id == team.van } ?? Van(id: team.van, name: team.van)
            if Premises(venue: facts, van: van).isRuledOut { allowsTeam[index] = false }
        }
        if !allowsTeam.contains(true) { isExcluded = true }
    }

    private static let wholeDay = Minutes(0)..<Minutes(24 * 60)

    /// R34, R38: a pattern is barred on a weekday where one of its dates is.
    private mutating func bar(
        _ venue: Place, _ scenario: Scenario, _ serving: ServingDates, _ tree: PatternTree, repeats: Int
    ) {
        guard !isExcluded else { return }
        for (index, weekday) in scenario.parameters.weekdays.enumerated()
        where allowsWeekday[index] || allowsSecondWeekday[index] {
            let barred = Set(
                (1...scenario.parameters.cycleWeeks).filter { week in
                    let date = scenario.date(week: week, weekday)
                    return (serving.closedVisit(at: venue.id, on: date) ?? serving.permit(at: venue.id, on: date))
                        != nil
                })
            guard !barred.isEmpty else { continue }
            for node in tree.nodes.indices where allowsNode[node] && allowsLevel[tree.nodes[node].level] {
                let weeks = tree.weeks(of: node, repeats: repeats)
                if !weeks.isDisjoint(with: barred) { barredNodes[index] |= 1 << UInt32(node) }
            }
        }
    }

    private static func common(_ a: [Range<Minutes>], _ b: [Range<Minutes>]) -> [Range<Minutes>] {
        a.flatMap { first in
            b.compactMap { second in
                let shared = first.clamped(to: second)
                return shared.isEmpty ? nil : shared
            }
        }
    }

    private mutating func apply(_ pin: Pin, _ service: Service, _ cadences: [Int], _ weekdays: [Weekday]) {
        if pin.served == false { isExcluded = true }
        if let least = pin.minimumVisits {
            for level in cadences.indices where cadences[level] < least && cadences[level] != 4 {
                allowsLevel[level] = false
            }
            if least > 4 { mustBeTwice = true }
        }
        if let most = pin.maximumVisits {
            for level in cadences.indices where cadences[level] > most { allowsLevel[level] = false }
            if most < 8 { mayBeTwice = false }
        }
        if let allowed = pin.weekdays {
            for index in weekdays.indices where !allowed.contains(weekdays[index]) {
                allowsWeekday[index] = false
                allowsSecondWeekday[index] = false
            }
        }
        if let van = pin.van {
            for index in service.teams.indices where service.teams[index].van != van { allowsTeam[index] = false }
        }
        if let crew = pin.crew {
            for index in service.teams.indices where service.teams[index].crew != crew { allowsTeam[index] = false }
        }
        if let pinned = pin.half {
            if let half, half != pinned { isExcluded = true }
            half = pinned
        }
        if let pinned = pin.start {
            if let start, start != pinned { isExcluded = true }
            start = pinned
        }
        if let pinned = pin.order {
            if let order, order != pinned { isExcluded = true }
            order = pinned
        }
    }

    private mutating func keep(to weeks: Set<Int>, _ tree: PatternTree, repeats: Int) {
        for node in tree.nodes.indices where !tree.weeks(of: node, repeats: repeats).isSubset(of: weeks) {
            allowsNode[node] = false
        }
    }

    private mutating func goOn(from former: FormerStop, _ weekdays: [Weekday], _ tree: PatternTree, repeats: Int) {
        for index in weekdays.indices where !former.weekdays.contains(weekdays[index]) {
            allowsWeekday[index] = false
            if former.weekdays.count > 1 { allowsSecondWeekday[index] = false }
        }
        let before = Set(former.weeks)
        for node in tree.nodes.indices {
            let weeks = tree.weeks(of: node, repeats: repeats)
            guard !(weeks.isSubset(of: before) || weeks.isSuperset(of: before)) else { continue }
            allowsNode[node] = false
        }
    }
}
