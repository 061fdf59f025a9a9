import Foundation
import Optimizer
import RoundPlan

/// A plan that a store keeps: where it comes from and what it is worth, without its files.
struct PlanVersion: Encodable {
    /// A service's share of value and bound, in points.
    struct ServiceValue: Codable {
        var id: String
        var value: Double
        var bound: Double

        enum CodingKeys: String, CodingKey {
            case id
            case value = "valeur"
            case bound = "borne"
        }
    }

    var number: Int
    var parent: Int?
    var keptAt: KeptInstant
    /// A role, never a name.
    var author: String?
    var note: String?
    /// Version of the program that kept it.
    var program: String
    var scenario: String
    var firstMonday: String
    var fingerprint: String
    /// `nil` where a newer program wrote what this one does not understand.
    var options: KeptOptions?
    var seed: String
    var stop: String
    var value: Double
    var bound: Double
    /// A fraction.
    var gap: Double
    var services: [ServiceValue]
    /// Kept with it, byte for byte.
    var files: [SourceFile]
    var inputs: [KeptInput]

    var planHash: String? { files.first { $0.name == KeptFiles.plan }?.sha256 }

    enum CodingKeys: String, CodingKey {
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
struct KeptInput: Hashable, Codable {
    enum Nature: String, Codable {
        case file = "fichier"
        /// Of the territory in the store that keeps the plan.
        case table
        /// Of the territory in another store.
        case tableElsewhere = "table_ailleurs"
        /// The plan that it starts from.
        case plan
    }

    var nature: Nature
    var name: String
    var sha256: String

    enum CodingKeys: String, CodingKey {
        case nature
        case name = "nom"
        case sha256
    }
}

/// What a user asked for when a plan was made. Files are named without the folders that they lay in.
struct KeptOptions: Codable {
    var command: String
    /// A percentage.
    var gap: Double?
    var seconds: Double?
    var seed: UInt64?
    var cores: Int?
    var nodes: Int?
    var megabytes: Int?
    var proof: Bool?
    /// The plan it starts from.
    var start: String?
    var events: [String]?
    var scenario: String?
    var from: String?
    var until: String?
    /// Points.
    var loss: String?

    init(_ command: String) { self.command = command }

    init(_ command: String, _ limits: SolveLimits) {
        self.command = command
        gap = (limits.gap * 100 * 1e6).rounded() / 1e6
        seconds = limits.seconds
        seed = limits.seed
        cores = limits.workers
    }

    enum CodingKeys: String, CodingKey {
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
enum KeptFiles {
    static let plan = "plan.json"
    /// Made again from the plan whenever they are wanted.
    private static let derived: Set<String> = ["horaires.html", "horaires.csv", "tournees.csv"]
    /// What may lie beside a plan and cannot be made from it.
    static let companions = [
        ContoursReader.fileName, SearchTrace.fileName, "recherche.svg", "changements.csv", "changements.html",
        "annonces.txt", "stabilite.csv", "stabilite.svg",
    ]

    static func of(_ files: [(name: String, data: Data)]) -> [(name: String, data: Data)] {
        files.filter { !derived.contains(($0.name as NSString).lastPathComponent) }
    }
}
