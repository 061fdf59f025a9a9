import FileAccess
import Foundation

/// Which files of a plan's folder are kept.
package enum KeptFiles {
    /// Made again from the plan whenever they are wanted, in its folder and in those of changed weeks.
    private static let derived: Set<String> = ["horaires.html", "horaires.csv", "tournees.csv"]
    /// What may lie beside a plan and cannot be made from it.
    package static let companions: [OutputName] = [
        PlanFolder.contours, PlanFolder.search, "recherche.svg", "changements.csv", "changements.html",
        "annonces.txt", "stabilite.csv", "stabilite.svg", PlanFolder.proof, PlanFolder.packedProof,
    ]

    package static func of(_ files: [(name: OutputName, data: Data)]) -> [(name: OutputName, data: Data)] {
        files.filter { !derived.contains($0.name.lastPart) }
    }
}
