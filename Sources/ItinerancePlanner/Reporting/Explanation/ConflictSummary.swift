import FileAccess
import FrenchText
import Optimizer
import PlanningModel

/// Why a service has no plan, in `expliquer --json`.
package struct ConflictSummary: Sendable, Encodable, FrenchKeyed {
    package struct Member: Sendable, Encodable, FrenchKeyed {
        package var obstacle: String
        package var text: String
        package var settled: Bool

        package static var frenchKeys: [String: String] {
            ["text": "texte", "settled": "role_prouve"]
        }
    }

    package struct Remedy: Sendable, Encodable, FrenchKeyed {
        package var obstacle: String
        package var dropping: String
        package var smallest: String?
        package var tooLittle: String?
        package var isSmallest: Bool

        package static var frenchKeys: [String: String] {
            [
                "dropping": "le_lever", "smallest": "plus_petite_mesure", "tooLittle": "prouve_insuffisant",
                "isSmallest": "plus_petite_prouvee",
            ]
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

    package static var frenchKeys: [String: String] {
        ["members": "ensemble", "isIrreducible": "irreductible", "remedies": "mesures", "together": "a_lever_ensemble"]
    }
}
