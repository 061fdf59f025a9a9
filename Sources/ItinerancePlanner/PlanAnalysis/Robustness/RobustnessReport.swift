import GeoModel
import RoundPlan

/// One figure of a replay: what the plan says, and what draws made of it.
package struct RobustnessFigure: Sendable {
    package enum Unit: String, Sendable {
        case points
        case share = "part"
        case minutes
        case halfDays = "demi_journees"
        case visits = "visites"
    }

    /// In files.
    package var key: String
    /// For people.
    package var label: String
    package var unit: Unit
    package var planned: Double?
    package var estimate: Estimate
}

/// Everything that is told of a plan replayed, service by service.
package struct RobustnessReport: Sendable {
    package let plan: Plan
    package let replay: PlanReplay
    package let source: SourceFile
    package let names: ReportNames

    package init(_ plan: Plan, _ replay: PlanReplay, source: SourceFile) {
        self.plan = plan
        self.replay = replay
        self.source = source
        names = ReportNames(plan.scenario)
    }

    /// The figures of one part of a service's replay.
    package struct Part: Sendable {
        package var title: String
        package var text: String
        package var figures: [RobustnessFigure]
    }

    package func parts(_ service: PlanReplay.ServiceReplay) -> [Part] {
        [
            Part(
                title: RobustnessWords.needTitle, text: RobustnessWords.needText(replay.laws),
                figures: needs(service.needs)),
            Part(
                title: RobustnessWords.travelTitle, text: RobustnessWords.travelText(replay.laws),
                figures: travel(service.travel)),
            Part(
                title: RobustnessWords.absenceTitle, text: RobustnessWords.absenceText(replay.laws),
                figures: absences(service.absences)),
        ]
    }

    private func needs(_ needs: NeedReplay) -> [RobustnessFigure] {
        [
            RobustnessFigure(
                key: "besoin_couvert", label: RobustnessWords.need, unit: .points, planned: needs.planned,
                estimate: needs.need.estimate),
            RobustnessFigure(
                key: "part_du_besoin", label: RobustnessWords.needShare, unit: .share,
                planned: needs.weight > 0 ? needs.planned / needs.weight : nil,
                estimate: Distribution(needs.need.values.map { needs.weight > 0 ? $0 / needs.weight : 0 }).estimate),
            RobustnessFigure(
                key: "regret_au_plus", label: RobustnessWords.regret, unit: .points, planned: needs.plannedRegret,
                estimate: needs.regret.estimate),
        ]
    }

    private func travel(_ travel: TravelReplay) -> [RobustnessFigure] {
        let planned = travel.planned
        func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
        return [
            RobustnessFigure(
                key: "ouvertures_en_retard", label: RobustnessWords.late, unit: .share,
                planned: share(planned.lateOpenings, planned.openings),
                estimate: travel.shares(\.lateOpenings, of: \.openings).estimate),
            RobustnessFigure(
                key: "minutes_de_retard_par_ouverture", label: RobustnessWords.lateMinutes, unit: .minutes,
                planned: share(Int(planned.lateSeconds), 60 * planned.openings), estimate: travel.lateMinutes.estimate),
            RobustnessFigure(
                key: "plus_grand_retard_du_cycle", label: RobustnessWords.mostLate, unit: .minutes,
                planned: planned.mostLateSeconds / 60,
                estimate: Estimate(mean: travel.draws.map { $0.mostLateSeconds / 60 })),
            RobustnessFigure(
                key: "ouvertures_perdues", label: RobustnessWords.lost, unit: .share,
                planned: share(planned.lostOpenings, planned.openings),
                estimate: travel.shares(\.lostOpenings, of: \.openings).estimate),
            RobustnessFigure(
                key: "retours_apres_l_heure", label: RobustnessWords.lateReturn, unit: .share,
                planned: share(planned.lateReturns, planned.rounds),
                estimate: travel.shares(\.lateReturns, of: \.rounds).estimate),
            RobustnessFigure(
                key: "cycle_avec_journee_au_dela_de_r20", label: RobustnessWords.longWork, unit: .share,
                planned: planned.longWork > 0 ? 1 : 0, estimate: travel.estimate { $0.longWork > 0 }),
            RobustnessFigure(
                key: "cycle_avec_journee_au_dela_de_r26", label: RobustnessWords.longSpan, unit: .share,
                planned: planned.longSpan > 0 ? 1 : 0, estimate: travel.estimate { $0.longSpan > 0 }),
            RobustnessFigure(
                key: "cycle_qui_garde_r01", label: RobustnessWords.keepsOpening, unit: .share,
                planned: planned.shortWeeks == 0 ? 1 : 0, estimate: travel.estimate { $0.shortWeeks == 0 }),
        ]
    }

    private func absences(_ absences: AbsenceReplay) -> [RobustnessFigure] {
        [
            RobustnessFigure(
                key: "tournees_perdues", label: RobustnessWords.lostRounds, unit: .share, planned: 0,
                estimate: Distribution(
                    absences.lostRounds.map { absences.rounds == 0 ? 0 : Double($0) / Double(absences.rounds) }
                ).estimate)
        ]
            + absences.weeks.flatMap { week in
                [
                    RobustnessFigure(
                        key: "demi_journees_semaine_\(week.week)", label: RobustnessWords.held(week.week),
                        unit: .halfDays, planned: Double(week.planned), estimate: week.mean),
                    RobustnessFigure(
                        key: "r01_gardee_semaine_\(week.week)",
                        label: RobustnessWords.keeps(week.week, required: week.required), unit: .share,
                        planned: week.planned >= week.required ? 1 : 0, estimate: week.keepsMinimum),
                    RobustnessFigure(
                        key: "tout_tenu_semaine_\(week.week)", label: RobustnessWords.keepsAll(week.week),
                        unit: .share, planned: 1, estimate: week.keepsAll),
                ]
            }
    }

    /// Visits that a commune loses in the cycle, the most threatened first.
    package func stops(_ absences: AbsenceReplay) -> [(name: String, figure: RobustnessFigure, planned: Int)] {
        absences.stops.map { stop in
            (
                names.communeName(stop.commune),
                RobustnessFigure(
                    key: "visites_perdues_\(stop.commune)",
                    label: RobustnessWords.lostVisits(names.communeName(stop.commune)),
                    unit: .visits, planned: 0, estimate: Estimate(mean: stop.lost.map(Double.init))), stop.planned
            )
        }.sorted { ($1.figure.estimate.mean, $0.name) < ($0.figure.estimate.mean, $1.name) }
    }

    /// `robustesse.csv`: a row for each figure of each service.
    package var table: String {
        let rows = replay.services.flatMap { service in
            (parts(service).flatMap(\.figures) + stops(service.absences).map(\.figure)).map { (service.service, $0) }
        }
        let columns: [ColumnOf<(String, RobustnessFigure)>] = [
            ColumnOf("service") { .text($0.0) }, ColumnOf("mesure") { .text($0.1.key) },
            ColumnOf("libelle") { .text(ReportFigures.plain($0.1.label)) },
            ColumnOf("unite") { .text($0.1.unit.rawValue) },
            ColumnOf("plan", .decimal(6)) { .decimal($0.1.planned) },
            ColumnOf("moyenne", .decimal(6)) { .decimal($0.1.estimate.mean) },
            ColumnOf("au_moins_95", .decimal(6)) { .decimal($0.1.estimate.low) },
            ColumnOf("au_plus_95", .decimal(6)) { .decimal($0.1.estimate.high) },
            ColumnOf("intervalle") { .text($0.1.estimate.method.rawValue) },
            ColumnOf("tirages", .integer) { .integer($0.1.estimate.draws) },
        ]
        return TableCSV(DataTable("robustesse", columns, rows: rows), .excel).text
    }

    /// The lines that `robustesse` prints.
    package var lines: [String] {
        replay.services.flatMap { service -> [String] in
            [RobustnessWords.lead(names.serviceName(service.service), replay)]
                + parts(service).flatMap { part -> [String] in
                    ["", part.title]
                        + ScreenTable(
                            heads: RobustnessWords.screenHeads,
                            rows: part.figures.map { figure in
                                (
                                    label: "  " + figure.label,
                                    cells: [
                                        figure.planned.map { RobustnessWords.amount($0, figure.unit) } ?? "–",
                                        RobustnessWords.amount(figure.estimate.mean, figure.unit),
                                        RobustnessWords.interval(figure),
                                    ]
                                )
                            }
                        ).lines
                }
        }.map(ReportFigures.plain)
    }
}
