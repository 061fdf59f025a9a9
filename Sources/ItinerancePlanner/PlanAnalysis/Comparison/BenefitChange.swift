import GeoModel

/// Who gains and who loses in one service from one plan to another, commune by commune.
package struct BenefitChange: Sendable {
    /// What a commune is to a plan.
    package enum Side: Hashable, Sendable {
        /// Benefit from 0 to 1, and what it brings to the need reached.
        case counted(benefit: Double, points: MilliPoints)
        case offTarget
        /// Density or families not known.
        case unknown
        /// Not in the territory of the service.
        case outside

        package var benefit: Double? { if case .counted(let benefit, _) = self { benefit } else { nil } }
        package var points: MilliPoints { if case .counted(_, let points) = self { points } else { .zero } }
    }

    package enum Direction: String, Hashable, Sendable {
        case gains = "gagne"
        case loses = "perd"
        case same = "inchange"
        /// Counts in one plan only.
        case onlyFirst = "premier_plan_seulement"
        case onlySecond = "second_plan_seulement"
        case notCounted = "hors_calcul"
    }

    package struct Row: Sendable {
        package var commune: Commune
        package var before: Side
        package var after: Side
        /// Families, households or births; `nil` where not known.
        package var volume: Double?

        /// `nil` unless it counts in both plans.
        package var change: Double? { before.benefit.flatMap { old in after.benefit.map { $0 - old } } }
        package var pointChange: MilliPoints { after.points - before.points }

        package var direction: Direction {
            if let change {
                return change >= BenefitChange.visible
                    ? .gains : change <= -BenefitChange.visible ? .loses : .same
            }
            return before.benefit != nil ? .onlyFirst : after.benefit != nil ? .onlySecond : .notCounted
        }

        package init(commune: Commune, before: Side, after: Side, volume: Double? = nil) {
            self.commune = commune
            self.before = before
            self.after = after
            self.volume = volume
        }
    }

    /// Changes below half a thousandth print as none and count as none.
    package static let visible = 0.0005

    /// In the order of their codes.
    package var rows: [Row]
    /// Whom the volume counts.
    package var measure: NeedMeasure

    /// - Parameter first: those of the reference give names and volumes where both know a commune.
    package init(from first: ServiceOutcome, to second: ServiceOutcome) {
        measure = first.needs.measure
        let isSameMeasure = first.needs.measure == second.needs.measure
        let before = Dictionary(
            first.communes.map { ($0.commune.code, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(
            second.communes.map { ($0.commune.code, $0) }, uniquingKeysWith: { first, _ in first })
        rows = Set(before.keys).union(after.keys).sorted().compactMap { code in
            let (old, new) = (before[code], after[code])
            guard let commune = (old ?? new)?.commune else { return nil }
            return Row(
                commune: commune, before: Self.side(old), after: Self.side(new),
                volume: old?.weight.volume ?? (isSameMeasure ? new?.weight.volume : nil))
        }
    }

    private static func side(_ outcome: CommuneOutcome?) -> Side {
        guard let outcome else { return .outside }
        guard outcome.weight.points > .zero else {
            return outcome.weight.eligibility == .unknown ? .unknown : .offTarget
        }
        let points = outcome.credit?.points ?? .zero
        return .counted(benefit: Double(points.count) / Double(outcome.weight.points.count), points: points)
    }

    package func rows(_ direction: Direction) -> [Row] { rows.filter { $0.direction == direction } }

    /// Families of some communes, and how many communes have no figure: unknown is not zero.
    package static func families(_ rows: [Row]) -> (known: Double, unknown: Int) {
        (rows.reduce(0) { $0 + ($1.volume ?? 0) }, rows.count { $0.volume == nil })
    }

    // MARK: EPCI

    package struct Group: Sendable {
        package var epci: String
        package var rows: [Row]
        /// Means over the communes that count, by the points of each plan; `nil` where none counts.
        package var before: Double?
        package var after: Double?
        package var pointChange: MilliPoints
        package var change: Double? { before.flatMap { old in after.map { $0 - old } } }

        package func rows(_ direction: Direction) -> [Row] { rows.filter { $0.direction == direction } }

        package init(epci: String, rows: [Row], before: Double? = nil, after: Double? = nil, pointChange: MilliPoints) {
            self.epci = epci
            self.rows = rows
            self.before = before
            self.after = after
            self.pointChange = pointChange
        }
    }

    /// By EPCI, in the order of their codes.
    ///
    /// - Parameter weights: the points that each commune could bring, in the first plan and in the second.
    package func groups(_ weights: (first: [String: MilliPoints], second: [String: MilliPoints])) -> [Group] {
        let byEpci = Dictionary(grouping: rows, by: \.commune.epci)
        return byEpci.keys.sorted().map { epci in
            let own = byEpci[epci] ?? []
            func mean(_ weights: [String: MilliPoints], _ side: (Row) -> Side) -> Double? {
                let stake = own.reduce(MilliPoints.zero) { $0 + (weights[$1.commune.code] ?? .zero) }
                guard stake > .zero else { return nil }
                return Double(own.reduce(MilliPoints.zero) { $0 + side($1).points }.count) / Double(stake.count)
            }
            return Group(
                epci: epci, rows: own, before: mean(weights.first) { $0.before },
                after: mean(weights.second) { $0.after },
                pointChange: own.reduce(.zero) { $0 + $1.pointChange })
        }
    }
}
