import GeoModel
import Optimizer
import RoundPlan

/// What `expliquer --json` writes.
package struct ExplanationSummary: Sendable, Encodable {
    package var communes: [CommuneSummary]?
    package var rules: [RuleSummary]?
    package var vans: [VanSummary]?
    package var weeks: [WeekSummary]?
    package var conflicts: [ConflictSummary]?
    /// Services that have a plan, and those of which nothing could be said.
    package var feasible: [String]?
    package var undecided: [String]?

    package init() {}

    enum CodingKeys: String, CodingKey {
        case communes
        case rules = "regles"
        case vans = "vehicules"
        case weeks = "semaines"
        case conflicts = "empechements"
        case feasible = "services_possibles"
        case undecided = "services_non_tranches"
    }
}

/// A value, or a change of it, in points: equal ends are proven.
package struct RangeSummary: Sendable, Encodable {
    var least: Double
    var most: Double

    init(_ range: ValueRange) {
        least = range.least.points
        most = range.most.points
    }

    enum CodingKeys: String, CodingKey {
        case least = "au_moins"
        case most = "au_plus"
    }
}

/// Another best plan beside the plan at hand.
package struct ComparisonSummary: Sendable, Encodable {
    var answer: String
    var value: RangeSummary?
    var change: RangeSummary?
    var needChange: Double?
    var kilometreChange: Double?
    var personHourChange: Double?
    var euroChange: Double?
    var pushedOut: [StopSummary]?
    var added: [StopSummary]?
    var changed: [StopSummary]?
    var moved: [StopSummary]?

    init(_ comparison: PlanComparison) {
        answer =
            switch comparison.answer {
            case .plan: "plan"
            case .impossible: "impossible"
            case .undecided: "non_tranche"
            }
        value = comparison.value.map(RangeSummary.init)
        change = comparison.change.map(RangeSummary.init)
        needChange = comparison.figureChange?.need.points
        kilometreChange = comparison.figureChange?.metres.kilometres
        personHourChange = comparison.figureChange.map { Double($0.personMinutes.count) / 60 }
        euroChange = comparison.figureChange?.euros
        pushedOut = comparison.stops?.pushedOut.map(StopSummary.init)
        added = comparison.stops?.added.map(StopSummary.init)
        changed = comparison.stops?.changed.map { StopSummary($0.after) }
        moved = comparison.stops?.moved.map { StopSummary($0.after) }
    }

    enum CodingKeys: String, CodingKey {
        case answer = "reponse"
        case value = "valeur"
        case change = "valeur_moins_celle_du_plan"
        case needChange = "besoin_points"
        case kilometreChange = "km_4_semaines"
        case personHourChange = "heures_personnes_4_semaines"
        case euroChange = "euros_4_semaines"
        case pushedOut = "sortent"
        case added = "entrent"
        case changed = "changent_de_frequence"
        case moved = "changent_de_jour"
    }
}

package struct StopSummary: Sendable, Encodable {
    var venue: String
    var visits: Int
    var weekdays: [String]
    var vans: [String]

    init(_ stop: StopState) {
        venue = stop.venue
        visits = stop.visits
        weekdays = stop.times.map(\.weekday.key)
        vans = stop.times.map(\.van)
    }

    enum CodingKeys: String, CodingKey {
        case venue = "lieu"
        case visits = "visites_4_semaines"
        case weekdays = "jours"
        case vans = "vehicules"
    }
}

package struct TrialSummary: Sendable, Encodable {
    var obstacle: String
    var measure: String
    var effect: String
    var gain: RangeSummary?
    var comparison: ComparisonSummary

    init(_ trial: RelaxationTrial, _ words: ObstacleWords) {
        obstacle = ObstacleWords.key(trial.relaxation.obstacle)
        measure = ReportFigures.plain(words.measure(trial.relaxation))
        comparison = ComparisonSummary(trial.comparison)
        switch trial.effect {
        case .none: effect = "aucun"
        case .impossible: effect = "impossible"
        case .changes(let range):
            effect = "confirme"
            gain = RangeSummary(range)
        case .undecided(let range):
            effect = "non_tranche"
            gain = range.map(RangeSummary.init)
        }
    }

    enum CodingKeys: String, CodingKey {
        case obstacle = "empechement"
        case measure = "mesure"
        case effect = "effet"
        case gain
        case comparison = "plan"
    }
}
