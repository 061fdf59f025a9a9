import PlanCheck
import PlanningModel

/// What is measured of a plan that is replayed.
package enum RobustnessMeasure: Hashable, Sendable {
    case need, needShare, regret
    case late, lateMinutes, mostLate, lost, lateReturns, longWork, longSpan, keepsOpening
    case lostRounds
    /// Half-days held in a week of the cycle.
    case held(week: Int)
    case keepsMinimum(week: Int, required: Int)
    case keepsAll(week: Int)
    /// Visits that a commune loses.
    case lostVisits(commune: String)

    package enum Unit: String, Sendable {
        case points
        case share = "part"
        case minutes
        case halfDays = "demi_journees"
        case visits = "visites"
    }

    /// In files.
    package var key: String {
        switch self {
        case .need: "besoin_couvert"
        case .needShare: "part_du_besoin"
        case .regret: "regret_au_plus"
        case .late: "ouvertures_en_retard"
        case .lateMinutes: "minutes_de_retard_par_ouverture"
        case .mostLate: "plus_grand_retard_du_cycle"
        case .lost: "ouvertures_perdues"
        case .lateReturns: "retours_apres_l_heure"
        case .longWork: "cycle_avec_journee_au_dela_de_r20"
        case .longSpan: "cycle_avec_journee_au_dela_de_r26"
        case .keepsOpening: "cycle_qui_garde_r01"
        case .lostRounds: "tournees_perdues"
        case .held(let week): "demi_journees_semaine_\(week)"
        case .keepsMinimum(let week, _): "r01_gardee_semaine_\(week)"
        case .keepsAll(let week): "tout_tenu_semaine_\(week)"
        case .lostVisits(let commune): "visites_perdues_\(commune)"
        }
    }

    package var unit: Unit {
        switch self {
        case .need, .regret: .points
        case .needShare, .late, .lost, .lateReturns, .longWork, .longSpan, .keepsOpening, .lostRounds, .keepsMinimum,
            .keepsAll:
            .share
        case .lateMinutes, .mostLate: .minutes
        case .held: .halfDays
        case .lostVisits: .visits
        }
    }
}

/// One figure of a replay: what the plan says, and what draws made of it.
package struct RobustnessFigure: Sendable {
    package var measure: RobustnessMeasure
    package var planned: Double?
    package var estimate: Estimate

    package init(_ measure: RobustnessMeasure, planned: Double?, _ estimate: Estimate) {
        self.measure = measure
        self.planned = planned
        self.estimate = estimate
    }
}

/// Everything that is told of a plan replayed, service by service.
package struct RobustnessReport: Sendable {
    package let plan: Plan
    package let replay: PlanReplay
    package let source: SourceFile

    package init(_ plan: Plan, _ replay: PlanReplay, source: SourceFile) {
        self.plan = plan
        self.replay = replay
        self.source = source
    }

    /// What is drawn anew, all else as planned.
    package enum Part: CaseIterable, Sendable {
        case needs, travel, absences
    }

    /// The figures of one part of a service's replay.
    package func figures(_ service: PlanReplay.ServiceReplay, _ part: Part) -> [RobustnessFigure] {
        switch part {
        case .needs: needs(service.needs)
        case .travel: travel(service.travel)
        case .absences: absences(service.absences)
        }
    }

    package func figures(_ service: PlanReplay.ServiceReplay) -> [RobustnessFigure] {
        Part.allCases.flatMap { figures(service, $0) }
    }

    private func needs(_ needs: NeedReplay) -> [RobustnessFigure] {
        [
            RobustnessFigure(.need, planned: needs.planned, needs.need.estimate),
            RobustnessFigure(
                .needShare, planned: needs.weight > 0 ? needs.planned / needs.weight : nil,
                Distribution(needs.need.values.map { needs.weight > 0 ? $0 / needs.weight : 0 }).estimate),
            RobustnessFigure(.regret, planned: needs.plannedRegret, needs.regret.estimate),
        ]
    }

    private func travel(_ travel: TravelReplay) -> [RobustnessFigure] {
        let planned = travel.planned
        func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
        return [
            RobustnessFigure(
                .late, planned: share(planned.lateOpenings, planned.openings),
                travel.shares(\.lateOpenings, of: \.openings).estimate),
            RobustnessFigure(
                .lateMinutes, planned: share(Int(planned.lateSeconds), 60 * planned.openings),
                travel.lateMinutes.estimate),
            RobustnessFigure(
                .mostLate, planned: planned.mostLateSeconds / 60,
                Estimate(mean: travel.draws.map { $0.mostLateSeconds / 60 })),
            RobustnessFigure(
                .lost, planned: share(planned.lostOpenings, planned.openings),
                travel.shares(\.lostOpenings, of: \.openings).estimate),
            RobustnessFigure(
                .lateReturns, planned: share(planned.lateReturns, planned.rounds),
                travel.shares(\.lateReturns, of: \.rounds).estimate),
            RobustnessFigure(
                .longWork, planned: planned.longWork > 0 ? 1 : 0, travel.estimate { $0.longWork > 0 }),
            RobustnessFigure(
                .longSpan, planned: planned.longSpan > 0 ? 1 : 0, travel.estimate { $0.longSpan > 0 }),
            RobustnessFigure(
                .keepsOpening, planned: planned.shortWeeks == 0 ? 1 : 0, travel.estimate { $0.shortWeeks == 0 }),
        ]
    }

    private func absences(_ absences: AbsenceReplay) -> [RobustnessFigure] {
        let lost = absences.lostRounds.map { absences.rounds == 0 ? 0 : Double($0) / Double(absences.rounds) }
        return [RobustnessFigure(.lostRounds, planned: 0, Distribution(lost).estimate)]
            + absences.weeks.flatMap { week in
                [
                    RobustnessFigure(.held(week: week.week), planned: Double(week.planned), week.mean),
                    RobustnessFigure(
                        .keepsMinimum(week: week.week, required: week.required),
                        planned: week.planned >= week.required ? 1 : 0, week.keepsMinimum),
                    RobustnessFigure(.keepsAll(week: week.week), planned: 1, week.keepsAll),
                ]
            }
    }

    /// A commune where the service stops.
    package struct Stop: Sendable {
        package var name: String
        package var figure: RobustnessFigure
        /// Visits of the plan in the cycle.
        package var planned: Int

        package init(name: String, figure: RobustnessFigure, planned: Int) {
            self.name = name
            self.figure = figure
            self.planned = planned
        }
    }

    /// Visits that a commune loses in the cycle, the most threatened first.
    package func stops(_ absences: AbsenceReplay) -> [Stop] {
        let places = PlaceIndex(plan.scenario)
        return absences.stops.map { stop in
            Stop(
                name: places.commune(stop.commune)?.name ?? stop.commune,
                figure: RobustnessFigure(
                    .lostVisits(commune: stop.commune), planned: 0, Estimate(mean: stop.lost.map(Double.init))),
                planned: stop.planned)
        }.sorted { ($1.figure.estimate.mean, $0.name) < ($0.figure.estimate.mean, $1.name) }
    }
}
