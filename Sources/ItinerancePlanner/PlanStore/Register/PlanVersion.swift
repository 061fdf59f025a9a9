import FileAccess
import Foundation
import PlanningModel

/// A plan that a store keeps: where it comes from and what it is worth, without its files.
package struct PlanVersion: Encodable, FrenchKeyed {
    /// A service's share of value and bound, in points.
    package struct ServiceValue: Codable, FrenchKeyed {
        package var id: String
        package var value: Double
        package var bound: Double
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

    package var planHash: String? { files.first { $0.name == PlanFolder.plan.text }?.sha256 }

    package static var frenchKeys: [String: String] {
        ["number": "numero", "keptAt": "garde_le", "program": "programme", "scenario": "scenario", "inputs": "entrees"]
    }
}

/// Something that a plan was made from.
package struct KeptInput: Hashable, Sendable, Codable, FrenchKeyed {
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

    package init(nature: Nature, name: String, sha256: String) {
        self.nature = nature
        self.name = name
        self.sha256 = sha256
    }
}
