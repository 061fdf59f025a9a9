extension AuditModel {
    /// A cut, if every plan keeps it and it is what it says; `nil` otherwise.
    func row(of cut: CertifiedCut) -> AuditRow? {
        switch cut {
        case .cover(let demand, let threshold, let terms): cover(demand, threshold, terms)
        case .rounding(let kind, let week, let limit, let multiplier, let divisor):
            rounding(kind, week, MinuteRounding(multiplier: multiplier, divisor: divisor, limit: limit))
        }
    }

    /// A commune is credited with one stop: at most the threshold, and what the stop taken has above it.
    private func cover(_ demand: Int, _ threshold: Int, _ terms: [Gain]) -> AuditRow? {
        guard problem.demands.indices.contains(demand), threshold >= 0 else { return nil }
        var above: [Int: Int] = [:]
        for gain in problem.demands[demand].gains where gain.points > threshold {
            above[gain.offer] = gain.points - threshold
        }
        guard terms.count == above.count, terms.allSatisfy({ above[$0.offer] == $0.points }) else { return nil }
        return AuditRow(
            upper: Double(threshold),
            boxes: [(credit(demand), 1)] + above.sorted { $0.key < $1.key }.map { ($0.key, -Double($0.value)) },
            unit: 1)
    }

    /// The minutes of each team in a week, rounded, and added up over the teams.
    private func rounding(_ kind: Int, _ week: Int, _ rounding: MinuteRounding) -> AuditRow? {
        guard problem.kinds.indices.contains(kind), (0..<problem.tree.weekCount).contains(week),
            rounding.multiplier > 0, rounding.divisor > 0
        else { return nil }
        // Some rule must keep each team within the limit that is rounded.
        let isKept = problem.kinds[kind].teams.allSatisfy { team in
            problem.model.weekRows.contains {
                $0.resource == .work && $0.team == team && $0.upper.map { $0 <= rounding.limit } ?? false
            }
        }
        guard isKept else { return nil }
        return AuditRow(
            part: .days(.rounded(rounding), blocks: problem.blocks.map { $0.kind == kind }, week: week),
            upper: Double(problem.kinds[kind].teams.count * rounding.mostOfOneTeam),
            // The master divides by the gap.
            unit: 1000 / Double(rounding.gap))
    }
}
