import FileAccess
import FrenchText
import Planning
import PlanningModel

/// What `verifier --json` says of the bound.
package struct BoundSummary: Sendable, Encodable, FrenchKeyed {
    package enum State: String, Sendable, Encodable, KeylessValue {
        /// By the file alone.
        case announced = "annoncee"
        case proven = "prouvee"
        /// But for leaves that were searched, and not found again.
        case provenButLeaves = "sous_reserve"
        case notProven = "non_prouvee"
    }

    package struct Service: Sendable, Encodable, FrenchKeyed {
        package var id: String
        package var state: State
        package var announced: Int
        package var proven: Int?
        package var nodes: Int?
        package var searchedLeaves: Int?
        package var confirmedLeaves: Int?

        package static var frenchKeys: [String: String] {
            [
                "state": "etat", "announced": "annoncee_millipoints", "proven": "prouvee_millipoints",
                "searchedLeaves": "feuilles_recherchees", "confirmedLeaves": "feuilles_retrouvees",
            ]
        }
    }

    package var services: [Service]
    package var sentences: [String]

    package static var frenchKeys: [String: String] { ["sentences": "phrases"] }

    /// Of rounds that no search has made.
    package static var ofTable: BoundSummary {
        BoundSummary(services: [], sentences: [ProofWords.none].map(ReportFigures.plain))
    }

    private init(services: [Service], sentences: [String]) {
        self.services = services
        self.sentences = sentences
    }

    /// - Parameter proof: the bound worked out again; `nil` where it was not asked for.
    package init(_ plan: Plan, _ proof: VerifiedProof? = nil) {
        guard let proof else {
            services = plan.services.map { Service(id: $0.id, state: .announced, announced: $0.bound.count) }
            sentences = [ProofWords.announced(plan.services.reduce(.zero) { $0 + $1.bound })].map(ReportFigures.plain)
            return
        }
        sentences = ProofWords.lines(proof, plan).map(ReportFigures.plain)
        services = proof.services.map { service in
            var own = Service(id: service.id, state: .notProven, announced: service.announced)
            if case .success(let proven) = service.answer {
                own.proven = proven.bound
                own.nodes = proven.nodes
                own.searchedLeaves = proven.searchedLeaves
                own.confirmedLeaves = proven.confirmedLeaves
                if service.holds { own.state = proven.isComplete ? .proven : .provenButLeaves }
            }
            return own
        }
    }
}
