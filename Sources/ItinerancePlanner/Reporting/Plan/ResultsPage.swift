import GeoModel
import RoundPlan

/// The pages « Ce que ce plan apporte », as `bilan.mustache` prints them.
package struct ResultsPage: Sendable {
    package var planName: String
    package var cycle: String
    package var conclusion: String
    package var conformity: String
    package var tiles: [WeekSheet.TotalCell]
    package var fictionalNotes: [String]
    package var proofFigures: String
    package var proof: String
    package var shapeTrial: String?
    package var holidays: [String]
    /// Holds the figures of all services where there are several.
    package var totals: [Totals]
    package var services: [ServiceResults]
    /// Missions, sessions, listening, fixed centres and prison visits, where there are any.
    package var beside: [ReportSection]
    package var commitments: [CommitmentRow]
    package var rules: [RuleRow]
    package var findings: [String]
    package var parameterCaption: String
    package var parameters: [ParameterRow]
    package var files: [FileRow]

    package struct Totals: Sendable { package var figures: [FigureRow] }

    package struct CommitmentRow: Sendable {
        package var commitment: String
        package var kept: String
        package var commitmentFigure: String
        package var threshold: [String]
        package var breaches: [String]
    }

    package struct RuleRow: Sendable {
        package var rule: String
        package var ruleTitle: String
        package var state: String
        package var ruleFigure: String
        package var limit: [String]
        package var source: String
        package var sourceDate: String
    }

    package struct ParameterRow: Sendable {
        package var parameterName: String
        package var key: String
        package var value: String
        package var changed: [String]
        package var basis: String
        package var standing: String
    }

    package struct FileRow: Sendable {
        package var file: String
        package var hash: String
    }
}

extension ResultsPage {
    package init(_ plan: Plan, _ check: PlanCheck, _ summary: PlanSummary) {
        let scenario = plan.scenario
        let names = ReportNames(scenario)
        let outcomes = CheckedPlan(plan).services.map { ServiceOutcome($0, in: scenario) }
        planName = scenario.name
        let last = scenario.date(week: summary.cycleWeeks, scenario.parameters.weekdays.last ?? .friday)
        cycle =
            "cycle de \(ReportFigures.counted(summary.cycleWeeks, "semaine")), "
            + ReportDates.range(scenario.firstMonday, last)
        conclusion = ReportWords.conclusion(check)
        conformity = ReportWords.conformity(check)
        tiles = Self.tiles(summary, vans: Set(outcomes.flatMap { $0.view.service.teams.map(\.van) }).count)
        let standings = outcomes.map {
            StandingNotes($0.view, teams: Array($0.view.service.teams.indices), $0.view.plan.days, scenario)
        }
        let several = outcomes.count > 1
        fictionalNotes = zip(outcomes, standings).flatMap { outcome, standing in
            standing.sentences.map { several ? "\(outcome.view.service.name) – \($0)" : $0 }
        }
        proofFigures =
            "Valeur \(ReportFigures.points(summary.value)) points ; borne \(ReportFigures.points(summary.bound)) points ; "
            + "écart \(ReportWords.gap(summary.gap)) : \(ReportWords.stop(summary.stop, gap: summary.gap))."
        proof = ReportWords.proof(summary) + (summary.audit.map { " \(ReportWords.audit($0))." } ?? "")
        shapeTrial = plan.shapeTrial.map { ReportWords.shapeTrial($0) + "." }
        holidays = summary.holidays.map {
            SummaryWords.holiday($0, service: several ? names.serviceName($0.service) : nil) + "."
        }
        if !summary.datesNotCovered.isEmpty { holidays.append(SummaryWords.notCovered(summary.datesNotCovered) + ".") }
        totals =
            several
            ? [Totals(figures: FigureRow.rows(summary.total, weekHours: "heures de toutes les équipes ensemble"))] : []
        services = zip(outcomes, summary.services).map { ServiceResults($0, $1, in: scenario) }
        beside = FixedTimesSheet(CheckedPlan(plan), names).sections
        let table = CommitmentTable(check, names)
        commitments = check.commitments.map { verdict in
            CommitmentRow(
                commitment: table.title(verdict), kept: CommitmentWords.state(verdict.state),
                commitmentFigure: CommitmentWords.found(verdict) ?? "–",
                threshold: CommitmentWords.limit(verdict).map { [$0] } ?? [],
                breaches: verdict.breaches.map { CommitmentWords.sentence($0, of: verdict, names) })
        }
        rules = check.verdicts.map { verdict in
            RuleRow(
                rule: verdict.rule.rawValue, ruleTitle: RuleWords.title(verdict.rule),
                state: RuleWords.state(verdict.state), ruleFigure: RuleWords.found(verdict) ?? "–",
                limit: RuleWords.limit(verdict).map { [$0] } ?? [], source: RuleWords.source(verdict.rule),
                sourceDate: RuleWords.sourceDate(verdict.rule))
        }
        findings = FindingGroups(check, in: scenario).sentences
        parameterCaption =
            "\(summary.parametersToConfirm) paramètres sur \(ParameterCatalogue.entries.count) sont à confirmer avec la Caf"
        parameters = ParameterCatalogue.entries.map { Self.parameter($0, scenario.parameters) }
        files = plan.sources.map { FileRow(file: $0.name, hash: String($0.sha256.prefix(16))) }
    }

    /// Mustache reads stored properties only.
    package var context: [String: Any] {
        [
            "planName": planName, "cycle": cycle, "conclusion": conclusion, "conformity": conformity,
            "tiles": tiles,
            "fictionalNotes": fictionalNotes, "proofFigures": proofFigures, "proof": proof,
            "shapeTrial": shapeTrial as Any, "holidays": holidays,
            "hasHolidays": !holidays.isEmpty, "totals": totals, "services": services,
            "sections": beside.map(\.context), "commitments": commitments, "hasCommitments": !commitments.isEmpty,
            "rules": rules,
            "findings": findings, "hasFindings": !findings.isEmpty, "parameterCaption": parameterCaption,
            "parameters": parameters, "files": files, "hasFiles": !files.isEmpty,
        ]
    }

    private static func parameter(_ entry: ParameterEntry, _ parameters: Parameters) -> ParameterRow {
        let changed = ParameterWords.isChanged(entry, parameters)
        let usual = ParameterWords.value(entry, ParameterWords.defaults(parameters.profile))
        return ParameterRow(
            parameterName: ParameterWords.name(entry), key: entry.key,
            value: ParameterWords.value(entry, parameters), changed: changed ? ["au lieu de \(usual)"] : [],
            basis: changed ? "choix du scénario" : ParameterWords.words(entry.key)?.basis ?? "",
            standing: ParameterWords.standing(entry))
    }

    private static func tiles(_ summary: PlanSummary, vans: Int) -> [WeekSheet.TotalCell] {
        let total = summary.total
        let least = total.halfDays.min() ?? 0
        let most = total.halfDays.max() ?? 0
        let several = summary.services.count > 1
        return [
            .init(
                label: "Demi-journées d'accueil par semaine", figure: least == most ? "\(least)" : "\(least) à \(most)",
                detail: "minimum \(total.minimumHalfDays)"),
            .init(
                label: "Communes avec un lieu d'accueil", figure: ReportFigures.integer(total.communesServed),
                detail: several
                    ? ReportFigures.counted(summary.services.count, "service")
                    : vans > 1 ? ReportFigures.counted(vans, "véhicule") : "un véhicule"),
            .init(
                label: "Communes atteintes", figure: ReportFigures.integer(total.communesReached),
                detail: "sur \(ReportFigures.counted(total.communesAtStake, "éligible"))"),
            .init(
                label: "Besoin couvert", figure: ReportFigures.percent(total.shareReached),
                detail: "le moins bien servi : " + (total.worstOffFifth.map { ReportFigures.percent($0, 0) } ?? "–")),
            .init(
                label: "Trajet moyen des familles atteintes",
                figure: SummaryWords.travel(total.meanTravel), detail: "en voiture"),
            .init(
                label: "Route par semaine",
                figure: ReportFigures.decimal(total.meanKilometres, 0) + ReportFigures.noBreak + "km",
                detail: "\(ReportFigures.euros(total.roadEuros)) pour 4 semaines"),
            .init(
                label: several || vans > 1
                    ? "Travail par semaine, toutes équipes" : "Travail par semaine et par personne",
                figure: ReportFigures.duration(Minutes(Int((total.meanHours * 60).rounded()))), detail: "en moyenne"),
            .init(
                label: "Écart au meilleur plan possible", figure: ReportWords.gap(summary.gap),
                detail: ReportWords.stop(summary.stop, gap: summary.gap)),
        ]
    }
}
