import GeoModel
import PlanningModel

/// The best that any lawful hours of a day make of it: each figure by itself, so that no plan has better.
struct DayBurden {
    /// Thousandths for its span; `nil` while no hours are lawful.
    private(set) var price: Int?
    private(set) var isEvening = true
    private(set) var isLong = true
    private(set) var halfDays = 0

    /// Only shorter hours can be better.
    fileprivate func isBestButLong(_ most: Int) -> Bool { price == 0 && !isEvening && halfDays == most }

    /// Nothing can be better.
    fileprivate func isBest(_ most: Int) -> Bool { price == 0 && !isEvening && !isLong && halfDays == most }

    fileprivate mutating func take(_ price: Int, isEvening: Bool, isLong: Bool, halfDays: Int) {
        self.halfDays = max(self.halfDays, halfDays)
        self.price = min(self.price ?? price, price)
        self.isEvening = self.isEvening && isEvening
        self.isLong = self.isLong && isLong
    }
}

extension RoundsProblem {
    /// R28: whether a day that ends then is one of the evenings that are counted.
    func isEvening(_ hours: DayClock.Hours) -> Bool { model.evenings.map { hours.arrival > $0.after } ?? false }

    /// R26: whether a day of these hours is one of the long ones that are counted.
    func isLong(_ hours: DayClock.Hours) -> Bool {
        model.longDays.map { hours.arrival - hours.departure > $0.above } ?? false
    }

    /// The burden of a day that may start at any of some times, with any of the hours that a start may have.
    ///
    /// - Parameters:
    ///   - counts: half-days that count for R01 at a start.
    ///   - most: more are never counted.
    func burden(
        _ starts: [Minutes], persons: Int, most: Int, counts: (Minutes) -> Int,
        _ hours: (Minutes) -> [DayClock.Hours]
    ) -> DayBurden {
        var best = DayBurden()
        for start in starts {
            for day in hours(start) {
                best.take(
                    spanPrice(day, persons: persons), isEvening: isEvening(day), isLong: isLong(day),
                    halfDays: counts(start))
            }
            if best.isBest(most) { return best }
        }
        return best
    }

    /// The same of a day whose halves start at any two of some times, with what each start counts. Hours are also asked for with
    /// a break that the day needs at one end put at its beginning, where the usual ones leave something to gain.
    ///
    /// - Parameter extent: from the depot to the first start, and from the second start back: what a day spans beside the time
    ///   between its starts.
    func burden(
        _ mornings: [Minutes], _ afternoons: [Minutes], extent: Minutes, persons: Int, most: Int,
        morningCounts: (Minutes) -> Int,
        afternoonCounts: (Minutes) -> Int, _ hours: (Minutes, Minutes, Bool) -> DayClock.Hours?
    ) -> DayBurden {
        var best = DayBurden()
        for morning in mornings {
            for afternoon in afternoons {
                if best.isBestButLong(most), let limit = model.longDays, afternoon - morning + extent > limit.above {
                    continue
                }
                let counts = morningCounts(morning) + afternoonCounts(afternoon)
                for breakFirst in [false, true] {
                    // Where there are no hours, there are none with the break elsewhere.
                    guard let day = hours(morning, afternoon, breakFirst) else { break }
                    best.take(
                        spanPrice(day, persons: persons), isEvening: isEvening(day), isLong: isLong(day),
                        halfDays: counts)
                    if best.isBest(most) { return best }
                    guard isEvening(day) else { break }
                }
            }
        }
        return best
    }
}

extension RoundsProblem {
    /// R28, evenings of a team in a week.
    func evenings(_ team: Int) -> Int? { model.evenings?.inWeek[team] }

    /// R26, long days of a team in the folded weeks together: each comes `repeats` times in the cycle.
    func foldedLongDays(_ team: Int) -> Int? { model.longDays.map { $0.inCycle[team] / repeats } }

    func hasEvenings(_ kind: Int) -> Bool { hasDay(kind) { $0.isEvening } }
    func hasLongDays(_ kind: Int) -> Bool { hasDay(kind) { $0.isLong } }

    private func hasDay(_ kind: Int, _ isMeant: (DayCost) -> Bool) -> Bool {
        blocks.contains { block in
            block.kind == kind
                && [tables[block.table].singles, tables[block.table].fullDays, tables[block.table].pairs].joined()
                    .contains { $0.isLegal && isMeant($0) }
        }
    }
}
