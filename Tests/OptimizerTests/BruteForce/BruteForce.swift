import GeoModel
import PlanningModel

/// The best plan of one small service by looking at every plan. Written from the contract (docs/modele.md, "What a
/// plan is") and the field guide; shares nothing with the optimizer.
///
/// Each venue in turn gets nothing or one of its roles; then every order of every short tour is tried; then what the
/// plan is worth and the rules are looked at; last the hours.
final class BruteForce {
    let service: PlainService
    let shares: PlainShares
    private let rests: PlainRests
    private let parameters: Parameters
    /// By venue: each role it may have.
    private let choices: [[Choice]]
    private let weeks: Int
    /// Venues of which at least one must be a stop, for each pin that asks for one.
    private let wanted: [[Int]]

    /// A role with the half-days that it takes on each of its weekdays, and its price.
    private struct Choice {
        var role: PlainRole
        var cells: [[Int]]
        var price: Int
    }
    private struct Day {
        var work = 0
        var metres = 0
        var euros = 0.0
        var cost = 0
    }
    private var dayTable: [[Day]] = []
    private let width: Int
    private let weekdayCount: Int
    private let limits: PlainLimits

    // The search.
    private struct Tour {
        var weeks: [Int]
        var members: [Int]
    }
    /// By crew, weekday, week and half: −1 for nothing, a venue in session, or −2 − the number of a tour.
    private var cells: [Int]
    private var tours: [Tour] = []
    private var chosen: [PlainRole?]
    /// Work of a crew in each week.
    private var work: [Int]
    private var covered: [[Int]]
    /// By venue: the most that it and those after it may bring a target.
    private var hopes: [[Int]] = []
    private var paid = 0
    private var known: [[Int]: [PlainRests.Way]] = [:]
    private(set) var best: Int?
    private(set) var bestPlan: BrutePlan?
    private(set) var plansSeen = 0
    /// What plans are by need, cost and equity, but for those that another is as good as; `nil` while only the best is
    /// looked for.
    private(set) var front: [Objectives]?

    /// Thousandths of a point; euros and the worst-off fifth's benefit as `PlainLimits` and `PlainShares` count them.
    struct Objectives {
        var need: Int
        var euros: Double
        var worstOff: Double

        func isAsGood(as other: Self) -> Bool {
            need >= other.need && euros <= other.euros * (1 + 1e-9) && worstOff >= other.worstOff - 1e-9
        }
    }

    init(_ scenario: Scenario) {
        let service = PlainService(scenario)
        self.service = service
        parameters = scenario.parameters
        shares = PlainShares(service)
        rests = PlainRests(parameters: parameters, weekdays: parameters.weekdays.map(\.rawValue))
        let (weeks, weekdays) = (parameters.cycleWeeks, parameters.weekdays.count)
        self.weeks = weeks
        choices = service.venues.enumerated().map { venue, place in
            PlainRole.all(of: place, in: service).map { role in
                Choice(
                    role: role,
                    cells: role.places.map { place in
                        role.weeks.flatMap { week in
                            place.halves.map { ((place.crew * weekdays + place.weekday) * weeks + week) * 2 + $0 }
                        }
                    }, price: service.pricePerStop[venue] + role.visits * service.pricePerVisit[venue])
            }
        }
        let dayCount = service.crews.count * weekdays * weeks
        wanted = service.service.pins.filter { $0.served == true }.map { pin in
            service.venues.indices.filter {
                pin.venue == service.venues[$0].id || pin.commune == service.venues[$0].commune
            }
        }
        cells = Array(repeating: -1, count: 2 * dayCount)
        chosen = Array(repeating: nil, count: service.venues.count)
        covered = [Array(repeating: 0, count: service.targets.count)]
        work = Array(repeating: 0, count: weeks)
        width = service.items.count + 1
        weekdayCount = weekdays
        limits = PlainLimits(service)
    }

    /// The value of the best plan in thousandths of a point; `nil` where no plan keeps the rules.
    func solve() -> Int? {
        search()
        return best
    }

    /// The front of need, cost and equity, by looking at every plan: none is left out but for one as good in all three.
    func everyObjective() -> [Objectives] {
        front = []
        search()
        return front ?? []
    }

    private func search() {
        guard !service.venues.isEmpty, !service.targets.isEmpty else { return }
        for first in 0...service.venues.count {
            hopes.append(
                service.targets.map { target in
                    (first..<service.venues.count).flatMap { venue in
                        choices[venue].map { target.gains[venue][$0.role.benefit] }
                    }.max() ?? 0
                })
        }
        let contents = -1..<service.items.count
        dayTable = service.crews.indices.map { crew in
            contents.flatMap { morning in contents.map { day(crew, morning, $0) } }
        }
        place(0)
    }

    private func day(_ crew: Int, _ morning: Int, _ afternoon: Int) -> Day {
        if morning < 0 && afternoon < 0 { return Day() }
        // Two halves with one tour, or with one venue in two forms, are no day: the search never makes them.
        if morning == afternoon && service.items[morning].isTour { return Day() }
        let work = service.crews[crew].hours.work(morning, afternoon)
        let metres = service.driven(crew, morning, afternoon)
        let euros = service.euros(crew, metres: metres, work: work)
        return Day(work: work, metres: metres, euros: euros, cost: service.cost(euros: euros))
    }

    private func cell(_ crew: Int, _ weekday: Int, _ week: Int, _ half: Int) -> Int {
        ((crew * parameters.weekdays.count + weekday) * weeks + week) * 2 + half
    }

    private func place(_ venue: Int) {
        let now = covered[venue]
        if let best, front == nil {
            var hope = -paid
            for index in now.indices { hope += max(now[index], hopes[venue][index]) }
            if hope <= best { return }
        }
        guard venue < service.venues.count else { return order() }
        covered.append(now)
        for choice in choices[venue] {
            var put = 0
            while put < choice.cells.count, self.put(venue, choice.role, choice.cells[put]) { put += 1 }
            if put == choice.cells.count {
                let benefit = choice.role.benefit
                for (index, target) in service.targets.enumerated() {
                    covered[venue + 1][index] = max(now[index], target.gains[venue][benefit])
                }
                paid += choice.price
                chosen[venue] = choice.role
                place(venue + 1)
                chosen[venue] = nil
                paid -= choice.price
            }
            while put > 0 {
                put -= 1
                take(venue, choice.cells[put])
            }
        }
        covered[venue + 1] = now
        place(venue + 1)
        covered.removeLast()
    }

    /// Puts a venue into the half-days of one of its weekdays, a short stop into a new tour or one of the same weeks;
    /// false where they are taken.
    private func put(_ venue: Int, _ role: PlainRole, _ wanted: [Int]) -> Bool {
        let found = cells[wanted[0]]
        for cell in wanted where cells[cell] != found { return false }
        guard role.isShort else {
            if found != -1 { return false }
            for cell in wanted { cells[cell] = venue }
            return true
        }
        if found == -1 {
            tours.append(Tour(weeks: role.weeks, members: [venue]))
            for cell in wanted { cells[cell] = -1 - tours.count }
            return true
        }
        guard found <= -2, tours[-2 - found].weeks == role.weeks,
            tours[-2 - found].members.count < parameters.shortStopsPerHalfDay
        else { return false }
        tours[-2 - found].members.append(venue)
        return true
    }

    /// Takes back the last `put`.
    private func take(_ venue: Int, _ wanted: [Int]) {
        let found = cells[wanted[0]]
        if found <= -2 {
            tours[-2 - found].members.removeLast()
            guard tours[-2 - found].members.isEmpty else { return }
            tours.removeLast()
        }
        for cell in wanted { cells[cell] = -1 }
    }

    /// Weighs a whole plan in every order of its tours.
    private func order() {
        if tours.contains(where: { $0.members.count < 2 }) { return }
        if wanted.contains(where: { venues in !venues.contains { chosen[$0] != nil } }) { return }
        guard shares.holds(covered[service.venues.count]) else { return }
        if tours.isEmpty { return judge(cells) }
        func resolve(_ tour: Int, _ items: [Int]) {
            guard tour < tours.count else { return judge(cells.map { $0 <= -2 ? items[-2 - $0] : $0 }) }
            for members in permutations(tours[tour].members) {
                resolve(tour + 1, items + [service.itemNumber[members]!])
            }
        }
        resolve(0, [])
    }

    private func permutations(_ members: [Int]) -> [[Int]] {
        guard members.count > 1 else { return [members] }
        return members.flatMap { first in permutations(members.filter { $0 != first }).map { [first] + $0 } }
    }

    /// First what the plan is worth, then whether the rules allow it. `content` holds an item or −1 in each cell.
    private func judge(_ content: [Int]) {
        plansSeen += 1
        var value = covered[service.venues.count].reduce(0, +) - paid
        var (metres, personMinutes, euros) = (0, 0, 0.0)
        var cell = 0
        for crew in service.crews.indices {
            for week in 0..<weeks { work[week] = 0 }
            for _ in 0..<weekdayCount {
                for week in 0..<weeks {
                    let day = dayTable[crew][(content[cell] + 1) * width + content[cell + 1] + 1]
                    cell += 2
                    work[week] += day.work
                    value -= day.cost
                    metres += day.metres
                    euros += day.euros
                }
            }
            guard let price = limits.overtime(crew, work) else { return }
            value -= price
            personMinutes += work.reduce(0, +) * limits.persons[crew]
        }
        if front != nil { return judgeObjectives(content, metres: metres, personMinutes: personMinutes, euros: euros) }
        if let best, value <= best { return }
        guard limits.mayOpenEnough(content) else { return }
        guard limits.fit(metres: metres, personMinutes: personMinutes, euros: euros) else { return }
        if let (days, spans) = hours(content, below: best.map { value - $0 } ?? Int.max) {
            value -= spans
            best = value
            bestPlan = BrutePlan(
                service: service, roles: chosen, content: content, days: days, credits: covered[service.venues.count],
                value: value)
        }
    }

    private func judgeObjectives(_ content: [Int], metres: Int, personMinutes: Int, euros: Double) {
        let credits = covered[service.venues.count]
        let own = Objectives(
            need: credits.reduce(0, +), euros: euros * Double(4 / weeks), worstOff: shares.figures(credits).worstOff)
        guard front?.contains(where: { $0.isAsGood(as: own) }) == false, limits.mayOpenEnough(content),
            limits.fit(metres: metres, personMinutes: personMinutes, euros: euros),
            hours(content, below: Int.max) != nil
        else { return }
        front?.removeAll { own.isAsGood(as: $0) }
        front?.append(own)
    }

    /// The hours that cost least, by team and weekday, and their cost; `nil` where there are none below `most`.
    private func hours(_ content: [Int], below most: Int) -> (days: [[PlainRests.Way]], cost: Int)? {
        var ways: [[[PlainRests.Way]]] = []
        for crew in service.crews.indices {
            var team: [[PlainRests.Way]] = []
            for (index, weekday) in parameters.weekdays.enumerated() {
                let first = cell(crew, index, 0, 0)
                let line = Array(content[first..<first + 2 * weeks])
                let key = [crew, weekday.rawValue] + line
                let found = known[key] ?? service.crews[crew].hours.weekday(line, weekday.rawValue)
                known[key] = found
                if found.isEmpty { return nil }
                team.append(found)
            }
            ways.append(team)
        }
        let chosen = rests.choose(ways, below: most) { crew, way in
            way.reduce(0) { $0 + ($1.map { service.spanPrice(crew, $0.departure, $0.arrival) } ?? 0) }
        }
        return chosen.map { ($0.ways, $0.price) }
    }
}
