import PlanningModel

/// What the bound of one service follows from, to be carried: the trees that were searched, each under the bound of the one
/// before.
package struct ServiceProof: Hashable, Sendable {
    package struct Tree: Hashable, Sendable {
        /// Whether teams and weekdays that are alike were told apart.
        package var isDisaggregated: Bool
        /// `nil` where the tables of days are too large to be carried.
        package var numbers: ProblemNumbers?
        package var certificate: TreeCertificate

        package init(isDisaggregated: Bool, numbers: ProblemNumbers?, certificate: TreeCertificate) {
            self.isDisaggregated = isDisaggregated
            self.numbers = numbers
            self.certificate = certificate
        }
    }

    package var service: String
    package var trees: [Tree]

    package init(service: String, trees: [Tree]) {
        self.service = service
        self.trees = trees
    }

    /// What a search hands out, with all its nodes.
    package init(service: String, _ searched: [SearchedTree]) {
        self.service = service
        trees = searched.map {
            Tree(
                isDisaggregated: $0.problem.isDisaggregated, numbers: ProblemNumbers($0.problem),
                certificate: $0.certificate)
        }
    }
}

/// What a proof that was read gives for a service.
package struct ProvenBound: Hashable, Sendable {
    /// No plan of the service is worth more, thousandths.
    package var bound: Int
    package var nodes: Int
    /// Leaves that a complete search closed, and not a bound.
    package var searchedLeaves: Int
    /// Those of them that were searched again, to the same end.
    package var confirmedLeaves: Int

    /// Whether nothing is taken from the proof that was not worked out again.
    package var isComplete: Bool { searchedLeaves == confirmedLeaves }
}

/// Why a proof proves nothing of a plan.
package enum ProofRefusal: Error, Hashable, Sendable {
    /// The plan's own data make no problem.
    case noProblem(ModelRefusal)
    case noTree
    /// The numbers of a tree's problem are not those of the plan's data.
    case otherNumbers(tree: Int)
    /// A number of a node that its problem does not have.
    case outOfRange(tree: Int, node: Int)
    case audit(tree: Int, AuditFailure)
    /// A leaf closed by a search that, made again, finds a better plan.
    case betterPlan(tree: Int, node: Int)
}

extension ServiceProof {
    /// Works the bound out again from the data of a plan and the trees alone. Runs on a solver thread.
    ///
    /// - Parameter value: of the plan at hand, thousandths. Whatever it is, no plan is worth more than it or the bound.
    /// - Throws: `ProofRefusal`; `LinearError` where GLPK gave up.
    package func bound(of service: Service, in scenario: Scenario, value: Int) throws -> ProvenBound {
        guard !trees.isEmpty else { throw ProofRefusal.noTree }
        var found = ProvenBound(bound: .max, nodes: 0, searchedLeaves: 0, confirmedLeaves: 0)
        for (number, tree) in trees.enumerated() {
            let problem = try Self.problem(service, scenario, tree.isDisaggregated)
            if let numbers = tree.numbers, numbers != ProblemNumbers(problem) {
                throw ProofRefusal.otherNumbers(tree: number)
            }
            if let node = CertificateRanges(problem).fault(in: tree.certificate) {
                throw ProofRefusal.outOfRange(tree: number, node: node)
            }
            let certificate = tree.certificate.withTerms(of: problem)
            let audit = TreeAudit(problem, certificate, value: value, ceiling: found.bound)
            switch audit.verdict(reported: .max) {
            case .fails(let failure): throw ProofRefusal.audit(tree: number, failure)
            case .holds(let bound, let unplaceable):
                found.bound = bound
                found.nodes += tree.certificate.nodes.count
                found.searchedLeaves += unplaceable
            }
            for leaf in tree.certificate.searchedLeaves {
                switch try LeafSearch(problem, leaf.decisions, value: value).answer() {
                case .nothingBetter: found.confirmedLeaves += 1
                case .undecided: break
                case .betterPlan: throw ProofRefusal.betterPlan(tree: number, node: leaf.node)
                }
            }
        }
        return found
    }

    private static func problem(
        _ service: Service, _ scenario: Scenario, _ isDisaggregated: Bool
    ) throws(ProofRefusal) -> RoundsProblem {
        do throws(ModelRefusal) {
            return try RoundsProblem(service, in: scenario, disaggregated: isDisaggregated)
        } catch { throw .noProblem(error) }
    }
}

extension TreeCertificate {
    /// A file names a cover by its commune and threshold: what lies above follows from the gains.
    fileprivate func withTerms(of problem: RoundsProblem) -> TreeCertificate {
        func filled(_ dual: CertifiedDual) -> CertifiedDual {
            guard case .cover(let demand, let threshold, _) = dual.cut else { return dual }
            var own = dual
            own.cut = .cover(
                demand: demand, threshold: threshold,
                terms: problem.demands[demand].gains.filter { $0.points > threshold }.map {
                    Gain(offer: $0.offer, points: $0.points - threshold)
                })
            return own
        }
        var own = self
        for number in nodes.keys {
            own.nodes[number]?.bound = nodes[number]?.bound?.map(filled)
            own.nodes[number]?.fixing = nodes[number]?.fixing.map(filled) ?? []
        }
        return own
    }

    /// Leaves that a complete search closed, with the decisions on the way to each.
    var searchedLeaves: [(node: Int, decisions: [BranchDecision])] {
        var found: [(node: Int, decisions: [BranchDecision])] = []
        var open: [(node: Int, decisions: [BranchDecision])] = [(0, [])]
        while let visit = open.popLast() {
            switch nodes[visit.node]?.end {
            case .unplaceable: found.append(visit)
            case .branched(let answers):
                open += answers.map { ($0.node, visit.decisions + [$0.decision]) }
            case .bounded, nil: break
            }
        }
        return found.sorted { $0.node < $1.node }
    }
}
