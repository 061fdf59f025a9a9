import FileAccess
import FrenchText
import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel

/// What one person works in the period. Property names are those of `personnes.mustache`.
package struct PersonSheet: Sendable {
    package struct Duty: Sendable {
        package var hours: String
        package var words: String
    }

    package struct Day: Sendable {
        package var date: String
        package var duties: [Duty]
        package var breaks: String
        package var work: String
        package var span: String

        package init(date: String, duties: [Duty], breaks: String, work: String, span: String) {
            self.date = date
            self.duties = duties
            self.breaks = breaks
            self.work = work
            self.span = span
        }
    }

    package struct Week: Sendable {
        package var weekTitle: String
        package var days: [Day]
        package var total: String

        package init(weekTitle: String, days: [Day], total: String) {
            self.weekTitle = weekTitle
            self.days = days
            self.total = total
        }
    }

    package var anchor: String
    package var person: String
    package var role: String
    package var hasWeeks: Bool
    package var weeks: [Week]
    package var sum: String
    /// Days worked, hours of the period, and the longest week.
    package var totals: [String]
    package var fictional: [String]
}

/// Dates and hours of every person: rounds, listening, fixed centres and prison visits together.
package struct Roster: Sendable {
    private struct Duty {
        var words: String
        var work: [Interval]
        var breaks: [Interval]

        var hours: Interval {
            Interval(start: work.first?.start ?? .zero, end: work.last?.end ?? .zero)
        }
    }

    private let publication: Publication
    /// By person and date.
    private let duties: [String: [CivilDate: [Duty]]]

    package init(_ publication: Publication) {
        self.publication = publication
        let dated = publication.dated
        let names = publication.names
        let book = PlaceIndex(publication.scenario)
        var duties: [String: [CivilDate: [Duty]]] = [:]
        for (van, days) in VanDay.all(dated) {
            for day in days where day.cancelled == nil {
                let duty: Duty
                let people: [String]
                switch day.content {
                case .round(let round, let service, _, _):
                    people = publication.dated.present(crew: round.crew, on: day.date).map(\.id)
                    duty = Duty(
                        words: TeamWords.round(
                            names.serviceName(service), van: names.vanName(van),
                            stops: round.visits.map { book.name($0.venue) }),
                        work: round.work, breaks: round.breaks)
                case .outing(let outing):
                    people = outing.staff.filter { !publication.dated.isAbsent($0, on: day.date) }
                    duty = Duty(
                        words: TeamWords.round(
                            names.serviceName(outing.service), van: names.vanName(van),
                            stops: [book.name(outing.prison)]),
                        work: outing.work, breaks: outing.breaks)
                }
                for person in people { duties[person, default: [:]][day.date, default: []].append(duty) }
            }
        }
        for shift in dated.shifts where shift.state.isHeld {
            let duty = Duty(words: names.serviceName(shift.shift.service), work: [shift.shift.hours], breaks: [])
            for person in shift.shift.staff where !publication.dated.isAbsent(person, on: shift.date) {
                duties[person, default: [:]][shift.date, default: []].append(duty)
            }
        }
        self.duties = duties
    }

    /// Everyone of the staff, in the order of their identifiers; those who do not work in the period too.
    package var sheets: [PersonSheet] {
        var anchors = UniqueFileNames()
        return publication.scenario.staff.sorted { $0.id < $1.id }.map { person in
            let days = duties[person.id] ?? [:]
            let byWeek = Dictionary(grouping: days.keys.sorted()) { $0.monday }
            var sum = Minutes.zero
            var longest = Minutes.zero
            let weeks = byWeek.keys.sorted().map { monday -> PersonSheet.Week in
                let worked = (byWeek[monday] ?? []).map { date in (date: date, day: Self.worked(days[date] ?? [], date))
                }
                let total = worked.reduce(Minutes.zero) { $0 + $1.day.workTime }
                sum += total
                longest = max(longest, total)
                return PersonSheet.Week(
                    weekTitle: TeamWords.weekOf(monday, publication.dated.week(of: monday)),
                    days: worked.map { Self.day($0.date, days[$0.date] ?? [], $0.day) },
                    total: TeamWords.weekTotal(total, contract: person.weeklyHours))
            }
            return PersonSheet(
                anchor: anchors.unique(person.id).text, person: person.id, role: TeamWords.role(person),
                hasWeeks: !weeks.isEmpty, weeks: weeks,
                sum: TeamWords.sum(sum, weeks: weeks.count),
                totals: [String(days.count), ReportFigures.duration(sum), ReportFigures.duration(longest)],
                fictional: person.standing.isEmpty ? [] : [person.standing]
            )
        }
    }

    private static func worked(_ duties: [Duty], _ date: CivilDate) -> WorkedDay {
        let inOrder = duties.sorted { ($0.hours.start, $0.hours.end) < ($1.hours.start, $1.hours.end) }
        return WorkedDay(
            week: 1, weekday: date.weekday, work: inOrder.flatMap(\.work), breaks: inOrder.flatMap(\.breaks))
    }

    private static func day(_ date: CivilDate, _ duties: [Duty], _ worked: WorkedDay) -> PersonSheet.Day {
        PersonSheet.Day(
            date: ReportDates.withWeekday(date),
            duties: duties.sorted { $0.hours.start < $1.hours.start }.map {
                PersonSheet.Duty(hours: ReportWords.span($0.hours), words: $0.words)
            },
            breaks: worked.breaks.isEmpty ? "–" : worked.breaks.map(ReportWords.span).joined(separator: " ; "),
            work: ReportFigures.duration(worked.workTime), span: ReportFigures.duration(worked.span))
    }
}
