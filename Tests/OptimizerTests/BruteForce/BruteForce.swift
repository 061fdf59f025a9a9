import GeoModel
import RoundPlan

/// The best plan of one small service by looking at every plan. Written from the field guide; shares nothing with
/// the optimizer.
///
/// A plan gives each venue nothing, or a cadence with its first week, a weekday, and a half-day or both.
final class BruteForce {
    private let parameters: Parameters
    private let venues: [Place]
    private let hours: PlainHours
    private let weekdays: [Int]
    private let weeks: Int
    private let crewLimit: Int
    /// By commune that counts, venue and cadence: thousandths of a point.
    private var gains: [[[Int]]] = []
    private var cadences: [(visits: Int, weeks: [[Int]])] = []
    private var metres: [[Int]] = []
    private var outMetres: [Int] = []
    private var homeMetres: [Int] = []
    private let crewSize: Int

    // The search.
    private var cells: [Int]
    private var covered: [[Int]]
    private var hopes: [[Int]] = []
    private var dayTable: [(work: Int, cost: Int)] = []
    private var known: [[Int]: [[PlainHours.Day?]]] = [:]
    private(set) var best: Int?
    private(set) var plansSeen = 0

    init(_ scenario: Scenario) {
        let service = scenario.services[0]
        let parameters = scenario.parameters
        self.parameters = parameters
        let weeks = parameters.cycleWeeks
        self.weeks = weeks
        weekdays = parameters.weekdays.map(\.rawValue)
        let communes = Dictionary(uniqueKeysWithValues: scenario.territory.communes.map { ($0.code, $0) })
        let venues = scenario.territory.venues.filter { service.communes.contains($0.commune) }
        self.venues = venues
        let roads = PlainRoads(parameters: parameters)
        let depot = scenario.territory.depots.first { $0.id == service.teams[0].depot }!
        let stated = KnownRoads(scenario, roads, communes)
        func way(_ a: Place, _ b: Place) -> (metres: Int, seconds: Int) { stated.way(a, b) }
        hours = PlainHours(
            parameters, out: venues.map { PlainRoads.minutesUp(way(depot, $0).seconds) },
            home: venues.map { PlainRoads.minutesUp(way($0, depot).seconds) },
            between: venues.map { from in venues.map { PlainRoads.minutesUp(way(from, $0).seconds) } })
        metres = venues.map { from in venues.map { way(from, $0).metres } }
        outMetres = venues.map { way(depot, $0).metres }
        homeMetres = venues.map { way($0, depot).metres }
        let crew = scenario.staff.filter { $0.crew == service.teams[0].crew }
        crewSize = crew.count
        var limit = parameters.weeklyWork.count
        if parameters.overtime == .no {
            limit = min(limit, parameters.referenceWeek.count, crew.map(\.weeklyHours.count).min()!)
        }
        crewLimit = limit
        cells = Array(repeating: -1, count: weekdays.count * weeks * 2)
        for visits in [4, 2, 1] where visits >= parameters.minimumVisits && visits * weeks % 4 == 0 {
            let gap = 4 / visits
            cadences.append((visits, (0..<gap).map { Array(stride(from: $0, to: weeks, by: gap)) }))
        }
        let offered = cadences.map(\.visits)
        for (commune, weight) in PlainWeights(scenario, service).byCommune where weight > 0 {
            gains.append(
                venues.map { venue in
                    let access = roads.access(stated.family(of: commune, to: venue))
                    return offered.map { Int((Double(weight) * access * roads.frequency($0)).rounded()) }
                })
        }
        covered = [Array(repeating: 0, count: gains.count)]
    }

    /// The value of the best plan in thousandths of a point; `nil` where no plan keeps the rules.
    func solve() -> Int? {
        guard !venues.isEmpty, !gains.isEmpty else { return nil }
        let count = venues.count
        for first in 0...count {
            hopes.append(gains.map { stops in stops[first...].map { $0.max() ?? 0 }.max() ?? 0 })
        }
        dayTable = (-1..<count).flatMap { morning in (-1..<count).map { day(morning, $0) } }
        place(0)
        return best
    }

    private func day(_ morning: Int, _ afternoon: Int) -> (work: Int, cost: Int) {
        if morning < 0 && afternoon < 0 { return (0, 0) }
        let work = hours.work(morning, afternoon)
        let stop = max(morning, afternoon)
        let driven =
            morning < 0 || afternoon < 0 || morning == afternoon
            ? outMetres[stop] + homeMetres[stop]
            : outMetres[morning] + metres[morning][afternoon] + homeMetres[afternoon]
        var euros = Double(driven) / 1000 * parameters.costPerKilometre
        if parameters.wages == .variable {
            euros += Double(work) / 60 * parameters.costPerHour * Double(crewSize)
        }
        // In this order of factors: a half of a thousandth is rounded as the plan and its check round it.
        return (work, Int((euros * parameters.pricePerEuro * Double(4 / weeks) * 1000).rounded()))
    }

    private func cell(_ weekday: Int, _ week: Int, _ half: Int) -> Int { (weekday * weeks + week) * 2 + half }

    private func place(_ venue: Int) {
        let now = covered[venue]
        if let best {
            var hope = 0
            for index in now.indices { hope += max(now[index], hopes[venue][index]) }
            if hope <= best { return }
        }
        guard venue < venues.count else { return judge(now) }
        covered.append(now)
        for (index, cadence) in cadences.enumerated() {
            for commune in gains.indices {
                covered[venue + 1][commune] = max(now[commune], gains[commune][venue][index])
            }
            for pattern in cadence.weeks {
                for weekday in weekdays.indices {
                    for halves in [0...0, 1...1, 0...1] {
                        let wanted = pattern.flatMap { week in halves.map { cell(weekday, week, $0) } }
                        guard wanted.allSatisfy({ cells[$0] < 0 }) else { continue }
                        for place in wanted { cells[place] = venue }
                        self.place(venue + 1)
                        for place in wanted { cells[place] = -1 }
                    }
                }
            }
        }
        covered[venue + 1] = now
        place(venue + 1)
        covered.removeLast()
    }

    /// Weighs a whole plan: first what it is worth, then whether the rules allow it.
    private func judge(_ reached: [Int]) {
        plansSeen += 1
        var value = reached.reduce(0, +)
        var total = 0
        for week in 0..<weeks {
            var work = 0
            var open = 0
            for weekday in weekdays.indices {
                let morning = cells[cell(weekday, week, 0)]
                let afternoon = cells[cell(weekday, week, 1)]
                let day = dayTable[(morning + 1) * (venues.count + 1) + afternoon + 1]
                work += day.work
                value -= day.cost
                open += (morning >= 0 ? 1 : 0) + (afternoon >= 0 ? 1 : 0)
            }
            if work > crewLimit || open < parameters.minimumHalfDays { return }
            total += work
        }
        if let best, value <= best { return }
        if total > parameters.averageWeeklyWork.count * weeks { return }
        let ways = weekdays.indices.map { weekday in
            let content = Array(cells[cell(weekday, 0, 0)..<cell(weekday, 0, 0) + 2 * weeks])
            if let ways = known[content] { return ways }
            let ways = hours.weekday(content)
            known[content] = ways
            return ways
        }
        if hours.canRest(weekdays, ways) { best = value }
    }
}
