import GeoModel
import PlanningModel

/// One obstacle moved, and the service solved again.
public struct RelaxationTrial: Sendable {
    public enum Effect: Hashable, Sendable {
        /// Proven: the best plan is worth as much as before.
        case none
        /// Confirmed by a plan or its bound: the best plan is worth so much more; negative where the obstacle was
        /// tightened.
        case changes(ValueRange)
        /// The limits came before a proof: so much more, or nothing.
        case undecided(ValueRange?)
        /// Proven: no plan is left.
        case impossible
    }

    public var relaxation: Relaxation
    /// Whether less is allowed than before, so that the best plan can only be worth less.
    public var isTighter: Bool
    public var comparison: PlanComparison

    init(_ relaxation: Relaxation, isTighter: Bool = false, _ answer: VariantAnswer, beside own: PlanAtHand) {
        self.relaxation = relaxation
        self.isTighter = isTighter
        comparison = PlanComparison(
            relaxation.applied(to: own.scenario), answer, beside: own, allowsLess: isTighter)
    }

    public var effect: Effect {
        if comparison.answer.isImpossible { return .impossible }
        guard var gain = comparison.gain else { return .undecided(nil) }
        if isTighter {
            gain = ValueRange(least: gain.least, most: min(.zero, gain.most))
            if gain.least >= .zero { return .none }
            return gain.most < .zero ? .changes(gain) : .undecided(gain)
        }
        gain = ValueRange(least: max(.zero, gain.least), most: gain.most)
        if gain.most <= .zero { return .none }
        return gain.least > .zero ? .changes(gain) : .undecided(gain)
    }

    /// What moving an obstacle means for a commune without a stop.
    public enum Bearing: Hashable, Sendable {
        /// It has a stop in a plan worth more than every plan without the move: the obstacle keeps it out.
        case brings
        /// A proven best plan has no stop there either, or there is no plan.
        case doesNot
        /// The limits came before either was shown.
        case undecided
    }

    public func bearing(on commune: String) -> Bearing {
        switch effect {
        case .none, .impossible: .doesNot
        case .undecided: .undecided
        case .changes:
            if !isTighter, comparison.serves(commune) {
                .brings
            } else {
                comparison.value?.isExact ?? false ? .doesNot : .undecided
            }
        }
    }
}

extension PlanAtHand {
    /// Relaxations to try to see what keeps a commune out, in the order in which reports name them: each within what the
    /// catalogue of parameters permits.
    var relaxations: [Relaxation] {
        var found = [Obstacle.referenceWeek, .dailyWork, .daySpan].compactMap(oneHourMore)
        if let scale = ObstacleScale(.minimumVisits, in: scenario) { found.append(scale.relaxation(scale.count)) }
        if opensTheLeast, let scale = ObstacleScale(.minimumOpening, in: scenario) { found.append(scale.relaxation(1)) }
        for kind in BudgetKind.allCases {
            guard let budget = service.budgets[keyPath: kind.path] else { continue }
            found.append(Relaxation(.budget(kind), .threshold(kind.amount(1.1 * budget))))
        }
        found += FloorKind.allCases.filter { service.floors[keyPath: $0.path] != nil }.map {
            Relaxation(.floor($0), .dropped)
        }
        return found + service.pins.indices.map { Relaxation(.pin($0), .dropped) }
    }

    /// One hour more, or what the catalogue still permits; `nil` where that is nothing.
    func oneHourMore(_ obstacle: Obstacle) -> Relaxation? {
        guard let scale = ObstacleScale(obstacle, in: scenario) else { return nil }
        return scale.relaxation(min(scale.count, 60 / ObstacleScale.timeStep))
    }

    /// Whether some week opens no more half-days than R01 asks for.
    private var opensTheLeast: Bool {
        (1...scenario.parameters.cycleWeeks).contains {
            halfDays(inWeek: $0) <= scenario.parameters.minimumHalfDays(inWeek: $0)
        }
    }

    /// Half-days of a week that count for R01: some one team receives parents long enough, meetings of professionals left
    /// out. The check counts them by code of its own.
    private func halfDays(inWeek week: Int) -> Int {
        let parameters = scenario.parameters
        let split = parameters.halfDaySplit
        let closed = Set(service.programme.filter(\.isForProfessionals).map(\.id))
        var found: Set<[Int]> = []
        for day in plan.days where day.week == week {
            for (index, half) in HalfDay.allCases.enumerated() {
                var open = day.openMinutes(in: half, split: split)
                for meeting in plan.sessions
                where closed.contains(meeting.kind) && meeting.week == week && meeting.weekday == day.weekday {
                    for opening in day.visits.filter({ $0.venue == meeting.venue }).flatMap(\.openings) {
                        open = open - opening.part(in: half, split: split).shared(with: meeting.hours)
                    }
                }
                if open >= parameters.halfDayMinimum { found.insert([day.weekday.rawValue, index]) }
            }
        }
        return found.count
    }
}
