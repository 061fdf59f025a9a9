import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanCheck
import PlanningModel

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

    package init(
        planName: String, cycle: String, conclusion: String, conformity: String, tiles: [WeekSheet.TotalCell],
        fictionalNotes: [String], proofFigures: String, proof: String, shapeTrial: String? = nil, holidays: [String],
        totals: [Totals], services: [ServiceResults], beside: [ReportSection], commitments: [CommitmentRow],
        rules: [RuleRow], findings: [String], parameterCaption: String, parameters: [ParameterRow], files: [FileRow]
    ) {
        self.planName = planName
        self.cycle = cycle
        self.conclusion = conclusion
        self.conformity = conformity
        self.tiles = tiles
        self.fictionalNotes = fictionalNotes
        self.proofFigures = proofFigures
        self.proof = proof
        self.shapeTrial = shapeTrial
        self.holidays = holidays
        self.totals = totals
        self.services = services
        self.beside = beside
        self.commitments = commitments
        self.rules = rules
        self.findings = findings
        self.parameterCaption = parameterCaption
        self.parameters = parameters
        self.files = files
    }
}

extension ResultsPage {
    package init(_ plan: Plan, _ check: PlanCheck, _ summary: PlanSummary) {
        let scenario = plan.scenario
        let names = ReportNames(scenario)
        let outcomes = PlanView(plan).services.map { ServiceOutcome($0, in: scenario) }
        planName = scenario.name
        let last = scenario.date(week: summary.cycleWeeks, scenario.parameters.weekdays.last ?? .friday)
        let cycle = ResultWords.cycle(summary.cycleWeeks, scenario.firstMonday, last)
        self.cycle = cycle.prefix(1).lowercased() + cycle.dropFirst()
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
        proofFigures = ResultWords.proofSentence(summary)
        proof =
            ([ReportWords.proof(summary)] + (summary.audit.map { [ReportWords.announcedAudit($0) + "."] } ?? [])
            + ProofWords.scope(plan)).joined(separator: " ")
        shapeTrial = plan.shapeTrial.map { ReportWords.shapeTrial($0) + "." }
        holidays = summary.holidays.map {
            SummaryWords.holiday($0, service: several ? names.serviceName($0.service) : nil) + "."
        }
        if !summary.datesNotCovered.isEmpty { holidays.append(SummaryWords.notCovered(summary.datesNotCovered) + ".") }
        totals =
            several
            ? [Totals(figures: FigureRow.rows(summary.total, weekHours: ResultWords.hoursOfAll))] : []
        services = zip(outcomes, summary.services).map { ServiceResults($0, $1, in: scenario) }
        beside = FixedTimesSheet(PlanView(plan), names).sections
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
        parameterCaption = ResultWords.parameterCaption(summary)
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
            value: ParameterWords.value(entry, parameters), changed: changed ? [ResultWords.insteadOf(usual)] : [],
            basis: changed ? ResultWords.ownChoice : ParameterWords.words(entry.key)?.basis ?? "",
            standing: ParameterWords.provenance(entry))
    }

    private static func tiles(_ summary: PlanSummary, vans: Int) -> [WeekSheet.TotalCell] {
        let total = summary.total
        let least = total.halfDays.min() ?? 0
        let most = total.halfDays.max() ?? 0
        let several = summary.services.count > 1
        return [
            .init(
                label: ResultWords.full(.halfDays), figure: ReportFigures.range(least, most),
                detail: ResultWords.leastHalfDays(total.minimumHalfDays)),
            .init(
                label: ResultWords.full(.served), figure: ReportFigures.integer(total.communesServed),
                detail: ResultWords.sharedBy(services: summary.services.count, vans: vans)),
            .init(
                label: ReachLevelWords.tile, figure: ReachLevelWords.percent(total.reach.within20Minutes),
                detail: ReachLevelWords.tileDetail(total.reach)),
            .init(
                label: ResultWords.full(.need), figure: ReportFigures.percent(total.shareReached),
                detail: ResultWords.worstOff(total.worstOffFifth)),
            .init(
                label: ResultWords.full(.travel),
                figure: SummaryWords.travel(total.meanTravel), detail: ResultWords.byCar),
            .init(
                label: ResultWords.full(.road),
                figure: ReportFigures.decimal(total.meanKilometres, 0) + ReportFigures.noBreak + "km",
                detail: ResultWords.fourWeeks(total.roadEuros)),
            .init(
                label: ResultWords.workTile(several: several || vans > 1),
                figure: ReportFigures.duration(Minutes(Int((total.meanHours * 60).rounded()))),
                detail: ResultWords.onAverage),
            .init(
                label: ResultWords.gapTile, figure: ReportWords.gap(summary.gap),
                detail: ReportWords.stop(summary.stop, .announced)),
        ]
    }
}
