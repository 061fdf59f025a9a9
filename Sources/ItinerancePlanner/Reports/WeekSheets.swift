import GeoModel
import RoundPlan

extension WeekSheet {
    /// A page for each week of each service.
    static func all(_ plan: Plan, _ summary: PlanSummary) -> [WeekSheet] {
        let checked = CheckedPlan(plan)
        return checked.services.flatMap { view in
            checked.weeks.map { WeekSheet(week: $0, of: view, in: plan, summary) }
        }
    }

    private init(week: Int, of view: CheckedPlan.ServiceView, in plan: Plan, _ summary: PlanSummary) {
        let scenario = plan.scenario
        let parameters = scenario.parameters
        let names = ReportNames(scenario)
        let rounds = view.days(inWeek: week)
        let weekdays = Set(parameters.weekdays + rounds.map(\.weekday)).sorted()
        service = view.service.name
        title = "Semaine \(week) du cycle"
        position = "semaine \(week) sur \(parameters.cycleWeeks)"
        dates = ReportDates.range(
            scenario.date(week: week, weekdays.first ?? .monday), scenario.date(week: week, weekdays.last ?? .friday))
        van = names.vanName(view.service.teams[0].van)
        crew = view.service.teams[0].crew
        depot = names.placeName(view.service.teams[0].depot)
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
        let limit =
            view.crews[0].map { min(parameters.referenceWeek, $0.weeklyHours) }.min() ?? parameters.referenceWeek
        let drivenDays = Set(driven.map(\.weekday))
        let halfDays = view.halfDays(inWeek: week, parameters).count { drivenDays.contains($0.weekday) }
        totals = [
            TotalCell(
                label: "Demi-journées d'accueil", figure: String(halfDays),
                detail: "minimum \(parameters.minimumHalfDays)"),
            TotalCell(
                label: "Route", figure: ReportFigures.kilometres(driven.reduce(.zero) { $0 + $1.distance }),
                detail: ReportFigures.counted(driven.count, "journée")),
            TotalCell(
                label: "Travail par personne",
                figure: ReportFigures.duration(driven.reduce(.zero) { $0 + $1.workTime }),
                detail: "sur " + ReportFigures.duration(limit)),
            TotalCell(
                label: "Amplitude la plus longue",
                figure: ReportFigures.duration(driven.map(\.span).max() ?? .zero),
                detail: "maximum " + ReportFigures.duration(parameters.spanMaximum)),
        ]
        remarks = summary.holidays.filter { $0.service == view.service.id && $0.week == week }
            .map { SummaryWords.holiday($0, service: nil) + "." }
        let unknown = weekdays.map { scenario.date(week: week, $0) }.filter(summary.datesNotCovered.contains)
        if !unknown.isEmpty { remarks.append(SummaryWords.notCovered(unknown) + ".") }
        fictional = Standings(view, rounds, scenario).sentences
        fingerprint = plan.fingerprint.isEmpty ? [] : [String(plan.fingerprint.prefix(12))]
        let height = days.reduce(0) { $0 + $1.height } + 2 * remarks.count
        density = height > 33 ? "tres-serre" : height > 24 ? "serre" : "aere"
    }
}

/// What the data say of the standing of vans, crews, depots and venues: `exemple fictif` must not pass for real.
struct Standings: Sendable {
    /// Subjects by standing, in the order in which they are met.
    private var subjects: [(standing: String, names: [String])] = []

    init(_ view: CheckedPlan.ServiceView, _ rounds: [DayRound], _ scenario: Scenario) {
        let stops = Set(rounds.flatMap { $0.visits.map(\.venue) })
        if let van = scenario.vans.first(where: { $0.id == view.service.teams[0].van }) {
            add("le véhicule", van.standing)
        }
        for standing in Set(view.crews.joined().map(\.standing)).sorted() { add("l'équipe", standing) }
        if let depot = scenario.depot(of: view.service.teams[0]) { add("le dépôt", depot.standing) }
        let venues = scenario.territory.venues.filter { stops.contains($0.id) }
        for standing in Set(venues.map(\.standing)).sorted() {
            let all = venues.allSatisfy { $0.standing == standing }
            let some = venues.filter { $0.standing == standing }.map(\.name).joined(separator: " ; ")
            add(all ? "les lieux d'arrêt" : "les lieux " + some, standing)
        }
    }

    private mutating func add(_ subject: String, _ standing: String) {
        guard !standing.isEmpty else { return }
        if let index = subjects.firstIndex(where: { $0.standing == standing }) {
            subjects[index].names.append(subject)
        } else {
            subjects.append((standing, [subject]))
        }
    }

    /// `Exemple fictif : le véhicule, l'équipe, le dépôt et les lieux d'arrêt.`
    var sentences: [String] {
        subjects.map { standing, names in
            standing.prefix(1).uppercased() + standing.dropFirst() + " : " + ReportWords.enumeration(names) + "."
        }
    }
}
