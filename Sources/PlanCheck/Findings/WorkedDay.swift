import GeoModel
import PlanningModel

/// All that a person works on one day, whatever the service: rounds, listening, a fixed centre, a prison visit.
public struct WorkedDay: Hashable, Sendable {
    public var week: Int
    public var weekday: Weekday
    /// Stretches of work in the order of the day, adjacent ones joined.
    public var work: [Interval]
    /// Breaks that are not work, in order.
    public var breaks: [Interval]

    public init(week: Int, weekday: Weekday, work: [Interval], breaks: [Interval]) {
        self.week = week
        self.weekday = weekday
        self.work = Interval.joined(work)
        self.breaks = breaks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// First start and last end.
    public var departure: Minutes { work.first?.start ?? .zero }
    public var arrival: Minutes { work.last?.end ?? .zero }
    public var span: Minutes { arrival - departure }
    public var workTime: Minutes { work.reduce(.zero) { $0 + $1.length } }
    /// Stretches between two of work.
    public var gaps: [Interval] { zip(work, work.dropFirst()).map { Interval(start: $0.end, end: $1.start) } }
}

/// One thing a person does on a day, in one go or with breaks inside.
public struct Duty: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case round, listening, centre, prison
    }

    public var kind: Kind
    public var service: String
    public var week: Int
    public var weekday: Weekday
    public var work: [Interval]
    public var breaks: [Interval]

    public var start: Minutes { work.first?.start ?? .zero }
    public var end: Minutes { work.last?.end ?? .zero }
}

extension PlanView {
    /// Each person with the days worked in the cycle, all services together, in the order of the cycle. Someone who is
    /// away does not work.
    public var rosters: [(person: StaffMember, days: [WorkedDay])] {
        duties.map { person, duties in
            let byDay = Dictionary(grouping: duties) { [$0.week, $0.weekday.rawValue] }
            return (person, byDay.values.map(Self.day).sorted { ($0.week, $0.weekday) < ($1.week, $1.weekday) })
        }
    }

    /// What each person who works does, in the order of the cycle.
    public var duties: [(person: StaffMember, duties: [Duty])] {
        var byPerson: [String: [Duty]] = [:]
        for service in services {
            for day in service.plan.days {
                let duty = Duty(
                    kind: .round, service: service.service.id, week: day.week, weekday: day.weekday, work: day.work,
                    breaks: day.breaks)
                for person in scenario.present(crew: day.crew, week: day.week, day.weekday) {
                    byPerson[person.id, default: []].append(duty)
                }
            }
        }
        let listening = Set(scenario.listening.map(\.id))
        for shift in plan.shifts {
            let duty = Duty(
                kind: listening.contains(shift.service) ? .listening : .centre, service: shift.service,
                week: shift.week, weekday: shift.weekday, work: [shift.hours], breaks: [])
            for person in shift.staff { byPerson[person, default: []].append(duty) }
        }
        for outing in plan.outings {
            let duty = Duty(
                kind: .prison, service: outing.service, week: outing.week, weekday: outing.weekday,
                work: outing.work, breaks: outing.breaks)
            for person in outing.staff { byPerson[person, default: []].append(duty) }
        }
        return scenario.staff.compactMap { person in
            byPerson[person.id].map { duties in
                (person, duties.sorted { ($0.week, $0.weekday, $0.start) < ($1.week, $1.weekday, $1.start) })
            }
        }
    }

    /// Between two duties of a day there is a break, as long as the time between them.
    private static func day(_ duties: [Duty]) -> WorkedDay {
        let inOrder = duties.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        let spans = Interval.joined(inOrder.map { Interval(start: $0.start, end: $0.end) })
        let between = zip(spans, spans.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
        return WorkedDay(
            week: inOrder[0].week, weekday: inOrder[0].weekday, work: inOrder.flatMap(\.work),
            breaks: inOrder.flatMap(\.breaks) + between)
    }
}
