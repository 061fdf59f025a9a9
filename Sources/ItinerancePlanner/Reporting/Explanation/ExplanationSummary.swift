import FileAccess
import FrenchText
import Optimizer

/// What `expliquer --json` writes.
package struct ExplanationSummary: Sendable, Encodable, FrenchKeyed {
    package var communes: [CommuneSummary]?
    package var rules: [RuleSummary]?
    package var vans: [VanSummary]?
    package var weeks: [WeekSummary]?
    package var conflicts: [ConflictSummary]?
    /// Services that have a plan, and those of which nothing could be said.
    package var feasible: [String]?
    package var undecided: [String]?

    package init() {}

    package static var frenchKeys: [String: String] {
        [
            "rules": "regles", "conflicts": "empechements", "feasible": "services_possibles",
            "undecided": "services_non_tranches",
        ]
    }
}

/// A value, or a change of it, in points: equal ends are proven.
package struct RangeSummary: Sendable, Encodable, FrenchKeyed {
    package var least: Double
    package var most: Double

    package init(_ range: ValueRange) {
        least = range.least.points
        most = range.most.points
    }

    package static var frenchKeys: [String: String] {
        ["least": "au_moins", "most": "au_plus"]
    }
}

/// Another best plan beside the plan at hand.
package struct ComparisonSummary: Sendable, Encodable, FrenchKeyed {
    package var answer: String
    package var value: RangeSummary?
    package var change: RangeSummary?
    package var needChange: Double?
    package var kilometreChange: Double?
    package var personHourChange: Double?
    package var euroChange: Double?
    package var pushedOut: [StopSummary]?
    package var added: [StopSummary]?
    package var changed: [StopSummary]?
    package var moved: [StopSummary]?

    package init(_ comparison: PlanComparison) {
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

    package static var frenchKeys: [String: String] {
        [
            "answer": "reponse", "change": "valeur_moins_celle_du_plan", "needChange": "besoin_points",
            "kilometreChange": "km_4_semaines", "personHourChange": "heures_personnes_4_semaines",
            "euroChange": "euros_4_semaines", "pushedOut": "sortent", "added": "entrent",
            "changed": "changent_de_frequence", "moved": "changent_de_jour",
        ]
    }
}

package struct StopSummary: Sendable, Encodable, FrenchKeyed {
    package var venue: String
    package var visits: Int
    package var weekdays: [String]
    package var vans: [String]

    package init(_ stop: StopState) {
        venue = stop.venue
        visits = stop.visits
        weekdays = stop.times.map(\.weekday.key)
        vans = stop.times.map(\.van)
    }

    package static var frenchKeys: [String: String] {
        ["visits": "visites_4_semaines"]
    }
}

package struct TrialSummary: Sendable, Encodable, FrenchKeyed {
    package var obstacle: String
    package var measure: String
    package var effect: String
    package var gain: RangeSummary?
    package var comparison: ComparisonSummary

    package init(_ trial: RelaxationTrial, _ words: ObstacleWords) {
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

    package static var frenchKeys: [String: String] {
        ["measure": "mesure", "effect": "effet", "comparison": "plan"]
    }
}
