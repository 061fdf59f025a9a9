import GeoModel
import Optimizer
import RoundPlan

/// A rule of `expliquer --json`.
package struct RuleSummary: Sendable, Encodable {
    var rule: String
    var service: String
    var trials: [TrialSummary]

    package init(_ explanation: RuleExplanation, in scenario: Scenario) {
        rule = explanation.rule.rawValue
        service = explanation.service
        trials =
            scenario.services.first { $0.id == explanation.service }.map { service in
                let words = ObstacleWords(service, in: scenario)
                return explanation.trials.map { TrialSummary($0, words) }
            } ?? []
    }

    enum CodingKeys: String, CodingKey {
        case rule = "regle"
        case service
        case trials = "essais"
    }
}

/// A van of `expliquer --json`.
package struct VanSummary: Sendable, Encodable {
    var van: String
    var service: String
    var days: Int
    var halfDays: Int
    var kilometres: Double
    var hours: Double
    var stops: [StopSummary]
    var without: ComparisonSummary?

    package init(_ explanation: VanExplanation) {
        van = explanation.van
        service = explanation.service
        days = explanation.days
        halfDays = explanation.halfDays
        kilometres = explanation.metres.kilometres
        hours = Double(explanation.work.count) / 60
        stops = explanation.stops.map(StopSummary.init)
        without = explanation.without.map(ComparisonSummary.init)
    }

    enum CodingKeys: String, CodingKey {
        case van = "vehicule"
        case service
        case days = "jours_4_semaines"
        case halfDays = "demi_journees_4_semaines"
        case kilometres = "km_4_semaines"
        case hours = "heures_par_personne_4_semaines"
        case stops = "arrets"
        case without = "sans_lui"
    }
}

/// A week of `expliquer --json`.
package struct WeekSummary: Sendable, Encodable {
    struct Team: Sendable, Encodable {
        var van: String
        var days: Int
        var hours: Double
        var limit: Double

        enum CodingKeys: String, CodingKey {
            case van = "vehicule"
            case days = "jours"
            case hours = "heures_par_personne"
            case limit = "heures_au_plus"
        }
    }

    struct Closure: Sendable, Encodable {
        var date: CivilDate
        var halfDays: Int

        enum CodingKeys: String, CodingKey {
            case date
            case halfDays = "demi_journees_perdues"
        }
    }

    var week: Int
    var service: String
    var halfDays: Int
    var minimumHalfDays: Int
    var closures: [Closure]
    var teams: [Team]

    package init(_ explanation: WeekExplanation) {
        week = explanation.week
        service = explanation.service
        halfDays = explanation.halfDays
        minimumHalfDays = explanation.minimumHalfDays
        closures = explanation.closures.map { Closure(date: $0.date, halfDays: $0.halfDays) }
        teams = explanation.teams.map {
            Team(
                van: $0.van, days: $0.days, hours: Double($0.work.count) / 60, limit: Double($0.limit.count) / 60)
        }
    }

    enum CodingKeys: String, CodingKey {
        case week = "semaine"
        case service
        case halfDays = "demi_journees"
        case minimumHalfDays = "demi_journees_minimum"
        case closures = "jours_sans_accueil"
        case teams = "equipages"
    }
}

/// Why a service has no plan, in `expliquer --json`.
package struct ConflictSummary: Sendable, Encodable {
    struct Member: Sendable, Encodable {
        var obstacle: String
        var text: String
        var settled: Bool

        enum CodingKeys: String, CodingKey {
            case obstacle = "empechement"
            case text = "texte"
            case settled = "role_prouve"
        }
    }

    struct Remedy: Sendable, Encodable {
        var obstacle: String
        var dropping: String
        var smallest: String?
        var tooLittle: String?
        var isSmallest: Bool

        enum CodingKeys: String, CodingKey {
            case obstacle = "empechement"
            case dropping = "le_lever"
            case smallest = "plus_petite_mesure"
            case tooLittle = "prouve_insuffisant"
            case isSmallest = "plus_petite_prouvee"
        }
    }

    var service: String
    var members: [Member]
    var isIrreducible: Bool
    var remedies: [Remedy]
    var together: [String]

    init(_ conflict: Conflict, _ words: ObstacleWords) {
        service = conflict.service
        members = conflict.members.map {
            Member(
                obstacle: ObstacleWords.key($0), text: ReportFigures.plain(words.title($0)),
                settled: !conflict.unsettled.contains($0))
        }
        isIrreducible = conflict.isIrreducible
        remedies = conflict.remedies.map { remedy in
            Remedy(
                obstacle: ObstacleWords.key(remedy.obstacle), dropping: Self.word(remedy.dropping),
                smallest: remedy.smallest.map { ReportFigures.plain(words.measure($0)) },
                tooLittle: remedy.tooLittle.map { ReportFigures.plain(words.measure($0)) },
                isSmallest: remedy.isSmallest)
        }
        together = conflict.together.map(ObstacleWords.key)
    }

    /// `nil` where the scenario has no such service.
    package init?(_ conflict: Conflict, in scenario: Scenario) {
        guard let service = scenario.services.first(where: { $0.id == conflict.service }) else { return nil }
        self.init(conflict, ObstacleWords(service, in: scenario))
    }

    private static func word(_ outcome: ConflictRemedy.Outcome) -> String {
        switch outcome {
        case .helps: "suffit"
        case .isNotEnough: "ne_suffit_pas"
        case .undecided: "non_tranche"
        }
    }

    enum CodingKeys: String, CodingKey {
        case service
        case members = "ensemble"
        case isIrreducible = "irreductible"
        case remedies = "mesures"
        case together = "a_lever_ensemble"
    }
}
