import FileAccess
import Foundation
import PlanningModel

/// How the search for the plan of a cell ended.
package enum CellState: String, Hashable, Sendable, Codable {
    case plan
    /// Proven: no plan keeps all rules.
    case infeasible = "aucun_plan_possible"
    /// None was found in the time given.
    case noPlan = "aucun_plan_trouve"
    /// There is nothing to plan: no eligible commune, no driver…
    case refused = "refuse"
}

/// A search that has ended, kept: enough to make its plan again from its scenario, and nothing that its scenario says.
package struct CellFile: Codable, Equatable, Sendable, FrenchKeyed {
    package static let formatName = "itinerance-cellule"
    package static let formatVersion = 2

    package var format = CellFile.formatName
    package var version = CellFile.formatVersion
    package var key: String
    /// SHA-256 of the scenario, as in its plan.
    package var fingerprint: String
    /// Seconds that the search had at most.
    package var seconds: Double
    package var state: CellState
    /// Why there is no plan, as it was said when the search ended. A later run says it again without the search, in the same
    /// words: `key` changes with the program, so that no sentence outlives the program that made it.
    package var messages: [String] = []
    package var stop: StopReason?
    package var seed: UInt64
    package var services: [ServicePlan] = []
    package var shifts: [Shift] = []
    package var outings: [PrisonOuting] = []

    /// Whether more time would have changed nothing.
    package var isFinal: Bool {
        switch state {
        case .plan: stop == .optimal || stop == .gapReached
        case .infeasible, .refused: true
        case .noPlan: false
        }
    }

    /// Whether it is what a search of so many seconds is asked for.
    package func serves(seconds asked: Double) -> Bool { isFinal || seconds >= asked }

    /// The plan of the scenario that the search was about; `nil` where none was found.
    package func plan(of loaded: LoadedScenario) -> Plan? {
        guard state == .plan, let stop else { return nil }
        return Plan(
            services: services, shifts: shifts, outings: outings, stop: stop, seed: seed, scenario: loaded.scenario,
            fingerprint: fingerprint, sources: loaded.sources)
    }

    package static var frenchKeys: [String: String] {
        ["key": "cle", "state": "etat"]
    }

    package init(
        format: String = CellFile.formatName, version: Int = CellFile.formatVersion, key: String,
        fingerprint: String, seconds: Double, state: CellState, messages: [String] = [], stop: StopReason? = nil,
        seed: UInt64, services: [ServicePlan] = [], shifts: [Shift] = [], outings: [PrisonOuting] = []
    ) {
        self.format = format
        self.version = version
        self.key = key
        self.fingerprint = fingerprint
        self.seconds = seconds
        self.state = state
        self.messages = messages
        self.stop = stop
        self.seed = seed
        self.services = services
        self.shifts = shifts
        self.outings = outings
    }
}

/// A cell as it lies on the disk: with the sum of its own bytes.
private struct SealedCell: Codable, FrenchKeyed {
    var content: CellFile
    var sha256: String

    package static var frenchKeys: [String: String] {
        ["content": "contenu"]
    }
}

extension CellFile {
    /// Changes with all that the plan depends on: scenario, options of the search, program.
    package static func key(fingerprint: String, gap: Double, nodes: Int?, seed: UInt64) -> String {
        let parts = [
            formatName, "\(formatVersion)", ProgramVersion.current, "\(Plan.formatVersion)", fingerprint, "\(gap)",
            nodes.map(String.init) ?? "", "\(seed)",
        ]
        return Sha256.hex(Data(parts.joined(separator: "\n").utf8))
    }

    package func sealed() throws -> Data {
        let sealed = SealedCell(content: self, sha256: Sha256.hex(try FrenchJSON.encode(self)))
        return try FrenchJSON.encode(sealed) + Data("\n".utf8)
    }

    /// `nil` where the bytes are not those that were written.
    package init?(sealed data: Data) {
        guard let sealed = try? FrenchJSON.decode(SealedCell.self, from: data),
            sealed.content.format == Self.formatName, sealed.content.version == Self.formatVersion,
            let bytes = try? FrenchJSON.encode(sealed.content), Sha256.hex(bytes) == sealed.sha256
        else { return nil }
        self = sealed.content
    }
}
