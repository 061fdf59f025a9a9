import GeoModel
import PlanningModel

/// The rounds of one service, replayed with drives that take a factor of their time.
struct CycleReplay {
    private let view: PlanView.ServiceView
    private let parameters: Parameters
    /// Seconds of each drive of each day, as the roads have them.
    private let drives: [[Double]]
    private let days: [DayRound]
    private let weeks: ClosedRange<Int>
    /// Dates with a round, as days from the first Monday, in order.
    let dates: [Int]

    init(_ view: PlanView.ServiceView, _ scenario: Scenario) {
        self.view = view
        parameters = scenario.parameters
        let travel = scenario.travel
        let places = Dictionary(
            (scenario.territory.venues + scenario.territory.depots).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        days = view.plan.days
        drives = days.map { day in
            day.legs.map { leg in
                let planned = Double((leg.arrival - leg.departure).count * 60)
                guard let from = places[leg.from], let to = places[leg.to], let own = travel.leg(from: from, to: to)
                else { return planned }
                return Double(own.duration.count)
            }
        }
        weeks = 1...scenario.parameters.cycleWeeks
        dates = Set(days.map(Self.date)).sorted()
    }

    private static func date(_ day: DayRound) -> Int { 7 * (day.week - 1) + day.weekday.rawValue }

    /// - Parameter factor: of a drive, by its date and its place in the day; asked once for each drive, in order.
    func cycle(_ factor: (_ date: Int, _ leg: Int) -> Double) -> TravelReplay.Draw {
        var draw = TravelReplay.Draw()
        var shortened = view
        for (index, day) in days.enumerated() {
            let times = day.legs.indices.map { drives[index][$0] * factor(Self.date(day), $0) }
            shortened.plan.days[index] = replay(day, times, &draw)
        }
        for week in weeks {
            draw.weeks += 1
            if shortened.halfDays(inWeek: week, parameters).count < parameters.minimumHalfDays(inWeek: week) {
                draw.shortWeeks += 1
            }
        }
        return draw
    }

    /// The day as it went, its openings shortened; whole minutes, so that a second late takes no minute away.
    private func replay(_ day: DayRound, _ times: [Double], _ draw: inout TravelReplay.Draw) -> DayRound {
        var lived = day
        guard view.isOpen(on: day) else {
            for visit in day.visits { draw.lose(visit) }
            return lived
        }
        var leaving = seconds(day.departure)
        var work = 0.0
        for (index, visit) in day.visits.enumerated() where index < day.legs.count {
            let arrival = leaving + times[index]
            work += times[index]
            let gap = (visit.arrival - day.legs[index].arrival).count
            let owed =
                gap >= parameters.lunch.count
                ? parameters.lunch.count
                : gap >= parameters.breakLength.count ? parameters.breakLength.count : 0
            let here = max(arrival + Double(owed * 60), seconds(visit.arrival))
            guard let first = visit.openings.first, let last = visit.openings.last else { continue }
            let isClosed = view.isClosed(visit, on: day)
            let isReady = here + seconds(first.start - visit.arrival)
            if isClosed { draw.lose(visit) }
            for (place, opening) in visit.openings.enumerated() where !isClosed {
                draw.openings += 1
                let late = max(0, isReady - seconds(opening.start))
                guard late > 0 else { continue }
                draw.lateOpenings += 1
                let length = seconds(opening.length)
                draw.lateSeconds += min(late, length)
                draw.mostLateSeconds = max(draw.mostLateSeconds, min(late, length))
                if late >= length { draw.lostOpenings += 1 }
                lived.visits[index].openings[place].start = min(
                    opening.end, opening.start + Minutes(Int(late / 60)))
            }
            let isLost = isClosed || isReady >= seconds(last.end)
            let planned = seconds(day.legs[index + 1 < day.legs.count ? index + 1 : index].departure)
            leaving = isLost ? max(arrival, min(planned, here)) : planned
            let breaks = zip(visit.openings, visit.openings.dropFirst()).reduce(0.0) {
                $0 + seconds($1.1.start - $1.0.end)
            }
            work += max(0, (isLost ? leaving : seconds(visit.departure)) - here - (isLost ? 0 : breaks))
        }
        guard day.legs.count == day.visits.count + 1, let last = times.last else { return lived }
        work += last
        let end = max(leaving + last, 0)
        draw.rounds += 1
        let late = end - seconds(day.arrival)
        if late > 0 {
            draw.lateReturns += 1
            draw.mostReturnSeconds = max(draw.mostReturnSeconds, late)
        }
        if work > seconds(parameters.dailyWork) { draw.longWork += 1 }
        if end - seconds(day.departure) > seconds(parameters.spanMaximum) { draw.longSpan += 1 }
        return lived
    }

    private func seconds(_ minutes: Minutes) -> Double { Double(minutes.count * 60) }
}
