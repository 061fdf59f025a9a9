import GeoModel
import PlanningModel

/// Who listens at which slot: the same person every week where that can be, hours shared evenly.
///
/// A complete search: people are tried in the order of the minutes they listen already, a slot for all weeks first, then
/// week by week, and every choice is held against the rules of working time. So failure means that there is no roster,
/// unless there were more ways than are tried, which is then said.
struct ListeningRoster {
    private let scenario: Scenario
    private let plan: Plan
    private let judge: WorkingTimeJudge

    init(_ scenario: Scenario, beside plan: Plan) {
        self.scenario = scenario
        self.plan = plan
        judge = WorkingTimeJudge(scenario)
    }

    /// One slot of one service, in some weeks.
    private struct Task {
        var service: ListeningService
        var slot: WeeklySlot
        var weeks: [Int]
    }

    func shifts() throws(FixedTimesFailure) -> [Shift] {
        let weeks = Array(1...scenario.parameters.cycleWeeks)
        let slots = scenario.listening.flatMap { service in service.slots.map { (service, $0) } }
        let regular = slots.map { Task(service: $0.0, slot: $0.1, weeks: weeks) }
        var looks = Self.looks
        if let shifts = search(regular[...], [], &looks) { return shifts }
        // Week by week, so that a week that cannot be held ends the search before others are tried in every way.
        let single = weeks.flatMap { week in slots.map { Task(service: $0.0, slot: $0.1, weeks: [week]) } }
        // Without a way for every slot alone there is none for all: the first such slot is the one to name.
        for task in single {
            looks = Self.looks
            guard search([task][...], [], &looks) == nil else { continue }
            throw failure(task, isAlone: true)
        }
        looks = Self.looks
        if let shifts = search(single[...], [], &looks) { return shifts }
        if looks == 0 { throw .unsettled(service: slots[0].0.id) }
        // The first slot that cannot be held together with those before it.
        var (held, count) = (1, single.count)
        while held + 1 < count {
            let middle = (held + count) / 2
            looks = Self.looks
            if search(single[..<middle], [], &looks) == nil { count = middle } else { held = middle }
            if looks == 0 { throw .unsettled(service: slots[0].0.id) }
        }
        throw failure(single[count - 1], isAlone: false)
    }

    private func failure(_ task: Task, isAlone: Bool) -> FixedTimesFailure {
        .noListener(
            service: task.service.id, weekday: task.slot.weekday, start: task.slot.hours.start, week: task.weeks[0],
            isAlone: isAlone)
    }

    /// Choices held against the rules in one search: some seconds.
    private static let looks = 2_000

    /// - Parameter looks: choices that may still be tried.
    private func search(_ tasks: ArraySlice<Task>, _ taken: [Shift], _ looks: inout Int) -> [Shift]? {
        guard let task = tasks.first else { return taken }
        for person in candidates(task, taken) {
            guard looks > 0 else { return nil }
            looks -= 1
            let own = task.weeks.map {
                Shift(
                    service: task.service.id, week: $0, weekday: task.slot.weekday, hours: task.slot.hours,
                    staff: [person.id])
            }
            var trial = plan
            trial.shifts += taken + own
            guard judge.broken(in: trial, crews: [person.crew]) == nil else { continue }
            if let all = search(tasks.dropFirst(), taken + own, &looks) { return all }
        }
        return nil
    }

    /// Listeners of the crew who are there in all weeks of a task: those able to give urgent help first where nobody
    /// else is named for it, then by the minutes they listen already.
    private func candidates(_ task: Task, _ taken: [Shift]) -> [StaffMember] {
        let minutes = Dictionary(
            grouping: taken.flatMap { shift in shift.staff.map { ($0, shift.hours.length.count) } }
        ) {
            $0.0
        }.mapValues { $0.reduce(0) { $0 + $1.1 } }
        func rank(_ person: StaffMember) -> (Int, Int, String) {
            let helps = person.roles.contains(.urgentHelp) || !task.service.urgentRelay.isEmpty
            return (helps ? 0 : 1, minutes[person.id] ?? 0, person.id)
        }
        return scenario.staff.filter { person in
            person.crew == task.service.crew && person.roles.contains(.listener)
                && task.weeks.allSatisfy { week in
                    scenario.present(crew: person.crew, week: week, task.slot.weekday).contains(person)
                }
        }.sorted { rank($0) < rank($1) }
    }
}
