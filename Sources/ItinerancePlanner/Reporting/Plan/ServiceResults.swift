import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel

/// What one service brings, as `bilan.mustache` prints it.
package struct ServiceResults: Sendable {
    package var serviceName: String
    package var serviceKind: String
    /// Empty where the service has one team.
    package var teams: [TeamRow]
    package var hasTeams: Bool
    package var stops: [StopRow]
    package var figures: [FigureRow]
    package var reached: [ReachedRow]
    package var notReached: String
    package var ages: [AgeRow]
    package var ageTitle = AgeWords.title
    package var ageCaption = AgeWords.caption
    package var ageHeaders = AgeWords.headers
    /// Said where no age group is known.
    package var ageNote: [String]
    package var offTarget: [String]
    package var need: [String]
    package var needTable: NeedTable

    package struct TeamRow: Sendable {
        package var teamVan: String
        package var teamCrew: String
        package var teamDepot: String
        package var teamStops: String
        package var teamHalfDays: String
        package var teamRoad: String
        package var teamHours: String
    }

    package struct StopRow: Sendable {
        package var stopName: String
        package var stopDetail: [String]
        package var cadence: String
        package var times: [Opening]
        package var dates: String
        package var cancelled: [String]
    }

    package struct Opening: Hashable, Sendable {
        package var day: String
        package var hours: String

        package init(day: String, hours: String) {
            self.day = day
            self.hours = hours
        }
    }

    package struct ReachedRow: Sendable {
        package var stopName: String
        package var communeCount: Int
        package var communes: String
    }
}

/// A label, its figure, and a line of help where the figure needs one.
package struct FigureRow: Sendable {
    package var label: String
    package var figure: String
    package var help: [String]

    package static func rows(_ service: ServiceSummary, weekHours: String) -> [FigureRow] {
        func row(_ figure: ResultWords.Figure, _ text: String, help: String? = nil) -> FigureRow {
            FigureRow(
                label: ResultWords.full(figure), figure: text,
                help: (help ?? ResultWords.help(figure)).map { [$0] } ?? [])
        }
        return [
            row(.halfDays, ResultWords.halfDaysOfWeeks(service)),
            row(.reached, ResultWords.reached(service)),
            row(.offTarget, SummaryWords.offTarget(service.offTarget)),
            row(.need, SummaryWords.need(service)),
            row(.worstOff, SummaryWords.benefit(service.worstOffFifth)),
            row(.highestNeed, SummaryWords.benefit(service.highestNeedFifth)),
            row(.gini, SummaryWords.gini(service.gini)),
            row(.travel, SummaryWords.travel(service.meanTravel)),
            row(.road, SummaryWords.weekly(service.kilometres, service.meanKilometres, "km")),
            row(.work, SummaryWords.weekly(service.hours, service.meanHours, "h"), help: weekHours),
            row(.cost, SummaryWords.cost(service)),
            row(.value, SummaryWords.value(service)),
        ]
    }
}

extension ServiceResults {
    package init(_ outcome: ServiceOutcome, _ summary: ServiceSummary, in scenario: Scenario) {
        let names = ReportNames(scenario)
        serviceName = outcome.view.service.name
        let service = outcome.view.service
        hasTeams = service.teams.count > 1
        serviceKind = ([ReportWords.kind(service.kind)] + names.teams(service.teams)).joined(
            separator: " – ")
        teams = hasTeams ? summary.teams.map { TeamRow($0, names) } : []
        let visits = Self.inOrder(outcome.view)
        let showsVan = hasTeams
        stops = visits.map { Self.stop($0.venue, $0.visits, names, showsVan: showsVan, in: scenario) }
        figures = FigureRow.rows(
            summary,
            weekHours: hasTeams ? ResultWords.hoursOfService : ResultWords.hoursOfMembers)
        reached = visits.map { venue, _ in
            let communes = outcome.communes.filter { $0.credit?.venue == venue }
                .sorted {
                    ($0.credit?.travel.count ?? 0, $0.commune.name) < ($1.credit?.travel.count ?? 0, $1.commune.name)
                }
            let texts = communes.map { commune in
                "\(commune.commune.name) \(ReportFigures.duration(commune.credit?.travel.roundedUpToMinutes ?? .zero))"
            }
            return ReachedRow(
                stopName: names.placeName(venue), communeCount: communes.count,
                communes: texts.isEmpty ? "–" : texts.joined(separator: ", "))
        }
        let missed = outcome.communes.filter { $0.weight.points > .zero && $0.credit == nil }.map(\.commune.name)
            .sorted()
        notReached = missed.isEmpty ? ResultWords.allReached : ResultWords.communes(missed)
        let byAge = AgeReach.all(outcome)
        ages = byAge.map(AgeRow.init)
        ageNote = byAge.count > 1 ? [] : [AgeWords.noGroup]
        offTarget = Self.offTarget(outcome)
        need = ResultWords.need(outcome.needs)
        needTable = NeedTable(outcome)
    }

    /// Stops in the order of the week.
    package static func inOrder(
        _ view: PlanView.ServiceView
    ) -> [(venue: String, visits: [(day: DayRound, visit: Visit)])] {
        view.visitsByVenue.sorted { a, b in
            guard let first = a.visits.first, let second = b.visits.first else { return a.venue < b.venue }
            return (first.day.weekday, first.visit.arrival, first.day.week, a.venue)
                < (second.day.weekday, second.visit.arrival, second.day.week, b.venue)
        }
    }

    private static func stop(
        _ venue: String, _ visits: [(day: DayRound, visit: Visit)], _ names: ReportNames, showsVan: Bool,
        in scenario: Scenario
    ) -> StopRow {
        let parameters = scenario.parameters
        let cycleDays = 7 * parameters.cycleWeeks
        let dates = (0..<parameters.cyclesInFourWeeks).flatMap { turn in
            visits.map { scenario.date(week: $0.day.week, $0.day.weekday).adding(days: turn * cycleDays) }
        }
        let closed = dates.compactMap { date in
            SummaryWords.closed(date, in: scenario).map { (date: date, why: $0) }
        }
        let open = dates.filter { date in !closed.contains { $0.date == date } }
        var times: [Opening] = []
        for (day, visit) in visits {
            let halves = visit.openings.map { opening in
                let half: HalfDay = opening.start < parameters.halfDaySplit ? .morning : .afternoon
                return Opening(day: "\(day.weekday.key) \(ReportWords.halfDay(half))", hours: ReportWords.span(opening))
            }
            times += halves.filter { !times.contains($0) }
        }
        return StopRow(
            stopName: names.placeName(venue), stopDetail: detail(venue, visits, names, showsVan: showsVan, parameters),
            cadence: ReportWords.cadence(visits.count * parameters.cyclesInFourWeeks), times: times,
            dates: open.isEmpty ? ResultWords.noOpenDate : ReportDates.list(open),
            cancelled: closed.map { ResultWords.cancelled($0.date, $0.why) })
    }

    /// The commune where the name does not say it, the vans of several, and that the stop is short.
    private static func detail(
        _ venue: String, _ visits: [(day: DayRound, visit: Visit)], _ names: ReportNames, showsVan: Bool,
        _ parameters: Parameters
    ) -> [String] {
        var details = names.communeBeside(venue).map { [$0] } ?? []
        if showsVan { details.append(ReportWords.enumeration(Set(visits.map { names.vanName($0.day.van) }).sorted())) }
        let isShort = visits.contains {
            DayHalves($0.day, split: parameters.halfDaySplit).tour(of: $0.visit.venue) != nil
        }
        if isShort { details.append(ReportWords.shortStop) }
        return details
    }

    private static func offTarget(_ outcome: ServiceOutcome) -> [String] {
        let reasons: [Eligibility] = [.tooDense, .unknown, .forcedOut]
        let lines = reasons.compactMap { reason -> String? in
            let names = outcome.communes.filter { $0.weight.eligibility == reason }.map(\.commune.name).sorted()
            return names.isEmpty ? nil : ResultWords.offTarget(reason, names)
        }
        return lines.isEmpty ? [ResultWords.noneOffTarget] : lines
    }
}

extension ServiceResults.TeamRow {
    package init(_ team: TeamSummary, _ names: ReportNames) {
        teamVan = names.vanName(team.van)
        teamCrew = team.crew
        teamDepot = names.placeName(team.depot)
        teamStops = team.days == 0 ? ReportWords.noRound : ReportFigures.integer(team.stops)
        let (least, most) = (team.halfDays.min() ?? 0, team.halfDays.max() ?? 0)
        teamHalfDays = ReportFigures.range(least, most)
        func mean(_ weeks: [Double]) -> Double { weeks.reduce(0, +) / Double(max(1, weeks.count)) }
        teamRoad = ReportFigures.decimal(mean(team.kilometres), 1) + ReportFigures.noBreak + "km"
        teamHours = ReportFigures.duration(Minutes(Int((mean(team.hours) * 60).rounded())))
    }
}
