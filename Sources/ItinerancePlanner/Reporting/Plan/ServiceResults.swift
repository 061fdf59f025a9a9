import GeoModel
import RoundPlan

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
        func row(_ label: String, _ figure: String, _ help: String? = nil) -> FigureRow {
            FigureRow(label: label, figure: figure, help: help.map { [$0] } ?? [])
        }
        return [
            row(
                "Demi-journées d'accueil par semaine",
                service.halfDays.map(String.init).joined(separator: ", ") + " (minimum \(service.minimumHalfDays))"),
            row(
                "Communes atteintes",
                "\(ReportFigures.integer(service.communesReached)) sur "
                    + ReportFigures.counted(service.communesAtStake, "commune éligible", "communes éligibles"),
                "assez proches d'un lieu d'accueil pour en tirer un bénéfice"),
            row("Communes hors cible", SummaryWords.offTarget(service.offTarget)),
            row(
                "Besoin couvert", SummaryWords.need(service),
                "familles pondérées par leur besoin, leur accès et la cadence"),
            row(
                "Le cinquième du besoin le moins bien servi", SummaryWords.benefit(service.worstOffFifth),
                "100 % : un lieu tout proche, chaque semaine"),
            row(
                "Le cinquième des familles au besoin le plus intense", SummaryWords.benefit(service.highestNeedFifth)),
            row("Inégalité entre communes (Gini)", SummaryWords.gini(service.gini)),
            row("Trajet moyen des familles atteintes", SummaryWords.travel(service.meanTravel)),
            row("Route par semaine", SummaryWords.weekly(service.kilometres, service.meanKilometres, "km")),
            row("Travail par semaine", SummaryWords.weekly(service.hours, service.meanHours, "h"), weekHours),
            row("Coût pour 4 semaines", SummaryWords.cost(service)),
            row("Valeur et borne", SummaryWords.value(service)),
        ]
    }
}

extension ServiceResults {
    package init(_ outcome: ServiceOutcome, _ summary: ServiceSummary, in scenario: Scenario) {
        let names = ReportNames(scenario)
        serviceName = outcome.view.service.name
        let service = outcome.view.service
        hasTeams = service.teams.count > 1
        serviceKind = ([ReportWords.kind(service.kind)] + ReportWords.teams(service.teams, names)).joined(
            separator: " – ")
        teams = hasTeams ? summary.teams.map { TeamRow($0, names) } : []
        let visits = Self.inOrder(outcome.view)
        let showsVan = hasTeams
        stops = visits.map { Self.stop($0.venue, $0.visits, names, showsVan: showsVan, in: scenario) }
        figures = FigureRow.rows(
            summary,
            weekHours: hasTeams
                ? "heures de toutes les équipes du service ensemble" : "heures de chaque membre de l'équipe")
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
        notReached = missed.isEmpty ? "Aucune : toutes les communes éligibles sont atteintes." : Self.list(missed)
        let byAge = AgeReach.all(outcome)
        ages = byAge.map(AgeRow.init)
        ageNote = byAge.count > 1 ? [] : [AgeWords.noGroup]
        offTarget = Self.offTarget(outcome)
        need = Self.need(outcome, in: scenario)
        needTable = NeedTable(outcome)
    }

    /// Stops in the order of the week.
    package static func inOrder(
        _ view: CheckedPlan.ServiceView
    ) -> [(venue: String, visits: [(day: DayRound, visit: Visit)])] {
        view.visitsByVenue.sorted { a, b in
            guard let first = a.visits.first, let second = b.visits.first else { return a.venue < b.venue }
            return (first.day.weekday, first.visit.arrival, first.day.week, a.venue)
                < (second.day.weekday, second.visit.arrival, second.day.week, b.venue)
        }
    }

    private static func list(_ names: [String]) -> String {
        "\(ReportFigures.counted(names.count, "commune")) : \(names.joined(separator: ", "))."
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
            dates: open.isEmpty ? "aucune date ouverte" : ReportDates.list(open),
            cancelled: closed.map { "annulé le \(ReportDates.withWeekday($0.date)) : \($0.why)" })
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
            guard !names.isEmpty else { return nil }
            let words = ReportWords.eligibility(reason)
            return words.prefix(1).uppercased() + words.dropFirst() + ", " + list(names)
        }
        return lines.isEmpty ? ["Aucune."] : lines
    }

    private static func need(_ outcome: ServiceOutcome, in scenario: Scenario) -> [String] {
        let score = outcome.needs.score
        let needs = outcome.needs
        var lines = [
            "Besoin : \(ReportWords.dimensions(score.usedDimensions)). \(NeedWords.weights(score)).",
            "Indicateurs pris en compte : \(score.usedIndicators.map(ReportWords.indicator).joined(separator: ", ")).",
        ]
        lines += NeedWords.leftOut(score)
        lines.append(
            "Volume : "
                + ReportWords.volume(needs.measure, familiesGiven: needs.familiesGiven, of: needs.communes.count)
                + ". Le besoin d'une commune est ce volume multiplié par 0,5 plus son intensité, entre 0 et 1 : aucune "
                + "famille ne compte pour rien.")
        let imputed = score.intensities.count { $0.ingredients.contains(where: \.imputed) }
        if imputed > 0 {
            lines.append(
                "\(ReportFigures.counted(imputed, "commune")) avec au moins un indicateur non publié, remplacé par la "
                    + "médiane de l'intercommunalité.")
        }
        let smoothed = outcome.needs.weights.count { $0.smoothed }
        if smoothed > 0 {
            lines.append(
                "\(ReportFigures.counted(smoothed, "commune")) avec peu de naissances, rapprochée du taux de son "
                    + "intercommunalité.")
        }
        lines.append("La capacité d'accueil d'une séance n'est pas prise en compte.")
        return lines
    }
}

extension ServiceResults.TeamRow {
    package init(_ team: TeamSummary, _ names: ReportNames) {
        teamVan = names.vanName(team.van)
        teamCrew = team.crew
        teamDepot = names.placeName(team.depot)
        teamStops = team.days == 0 ? ReportWords.noRound : ReportFigures.integer(team.stops)
        let (least, most) = (team.halfDays.min() ?? 0, team.halfDays.max() ?? 0)
        teamHalfDays = least == most ? "\(least)" : "\(least) à \(most)"
        func mean(_ weeks: [Double]) -> Double { weeks.reduce(0, +) / Double(max(1, weeks.count)) }
        teamRoad = ReportFigures.decimal(mean(team.kilometres), 1) + ReportFigures.noBreak + "km"
        teamHours = ReportFigures.duration(Minutes(Int((mean(team.hours) * 60).rounded())))
    }
}
