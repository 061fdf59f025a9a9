import GeoModel
import PlanningModel

/// A van's day as its driver lives it, in the order of the day: what every sheet of a day is read from.
package struct DayRoad: Hashable, Sendable {
    /// One thing that the driver does.
    package struct Step: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case leaveDepot
            case drive
            case setUp
            case open
            case packUp
            case pause
            /// Children are with their parent in the prison.
            case prisonVisit
            case comeBack
        }

        package var kind: Kind
        /// Identifier of where it is done; of a drive, where it leads.
        package var place: String
        package var interval: Interval
        /// Zero for all but a drive.
        package var distance: Metres = .zero
    }

    /// A drive, and all that is done where it leads until the van leaves again.
    package struct Halt: Hashable, Sendable {
        package var drive: Step
        /// What is received there; `nil` at the depot and on the way of an outing.
        package var visit: Visit?
        package var steps: [Step]
        /// When the van leaves; `nil` where it has come back for the day.
        package var leaving: Minutes?

        package var place: String { drive.place }
        package var arrival: Minutes { drive.interval.end }
        /// Whether there is a way to go to reach it.
        package var isDriven: Bool { drive.distance > .zero || drive.interval.length > .zero }
    }

    /// `nil` where no way is driven.
    package let start: Step?
    package let halts: [Halt]

    /// Each visit, with the halt it is made at.
    package var visits: [(visit: Visit, halt: Halt)] {
        halts.compactMap { halt in halt.visit.map { ($0, halt) } }
    }
}

extension DayRoad {
    /// A visit is made where the way to its venue ends.
    package init(_ day: DayRound) {
        var visits = day.visits[...]
        self.init(day.legs, breaks: day.breaks) { leg, _ in
            guard let visit = visits.first, visit.venue == leg.to else { return (nil, []) }
            visits.removeFirst()
            return (visit, Self.steps(of: visit))
        }
    }

    /// Nothing is told of a halt but at the prison, where children are with their parent.
    package init(_ outing: PrisonOuting) {
        self.init(outing.legs, breaks: outing.breaks) { leg, leaving in
            guard leaving != nil, leg.to == outing.prison else { return (nil, []) }
            return (nil, [Step(kind: .prisonVisit, place: leg.to, interval: outing.visit)])
        }
    }

    /// - Parameter work: what is done at the end of a leg, from the leg and the time of leaving it, in the order of the day.
    private init(
        _ legs: [DrivenLeg], breaks: [Interval], work: (DrivenLeg, Minutes?) -> (visit: Visit?, steps: [Step])
    ) {
        start = legs.first.map {
            Step(kind: .leaveDepot, place: $0.from, interval: Interval(start: $0.departure, end: $0.departure))
        }
        halts = legs.enumerated().map { index, leg in
            let next = index + 1 < legs.count ? legs[index + 1].departure : nil
            let (visit, own) = work(leg, next)
            let leaving = next ?? visit?.departure
            let drive = Step(
                kind: .drive, place: leg.to, interval: Interval(start: leg.departure, end: leg.arrival),
                distance: leg.distance)
            guard let leaving else {
                let end = Interval(start: leg.arrival, end: leg.arrival)
                return Halt(
                    drive: drive, visit: visit, steps: own + [Step(kind: .comeBack, place: leg.to, interval: end)])
            }
            let pauses = breaks.filter { $0.start >= leg.arrival && $0.end <= leaving }.map {
                Step(kind: .pause, place: leg.to, interval: $0)
            }
            return Halt(drive: drive, visit: visit, steps: Self.inOrder(own + pauses), leaving: leaving)
        }
    }

    private static func steps(of visit: Visit) -> [Step] {
        guard let first = visit.openings.first, let last = visit.openings.last else { return [] }
        func step(_ kind: Step.Kind, _ start: Minutes, _ end: Minutes) -> Step {
            Step(kind: kind, place: visit.venue, interval: Interval(start: start, end: end))
        }
        return [step(.setUp, visit.arrival, first.start)] + visit.openings.map { step(.open, $0.start, $0.end) }
            + [step(.packUp, last.end, visit.departure)]
    }

    /// By their start; of one start in the order given.
    private static func inOrder(_ steps: [Step]) -> [Step] {
        steps.enumerated().sorted { ($0.element.interval.start, $0.offset) < ($1.element.interval.start, $1.offset) }
            .map(\.element)
    }
}
