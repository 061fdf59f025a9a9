import PlanningModel

/// Works the bounds of a tree out again from its certificates and the problem alone, by code that shares nothing with the
/// master, its layout or its pricing.
///
/// The tree claims that no plan is worth more than the best leaf or the plan at hand. So each bound must follow from its
/// duals under the node's decisions, each exclusion from duals and the value at hand, and each node's children must keep
/// every plan of it.
package struct TreeAudit {
    private let model: AuditModel
    private let tree: TreeCertificate
    /// Value of the plan at hand, thousandths.
    private let value: Int?
    /// A bound known from elsewhere.
    private let ceiling: Int

    package init(_ problem: RoundsProblem, _ tree: TreeCertificate, value: Int?, ceiling: Int = .max) {
        model = AuditModel(problem)
        self.tree = tree
        self.value = value
        self.ceiling = min(ceiling, AuditModel.trivialBound(problem))
    }

    /// What the root alone proves, if it proves what it claims.
    package func root() throws(AuditFailure) -> Int {
        guard let root = tree.nodes[0] else { return max(value ?? .min, ceiling) }
        return max(value ?? .min, try bound(of: root, 0, AuditLimits(model.problem), ceiling))
    }

    /// Whether the whole tree proves a reported bound.
    package func verdict(reported: Int) -> AuditVerdict {
        do throws(AuditFailure) {
            let (bound, unplaceable) = try leaves()
            guard bound <= reported else {
                throw AuditFailure(node: 0, reason: .reportedBelowLeaves(reported: reported, audited: bound))
            }
            return .holds(bound: bound, unplaceable: unplaceable)
        } catch {
            return .fails(error)
        }
    }

    private struct Visit {
        var node: Int
        var limits: AuditLimits
        var bound: Int
    }

    private func leaves() throws(AuditFailure) -> (bound: Int, unplaceable: Int) {
        var best = value ?? .min
        var unplaceable = 0
        var open = [Visit(node: 0, limits: AuditLimits(model.problem), bound: ceiling)]
        while let visit = open.popLast() {
            guard let node = tree.nodes[visit.node] else {
                // Never solved: what is known from above stands for it.
                best = max(best, visit.bound)
                continue
            }
            let own = try bound(of: node, visit.node, visit.limits, visit.bound)
            switch node.end {
            case .bounded: best = max(best, own)
            case .unplaceable: unplaceable += 1
            case .branched(let answers):
                guard answers.count == 2, answers[0].decision.isComplement(of: answers[1].decision),
                    answers[0].node != answers[1].node, answers.allSatisfy({ $0.node > visit.node })
                else { throw AuditFailure(node: visit.node, reason: .childrenDoNotSplit) }
                let limits = try narrowed(visit.limits, by: node, visit.node)
                for answer in answers {
                    var child = limits
                    child.take(answer.decision)
                    open.append(Visit(node: answer.node, limits: child, bound: own))
                }
            }
        }
        return (best, unplaceable)
    }

    /// The node's bound: that of its parent, or what its own duals prove. It must reach what is claimed.
    private func bound(
        of node: NodeCertificate, _ number: Int, _ limits: AuditLimits, _ inherited: Int
    ) throws(AuditFailure) -> Int {
        var audited = inherited
        if let duals = node.bound {
            let proven = try lagrangian(number, limits, duals).bound.rounded(.down)
            // A bound that is no number, or out of all reach, proves nothing.
            if proven < Double(inherited) { audited = Int(max(proven, -1e15)) }
        }
        guard audited <= node.claimed else {
            throw AuditFailure(node: number, reason: .boundNotReached(claimed: node.claimed, audited: audited))
        }
        return audited
    }

    private func lagrangian(
        _ number: Int, _ limits: AuditLimits, _ duals: [CertifiedDual]
    ) throws(AuditFailure) -> AuditLagrangian {
        do throws(AuditFailure.Reason) { return try AuditLagrangian(model, limits, duals) } catch {
            throw AuditFailure(node: number, reason: error)
        }
    }

    /// What is left below a node. Each exclusion loses only plans that are worth no more than the one at hand.
    private func narrowed(
        _ limits: AuditLimits, by node: NodeCertificate, _ number: Int
    ) throws(AuditFailure) -> AuditLimits {
        guard !node.exclusions.isEmpty || node.listsRounds else { return limits }
        guard let value else {
            let reason = node.exclusions.first.map { AuditFailure.Reason.exclusionDoesNotFollow($0) }
            throw AuditFailure(node: number, reason: reason ?? .noPlan)
        }
        let lagrangian = try lagrangian(number, limits, node.fixing)
        let worth = node.exclusions.isEmpty ? [] : lagrangian.worthWithOffer()
        func isLost(_ offer: Int, _ block: Int) -> Bool {
            limits.isClosedOffer[offer] || worth[block][offer] < Double(value) + 1
        }
        var narrowed = limits
        for exclusion in node.exclusions {
            let follows =
                switch exclusion {
                case .offer(let offer): worth.indices.allSatisfy { isLost(offer, $0) }
                case .stop(let stop):
                    model.offers(ofStop: stop).allSatisfy { offer in worth.indices.allSatisfy { isLost(offer, $0) } }
                case .block(let stop, let block): model.offers(ofStop: stop).allSatisfy { isLost($0, block) }
                }
            guard follows else { throw AuditFailure(node: number, reason: .exclusionDoesNotFollow(exclusion)) }
            narrowed.leaveOut(exclusion)
        }
        if node.listsRounds, !narrowed.leaveOut(by: lagrangian.listing(value: value)) {
            throw AuditFailure(node: number, reason: .tooManyListings)
        }
        return narrowed
    }
}

extension AuditFailure.Reason: Error {}

extension BranchDecision {
    /// Whether every plan keeps one of the two.
    func isComplement(of other: BranchDecision) -> Bool {
        switch (self, other) {
        case (.stopUsed(let a, let yes), .stopUsed(let b, let no)): a == b && yes != no
        case (.offer(let a, let yes), .offer(let b, let no)): a == b && yes != no
        case (.segment(let a, let yes), .segment(let b, let no)): a == b && yes != no
        case (.blocks(let a, let blocks, let yes), .blocks(let b, let others, let no)):
            a == b && blocks == others && yes != no
        case (.fullDay(let a, let yes), .fullDay(let b, let no)): a == b && yes != no
        case (.adjacent(let a, let yes), .adjacent(let b, let no)): a == b && yes != no
        case (.order(let a, let yes), .order(let b, let no)): a == b && yes != no
        case (.phase(let a, let node, let yes), .phase(let b, let other, let no)): a == b && node == other && yes != no
        case (.atMost(let row, let most), .atLeast(let other, let least)),
            (.atLeast(let other, let least), .atMost(let row, let most)):
            row == other && least == most + 1
        default: false
        }
    }
}
