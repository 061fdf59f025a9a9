import FileAccess
import LinearSolver
import Optimizer
import PlanningModel
import ScenarioFiles

/// The bounds of a plan, worked out again from its own data and a proof alone.
package struct VerifiedProof: Sendable {
    package struct Service: Sendable {
        package var id: String
        /// What the plan says of its bound, thousandths.
        package var announced: Int
        package var answer: Result<ProvenBound, ProofRefusal>

        /// Whether no plan is worth more than announced.
        package var holds: Bool {
            if case .success(let proven) = answer { proven.bound <= announced } else { false }
        }
    }

    /// File of the proof, as the user names it.
    package let name: String
    package let services: [Service]

    package var holds: Bool { services.allSatisfy(\.holds) }

    /// - Parameters:
    ///   - planHash: SHA-256 of the plan's file.
    ///   - fingerprint: of the plan's own data, worked out again and not read from the plan.
    /// - Throws: `InputFailure` where the proof is not one of this plan; `LinearError` where GLPK gave up.
    package init(
        _ proof: ProofFile, named name: String, of plan: Plan, planHash: String, fingerprint: String
    ) throws {
        @Sendable func fail(_ fault: ProofFault) -> InputFailure { InputFailure(.proof(fault), file: name) }
        guard proof.planHash == planHash else { throw fail(.otherPlan) }
        guard proof.fingerprint == plan.fingerprint, fingerprint == plan.fingerprint else { throw fail(.otherData) }
        let (found, expected) = (proof.services.map(\.service), plan.services.map(\.id))
        guard found == expected else { throw fail(.otherServices(found, expected)) }
        self.name = name
        let scenario = plan.scenario
        services = try SolverThread.run(
            zip(plan.services, proof.services).map { own, proof in
                { @Sendable in
                    guard let service = scenario.services.first(where: { $0.id == own.id }) else {
                        throw fail(.otherServices(found, scenario.services.map(\.id)))
                    }
                    do {
                        let bound = try proof.bound(of: service, in: scenario, value: own.value.count)
                        return Service(id: own.id, announced: own.bound.count, answer: .success(bound))
                    } catch let refusal as ProofRefusal {
                        return Service(id: own.id, announced: own.bound.count, answer: .failure(refusal))
                    }
                }
            }, width: 1)
    }
}
