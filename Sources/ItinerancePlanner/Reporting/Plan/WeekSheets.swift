import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

extension WeekSheet {
    /// A page for each week of each team that drives, the weeks of a team together; a team alone in its service has its
    /// pages even where it stays at the depot.
    package static func all(_ plan: Plan, _ summary: PlanSummary) -> [WeekSheet] {
        let checked = PlanView(plan)
        return checked.services.flatMap { view in
            view.service.teams.indices.filter { view.isOut($0) }.flatMap { team in
                checked.weeks.map { WeekSheet(week: $0, of: view, team: team, in: plan, summary) }
            }
        }
    }

    private init(
        week: Int, of view: PlanView.ServiceView, team index: Int, in plan: Plan, _ summary: PlanSummary
    ) {
        let scenario = plan.scenario
        let parameters = scenario.parameters
        let names = ReportNames(scenario)
        let team = view.service.teams[index]
        let rounds = view.days(of: index).filter { $0.week == week }
        let weekdays = Set(parameters.weekdays.filter(team.works) + rounds.map(\.weekday)).sorted()
        service = view.service.name
        title = WeekSheetWords.title(week)
        position = WeekSheetWords.position(week, of: parameters.cycleWeeks)
        dates = ReportDates.range(
            scenario.date(week: week, weekdays.first ?? .monday), scenario.date(week: week, weekdays.last ?? .friday))
        caption = ReportWords.roundsCaption(position, dates)
        van = names.vanName(team.van)
        crew = team.crew
        depot = names.placeName(team.depot)
        days = weekdays.map { weekday in
            DaySheet(
                scenario.date(week: week, weekday), rounds.first { $0.weekday == weekday },
                closure: scenario.closure(week: week, weekday), names, parameters)
        }
        let driven = rounds.filter { day in
            switch scenario.closure(week: week, day.weekday) {
            case .publicHoliday, .schoolHoliday: false
            case .notCovered, nil: true
            }
        }
        totals = [
            Self.halfDays(week: week, of: view, driven, isAlone: view.service.teams.count == 1, in: scenario),
            TotalCell(
                label: WeekSheetWords.road, figure: ReportFigures.kilometres(driven.reduce(.zero) { $0 + $1.distance }),
                detail: WeekSheetWords.days(driven.count)),
            TotalCell(
                label: WeekSheetWords.work,
                figure: ReportFigures.duration(driven.reduce(.zero) { $0 + $1.workTime }),
                detail: WeekSheetWords.outOf(scenario.weeklyLimit(of: team))),
            TotalCell(
                label: WeekSheetWords.span,
                figure: ReportFigures.duration(driven.map(\.span).max() ?? .zero),
                detail: WeekSheetWords.most(parameters.spanMaximum)),
        ]
        remarks = summary.holidays.filter { $0.service == view.service.id && $0.week == week }
            .map { SummaryWords.holiday($0, service: nil) + "." }
        let unknown = weekdays.map { scenario.date(week: week, $0) }.filter(summary.datesNotCovered.contains)
        if !unknown.isEmpty { remarks.append(SummaryWords.notCovered(unknown) + ".") }
        fictional = StandingNotes(view, teams: [index], rounds, scenario).sentences
        fingerprint = plan.fingerprint.isEmpty ? [] : [String(plan.fingerprint.prefix(12))]
        let height = days.reduce(0) { $0 + $1.height } + 2 * remarks.count
        density = height > 33 ? "tres-serre" : height > 24 ? "serre" : "aere"
    }

    /// Half-days of the week that are not closed: those of the team, and beside several teams those of the service.
    private static func halfDays(
        week: Int, of view: PlanView.ServiceView, _ driven: [DayRound], isAlone: Bool, in scenario: Scenario
    ) -> TotalCell {
        let parameters = scenario.parameters
        func isOpen(_ weekday: Weekday) -> Bool {
            switch scenario.closure(week: week, weekday) {
            case .publicHoliday, .schoolHoliday: false
            case .notCovered, nil: true
            }
        }
        let all = view.halfDays(inWeek: week, parameters).count { isOpen($0.weekday) }
        let own = driven.reduce(0) { sum, day in
            sum + HalfDay.allCases.count { view.receives(on: day, $0, parameters) }
        }
        return TotalCell(
            label: WeekSheetWords.halfDays, figure: String(isAlone ? all : own),
            detail: WeekSheetWords.least(parameters.minimumHalfDays(inWeek: week), ofService: isAlone ? nil : all))
    }
}
