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
        _ venue: Place, of service: Service, in scenario: Scenario, cadences: [Int], tree: PatternTree, repeats: Int
    ) throws(ModelRefusal) {
        let weekdays = scenario.parameters.weekdays
        allowsLevel = Array(repeating: true, count: cadences.count)
        allowsWeekday = Array(repeating: true, count: weekdays.count)
        allowsSecondWeekday = allowsWeekday
        let slots = scenario.listening.filter { $0.isBeside(service.id) }.flatMap(\.slots)
        listening = weekdays.map { weekday in slots.filter { $0.weekday == weekday }.map(\.hours) }
        allowsTeam = Array(repeating: true, count: service.teams.count)
        allowsNode = Array(repeating: true, count: tree.nodes.count)
        for pin in service.pins where pin.concerns(venue) {
            apply(pin, service, cadences, weekdays)
            if let weeks = pin.weeks { keep(to: Set(weeks), tree, repeats: repeats) }
        }
        applyPremises(venue, service, scenario)
        applyPermits(venue, scenario, tree, repeats: repeats)
        if let former = service.formerStops.first(where: { $0.venue == venue.id }) {
            goOn(from: former, weekdays, tree, repeats: repeats)
        }
        let text = scenario.territory.venueFacts.first { $0.venue == venue.id }?.openingHours ?? ""
        guard !text.isEmpty else { return }
        let opening: OpeningHours
        do { opening = try OpeningHours(parsing: text) } catch {
            throw .unreadableHours(service: service.id, venue: venue.id)
        }
        hours = weekdays.map { weekday in
            (1...scenario.parameters.cycleWeeks).map { week in
                opening.intervals(
                    on: scenario.date(week: week, weekday), publicHoliday: false, schoolHoliday: false)
            }.reduce(nil) { common, own in common.map { Self.common($0, own) } ?? own } ?? []
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

    /// R34: where permits are known, no visit in a week with a round's weekday that they do not cover.
    private mutating func applyPermits(_ venue: Place, _ scenario: Scenario, _ tree: PatternTree, repeats: Int) {
        let permits = scenario.territory.permits.filter { $0.venue == venue.id }
        guard !permits.isEmpty else { return }
        let weeks = (1...scenario.parameters.cycleWeeks).map { week in
            scenario.parameters.weekdays.allSatisfy { weekday in
                permits.contains { $0.isValid(on: scenario.date(week: week, weekday)) }
            }
        }
        for node in tree.nodes.indices {
            let own = tree.weeks(of: node, repeats: repeats)
            if !own.allSatisfy({ weeks[$0 - 1] }) { allowsNode[node] = false }
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
