import Foundation
import Optimizer
import RoundPlan

/// A plan that a store keeps: where it comes from and what it is worth, without its files.
package struct PlanVersion: Encodable {
    /// A service's share of value and bound, in points.
    package struct ServiceValue: Codable {
        package var id: String
        package var value: Double
        package var bound: Double

        package enum CodingKeys: String, CodingKey {
            case id
            case value = "valeur"
            case bound = "borne"
        }
    }

    package var number: Int
    package var parent: Int?
    package var keptAt: KeptInstant
    /// A role, never a name.
    package var author: String?
    package var note: String?
    /// Version of the program that kept it.
    package var program: String
    package var scenario: String
    package var firstMonday: String
    package var fingerprint: String
    /// `nil` where a newer program wrote what this one does not understand.
    package var options: KeptOptions?
    package var seed: String
    package var stop: String
    package var value: Double
    package var bound: Double
    /// A fraction.
    package var gap: Double
    package var services: [ServiceValue]
    /// Kept with it, byte for byte.
    package var files: [SourceFile]
    package var inputs: [KeptInput]

    package var planHash: String? { files.first { $0.name == KeptFiles.plan }?.sha256 }

    package enum CodingKeys: String, CodingKey {
        case number = "numero"
        case parent
        case keptAt = "garde_le"
        case author = "auteur"
        case note
        case program = "programme"
        case scenario
        case firstMonday = "premier_lundi"
        case fingerprint = "empreinte"
        case options
        case seed = "graine"
        case stop = "arret"
        case value = "valeur"
        case bound = "borne"
        case gap = "ecart"
        case services
        case files = "fichiers"
        case inputs = "entrees"
    }
}

/// Something that a plan was made from.
package struct KeptInput: Hashable, Sendable, Codable {
    package enum Nature: String, Sendable, Codable {
        case file = "fichier"
        /// Of the territory in the store that keeps the plan.
        case table
        /// Of the territory in another store.
        case tableElsewhere = "table_ailleurs"
        /// The plan that it starts from.
        case plan
    }

    package var nature: Nature
    package var name: String
    package var sha256: String

    package enum CodingKeys: String, CodingKey {
        case nature
        case name = "nom"
        case sha256
    }
}

/// What a user asked for when a plan was made. Files are named without the folders that they lay in.
package struct KeptOptions: Codable {
    package var command: String
    /// A percentage.
    package var gap: Double?
    package var seconds: Double?
    package var seed: UInt64?
    package var cores: Int?
    package var nodes: Int?
    package var megabytes: Int?
    package var proof: Bool?
    /// The plan it starts from.
    package var start: String?
    package var events: [String]?
    package var scenario: String?
    package var from: String?
    package var until: String?
    /// Points.
    package var loss: String?

    package init(_ command: String) { self.command = command }

    package init(_ command: String, _ limits: SolveLimits) {
        self.command = command
        gap = (limits.gap * 100 * 1e6).rounded() / 1e6
        seconds = limits.seconds
        seed = limits.seed
        cores = limits.workers
    }

    package enum CodingKeys: String, CodingKey {
        case command = "commande"
        case gap = "ecart"
        case seconds = "duree"
        case seed = "graine"
        case cores = "coeurs"
        case nodes = "noeuds"
        case megabytes = "memoire"
        case proof = "preuve"
        case start = "depart"
        case events = "evenements"
        case scenario
        case from = "du"
        case until = "au"
        case loss = "perte_max"
    }
}

/// Which files of a plan's folder are kept.
package enum KeptFiles {
    package static let plan = "plan.json"
    /// Made again from the plan whenever they are wanted.
    private static let derived: Set<String> = ["horaires.html", "horaires.csv", "tournees.csv"]
    /// What may lie beside a plan and cannot be made from it.
    package static let companions = [
        ContoursReader.fileName, SearchTrace.fileName, "recherche.svg", "changements.csv", "changements.html",
        "annonces.txt", "stabilite.csv", "stabilite.svg",
    ]

    package static func of(_ files: [(name: String, data: Data)]) -> [(name: String, data: Data)] {
        files.filter { !derived.contains(($0.name as NSString).lastPathComponent) }
    }
}
