import GeoModel
import PlanningModel
import Staffing

/// One dated week of a service of rounds or of a fixed centre against the least opening of R01: reported, never a reason to
/// call the plan invalid, since the cycle is what R01 binds.
package struct OpenedWeek: Sendable {
    /// Half-days that fall for one reason.
    package struct Loss: Sendable {
        package var state: DatedPlan.State
        package var halfDays: Int
        package var dates: [CivilDate]
    }

    /// A round that falls, made up for on another day of the week.
    package struct CatchUp: Sendable {
        package var lost: CivilDate
        package var day: DayRound
        package var date: CivilDate
        package var halfDays: Int
        /// Of the road, and of the crew's hours at the scenario's own cost.
        package var roadEuros: Double
        package var crewEuros: Double
        /// Whether it is planned (`feries: rattrape`) or only possible.
        package var isHeld: Bool
    }

    /// Identifier of a service of rounds or of a fixed centre.
    package var service: String
    package var monday: CivilDate
    /// Of the cycle, from 1.
    package var week: Int
    package var planned: Int
    package var held: Int
    package var minimum: Int
    /// What the check counts in this week of the cycle.
    package var cycle: Int
    /// Whether the calendars of holidays reach to all its days: else more may fall than anybody knows.
    package var isCovered: Bool
    package var losses: [Loss]
    /// As many as the week lacks, as far as there is room for them.
    package var catchUps: [CatchUp]

    package var isShort: Bool { held < minimum }
    /// Whether the cycle itself holds enough in this week.
    package var isMetByCycle: Bool { cycle >= minimum }
}

extension DatedPlan {
    /// Every week that the period touches, by service, then in order.
    package var openedWeeks: [OpenedWeek] { OpenedWeeks(self).all }
}

/// Counts the half-days of dated weeks and looks for days to make up for what falls.
struct OpenedWeeks {
    private let dated: DatedPlan
    private let view: PlanView
    private let search: CatchUpSearch
    private var parameters: Parameters { dated.plan.scenario.parameters }

    init(_ dated: DatedPlan) {
        self.dated = dated
        view = PlanView(dated.plan)
        search = CatchUpSearch(dated.plan)
    }

    var all: [OpenedWeek] {
        let first = max(dated.period.lowerBound.monday, dated.plan.scenario.firstMonday)
        guard first <= dated.period.upperBound else { return [] }
        return of(
            stride(from: first.dayNumber, through: dated.period.upperBound.dayNumber, by: 7)
                .map(CivilDate.init(dayNumber:)))
    }

    /// Whole weeks by their Mondays, by service, then in the order given.
    func of(_ mondays: [CivilDate]) -> [OpenedWeek] {
        guard let first = mondays.min(), let last = mondays.max() else { return [] }
        let whole = dated.over(first...last.adding(days: 6))
        let openings = Dictionary(grouping: whole.openings) { WeekKey(service: $0.service, monday: $0.date.monday) }
        let shifts = Dictionary(grouping: whole.shifts) { WeekKey(service: $0.shift.service, monday: $0.date.monday) }
        return view.services.flatMap { service in
            mondays.map { rounds(service, $0, openings[WeekKey(service: service.service.id, monday: $0)] ?? []) }
        }
            + dated.plan.scenario.centres.flatMap { centre in
                mondays.map { fixed(centre.id, $0, shifts[WeekKey(service: centre.id, monday: $0)] ?? []) }
            }
    }

    private struct WeekKey: Hashable {
        var service: String
        var monday: CivilDate
    }

    // MARK: Rounds

    private func rounds(
        _ service: PlanView.ServiceView, _ monday: CivilDate, _ openings: [DatedPlan.Opening]
    ) -> OpenedWeek {
        let own = openings.filter { $0.state != .otherWeek }
        let made = dated.madeUp.filter { $0.service == service.service.id && $0.monday == monday }
        let usual = own.filter { opening in
            !made.contains { $0.day.weekday == opening.day.weekday && opening.monday == monday }
        }
        let held = halves(service, own.filter(\.state.isHeld))
        var week = week(of: service.service.id, monday, planned: halves(service, usual), held: held) { half in
            usual.first { $0.date == half.date && !$0.state.isHeld }?.state
        }
        week.catchUps = made.map { catchUp(service, $0.day, lost: $0.lost, on: monday, isHeld: true) }
        if week.isShort { week.catchUps += possible(service, usual, week) }
        return week
    }

    private func halves(_ service: PlanView.ServiceView, _ openings: [DatedPlan.Opening]) -> Set<DatedHalf> {
        service.countedHalves(openings.map { ($0, $0.hours) }, parameters)
    }

    private func possible(
        _ service: PlanView.ServiceView, _ own: [DatedPlan.Opening], _ week: OpenedWeek
    ) -> [OpenedWeek.CatchUp] {
        var found: [OpenedWeek.CatchUp] = []
        var taken = Set(week.catchUps.map(\.day.weekday))
        let lost = Dictionary(grouping: own) { DatedRound($0) }
            .filter { !$0.value.contains { $0.state.isHeld } }
            .sorted { ($0.key.date, $0.key.van) < ($1.key.date, $1.key.van) }
        var missing = week.minimum - week.held
        for (key, openings) in lost where missing > 0 {
            guard let day = openings.first?.day, openings.first?.monday == nil,
                let other = search.day(for: day, of: service.service.id, monday: week.monday, taken: taken)
            else { continue }
            taken.insert(other.weekday)
            let one = catchUp(service, other, lost: key.date, on: week.monday, isHeld: false)
            missing -= one.halfDays
            found.append(one)
        }
        return found
    }

    private func catchUp(
        _ service: PlanView.ServiceView, _ day: DayRound, lost: CivilDate, on monday: CivilDate, isHeld: Bool
    ) -> OpenedWeek.CatchUp {
        let persons = dated.plan.scenario.staff.count { $0.crew == day.crew }
        return OpenedWeek.CatchUp(
            lost: lost, day: day, date: monday.adding(days: day.weekday.rawValue),
            halfDays: HalfDay.allCases.count { service.receives(on: day, $0, parameters) },
            roadEuros: day.distance.kilometres * parameters.costPerKilometre,
            crewEuros: Double(day.workTime.count) / 60 * Double(persons) * parameters.costPerHour, isHeld: isHeld)
    }

    // MARK: Fixed centres

    private func fixed(_ centre: String, _ monday: CivilDate, _ shifts: [DatedPlan.Shift]) -> OpenedWeek {
        week(of: centre, monday, planned: halves(shifts), held: halves(shifts.filter(\.state.isHeld))) { half in
            shifts.first { $0.date == half.date && !$0.state.isHeld }?.state
        }
    }

    private func halves(_ shifts: [DatedPlan.Shift]) -> Set<DatedHalf> {
        var found: Set<DatedHalf> = []
        for (date, own) in Dictionary(grouping: shifts, by: \.date) {
            for half in HalfDay.allCases {
                let open = own.reduce(Minutes.zero) {
                    $0 + $1.shift.hours.minutes(in: half, split: parameters.halfDaySplit)
                }
                if open >= parameters.halfDayMinimum { found.insert(DatedHalf(date: date, half: half)) }
            }
        }
        return found
    }

    private func cycle(of service: String, _ week: Int) -> Int {
        if let centre = dated.plan.scenario.centres.first(where: { $0.id == service }) {
            return view.halfDays(of: centre, inWeek: week).count
        }
        return view.services.first { $0.service.id == service }?.halfDays(inWeek: week, parameters).count ?? 0
    }

    private func week(
        of service: String, _ monday: CivilDate, planned: Set<DatedHalf>, held: Set<DatedHalf>,
        _ reason: (DatedHalf) -> DatedPlan.State?
    ) -> OpenedWeek {
        let number = dated.week(of: monday) ?? 1
        let lost = planned.subtracting(held).sorted { ($0.date, $0.half) < ($1.date, $1.half) }
        var losses: [OpenedWeek.Loss] = []
        for half in lost {
            guard let state = reason(half) else { continue }
            let index = losses.firstIndex { $0.state == state } ?? losses.count
            if index == losses.count { losses.append(OpenedWeek.Loss(state: state, halfDays: 0, dates: [])) }
            losses[index].halfDays += 1
            if losses[index].dates.last != half.date { losses[index].dates.append(half.date) }
        }
        return OpenedWeek(
            service: service, monday: monday, week: number, planned: planned.count, held: held.count,
            minimum: parameters.minimumHalfDays(inWeek: number), cycle: cycle(of: service, number),
            isCovered: isCovered(monday), losses: losses, catchUps: [])
    }

    private func isCovered(_ monday: CivilDate) -> Bool {
        parameters.weekdays.allSatisfy { dated.state(on: monday.adding(days: $0.rawValue)) != .notCovered }
    }
}
