import GeoModel
import LinearSolver
import PlanCheck
import PlanningModel

/// At which openings of a service the sessions of its programme are held: as many as can be, spread over weeks and stops.
///
/// A small integer program, solved to its optimum: x[o, k] is 1 where opening o holds a session of kind k. An opening
/// holds one at most; a kind comes as often as it says, at most once in each stretch of weeks; sessions for
/// professionals leave the minimum of half-days (R01). A placed session weighs more than any other wish.
struct ProgrammePlacement {
    private let scenario: Scenario
    private let service: Service
    private let view: PlanView.ServiceView
    private let openings: [Opening]

    private struct Opening {
        var day: DayRound
        var venue: String
        var hours: Interval
    }

    init(_ scenario: Scenario, _ plan: Plan, service index: Int) {
        self.scenario = scenario
        let checked = PlanView(plan)
        let id = plan.services[index].id
        service = scenario.services.first { $0.id == id } ?? scenario.services[index]
        view = checked.services.first { $0.service.id == id } ?? checked.services[index]
        openings = plan.services[index].days.flatMap { day in
            day.visits.flatMap { visit in visit.openings.map { Opening(day: day, venue: visit.venue, hours: $0) } }
        }
    }

    /// - Throws: `LinearError`.
    func sessions() throws(LinearError) -> [PlannedSession] {
        var program = try LinearProblem()
        var columns: [(opening: Int, kind: Int)] = []
        for (kindIndex, kind) in service.programme.enumerated() {
            for (index, opening) in openings.enumerated() where fits(kind, opening) {
                columns.append((index, kindIndex))
            }
        }
        guard !columns.isEmpty else { return [] }
        for column in columns {
            // Any session outweighs what follows: earlier weeks come first, and equals are told apart.
            let late = Double(openings[column.opening].day.week) / 100
            try program.addColumn(
                .between(0, 1), objective: 1000 - late - Double(column.opening % 7) / 1000, kind: .binary)
        }
        func row(_ upper: Int, where holds: ((opening: Int, kind: Int)) -> Bool) throws(LinearError) {
            let own = columns.indices.filter { holds(columns[$0]) }
            guard own.count > upper else { return }
            try program.addRow(.atMost(Double(upper)), SparseVector(own.map { (index: $0, value: 1.0) }))
        }
        let weeks = scenario.parameters.cycleWeeks
        for index in openings.indices { try row(1) { $0.opening == index } }
        for (kindIndex, kind) in service.programme.enumerated() {
            let count = kind.timesInFourWeeks / scenario.parameters.cyclesInFourWeeks
            try row(count) { $0.kind == kindIndex }
            // At most once in each stretch of the cycle; more often than weekly, evenly over the weeks.
            let stretch = max(1, weeks / max(1, count))
            let most = max(1, (count * stretch + weeks - 1) / weeks)
            for first in stride(from: 1, through: weeks, by: stretch) {
                try row(most) {
                    $0.kind == kindIndex && (first..<first + stretch).contains(openings[$0.opening].day.week)
                }
            }
            // Spread over the stops: no venue holds more than its share, rounded up.
            let venues = Set(columns.filter { $0.kind == kindIndex }.map { openings[$0.opening].venue })
            guard !venues.isEmpty else { continue }
            for venue in venues {
                try row((count + venues.count - 1) / venues.count) {
                    $0.kind == kindIndex && openings[$0.opening].venue == venue
                }
            }
        }
        for week in 1...weeks {
            let spare =
                view.halfDays(inWeek: week, scenario.parameters).count
                - scenario.parameters.minimumHalfDays(inWeek: week)
            try row(max(0, spare)) {
                service.programme[$0.kind].isForProfessionals && openings[$0.opening].day.week == week
            }
        }
        guard program.rowCount > 0 else { return columns.map(session) }
        var limits = MixedLimits()
        limits.milliseconds = 10_000
        _ = try program.solveInteger(limits)
        guard let values = try program.plannedValues() else { return [] }
        return zip(columns, values).filter { $0.1 > 0.5 }.map { session($0.0) }.sorted {
            ($0.week, $0.weekday, $0.hours.start, $0.kind) < ($1.week, $1.weekday, $1.hours.start, $1.kind)
        }
    }

    private func fits(_ kind: SessionKind, _ opening: Opening) -> Bool {
        guard kind.weekdays?.contains(opening.day.weekday) ?? true,
            kind.length.map({ $0 <= opening.hours.length }) ?? true
        else { return false }
        let present = scenario.present(crew: opening.day.crew, week: opening.day.week, opening.day.weekday)
        return present.count { $0.roles.contains(.accueillant) } >= SessionStaff.needed(kind)
    }

    private func session(_ column: (opening: Int, kind: Int)) -> PlannedSession {
        let opening = openings[column.opening]
        let kind = service.programme[column.kind]
        let end = kind.length.map { opening.hours.start + $0 } ?? opening.hours.end
        return PlannedSession(
            kind: kind.id, week: opening.day.week, weekday: opening.day.weekday, venue: opening.venue,
            hours: Interval(start: opening.hours.start, end: end))
    }
}
