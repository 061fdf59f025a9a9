import GeoModel
import PlanningModel

/// Holds the visits of a day against the parameters: what each half may hold, setting up, opening, packing up, the grid.
struct VisitRecomputation {
    private let parameters: Parameters
    private let travel: Travel
    private let places: [String: Place]

    init(_ parameters: Parameters, _ travel: Travel, _ places: [String: Place]) {
        self.parameters = parameters
        self.travel = travel
        self.places = places
    }

    func discrepancies(of day: DayRound, at locus: PlanLocus) -> [Discrepancy] {
        let halves = DayHalves(day, split: parameters.halfDaySplit)
        var found: [Discrepancy] = []
        if Set(day.visits.map(\.venue)).count < day.visits.count { found.append(Discrepancy(.twoVisits, at: locus)) }
        for visit in day.visits {
            var locus = locus
            locus.subject = visit.venue
            found += discrepancies(of: visit, isShort: halves.tour(of: visit.venue) != nil, halves, at: locus)
        }
        for half in HalfDay.allCases {
            if case .tour(let venues) = halves[half] { found += tour(venues, of: day, at: locus) }
        }
        return found
    }

    private func discrepancies(
        of visit: Visit, isShort: Bool, _ halves: DayHalves, at locus: PlanLocus
    ) -> [Discrepancy] {
        guard let first = visit.openings.first, let last = visit.openings.last else {
            return [Discrepancy(.openingLength, at: locus)]
        }
        var found: [Discrepancy] = []
        func compare(_ kind: Discrepancy.Kind, _ minutes: Minutes, _ expected: Minutes) {
            guard minutes != expected else { return }
            found.append(Discrepancy(kind, at: locus, found: .minutes(minutes), expected: .minutes(expected)))
        }
        compare(.setUp, first.start - visit.arrival, isShort ? parameters.shortStopSetUp : parameters.setUp)
        compare(.packUp, visit.departure - last.end, isShort ? parameters.shortStopPackUp : parameters.packUp)
        for opening in visit.openings {
            compare(.openingLength, opening.length, isShort ? parameters.shortStopLength : parameters.sessionLength)
            if opening.start.count % parameters.startStep.count != 0 {
                found.append(Discrepancy(.startGrid, at: locus, found: .time(opening.start)))
            }
            if opening.start < parameters.windowStart || opening.end > parameters.windowEnd {
                found.append(Discrepancy(.window, at: locus, found: .time(opening.start)))
            }
        }
        // Two openings are a full day: one in each half, and nothing else in either.
        let isFullDay = halves.halves(of: visit.venue).count == 2 && !isShort
        if visit.openings.count > 2 || visit.openings.count == 2 && !isFullDay
            || zip(visit.openings, visit.openings.dropFirst()).contains(where: { $0.end > $1.start })
        {
            found.append(Discrepancy(.openingOrder, at: locus))
        }
        return found
    }

    /// A short tour: allowed at all, not too many stops, each whole on one side of the split, each as early as it can be.
    private func tour(_ venues: [String], of day: DayRound, at locus: PlanLocus) -> [Discrepancy] {
        let visits = day.visits.filter { venues.contains($0.venue) }
        let split = parameters.halfDaySplit
        var found: [Discrepancy] = []
        let most = parameters.shortStops == .yes ? parameters.shortStopsPerHalfDay : 1
        if venues.count > most {
            found.append(
                Discrepancy(.tooManyStops, at: locus, found: .count(venues.count), expected: .count(most)))
        }
        for visit in visits {
            for opening in visit.openings where opening.start < split && opening.end > split {
                var locus = locus
                locus.subject = visit.venue
                found.append(Discrepancy(.acrossHalves, at: locus, found: .time(opening.start), expected: .time(split)))
            }
        }
        for (before, after) in zip(visits, visits.dropFirst()) {
            guard let from = places[before.venue], let to = places[after.venue],
                let leg = travel.leg(from: from, to: to), let last = before.openings.last,
                let start = after.openings.first?.start
            else { continue }
            let ready =
                last.end + parameters.shortStopPackUp + leg.duration.roundedUpToMinutes + parameters.shortStopSetUp
            let step = parameters.startStep.count
            let earliest = Minutes((ready.count + step - 1) / step * step)
            guard start != earliest else { continue }
            var locus = locus
            locus.subject = after.venue
            found.append(Discrepancy(.tourStart, at: locus, found: .time(start), expected: .time(earliest)))
        }
        return found
    }
}
