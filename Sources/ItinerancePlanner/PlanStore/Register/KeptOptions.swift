import FileAccess
import Optimizer

/// What a user asked for when a plan was made. Files are named without the folders that they lay in.
package struct KeptOptions: Codable, FrenchKeyed {
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

    package static var frenchKeys: [String: String] {
        [
            "command": "commande", "seconds": "duree", "cores": "coeurs", "megabytes": "memoire", "proof": "preuve",
            "start": "depart", "events": "evenements", "scenario": "scenario", "loss": "perte_max",
        ]
    }
}
