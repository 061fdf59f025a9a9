import FrenchText
import Optimizer
import PlanningModel

/// Why a service has no plan, in `expliquer --json`.
package struct ConflictSummary: Sendable, Encodable {
    package struct Member: Sendable, Encodable {
        package var obstacle: String
        package var text: String
        package var settled: Bool

        package enum CodingKeys: String, CodingKey {
            case obstacle = "empechement"
            case text = "texte"
            case settled = "role_prouve"
        }
    }

    package struct Remedy: Sendable, Encodable {
        package var obstacle: String
        package var dropping: String
        package var smallest: String?
        package var tooLittle: String?
        package var isSmallest: Bool

        package enum CodingKeys: String, CodingKey {
            case obstacle = "empechement"
            case dropping = "le_lever"
            case smallest = "plus_petite_mesure"
            case tooLittle = "prouve_insuffisant"
            case isSmallest = "plus_petite_prouvee"
        }
    }

    package var service: String
    package var members: [Member]
    package var isIrreducible: Bool
    package var remedies: [Remedy]
    package var together: [String]

    package init(_ conflict: Conflict, _ words: ObstacleWords) {
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

    package enum CodingKeys: String, CodingKey {
        case service
        case members = "ensemble"
        case isIrreducible = "irreductible"
        case remedies = "mesures"
        case together = "a_lever_ensemble"
    }
}
