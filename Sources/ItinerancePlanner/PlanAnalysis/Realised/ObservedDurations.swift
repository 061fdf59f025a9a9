import GeoModel
import PlanningModel

/// How long something took on several days.
package struct ObservedDuration: Sendable {
    package var from: String
    package var to: String
    /// In the plan.
    package var planned: Minutes
    /// In ascending order; at least one.
    package var minutes: [Int]

    package var median: Double {
        let middle = minutes.count / 2
        return minutes.count % 2 == 1 ? Double(minutes[middle]) : Double(minutes[middle - 1] + minutes[middle]) / 2
    }

    package var least: Int { minutes.first ?? 0 }
    package var most: Int { minutes.last ?? 0 }
}

extension Realised {
    /// What was written of one visit, or of the van at its depot: when it came, when it went.
    private struct Passage {
        var place: String
        var arrival: Minutes?
        var departure: Minutes?
    }

    private struct ObservedDay: Hashable {
        var date: CivilDate
        var service: String
        var van: String
    }

    /// Days of which something was written, in order, with the openings of each.
    private var days: [(date: CivilDate, service: String, day: DayRound, openings: [Opening])] {
        Dictionary(grouping: openings.filter { $0.line != nil }) {
            ObservedDay(date: $0.planned.date, service: $0.planned.service, van: $0.planned.day.van)
        }.sorted { ($0.key.date, $0.key.service, $0.key.van) < ($1.key.date, $1.key.service, $1.key.van) }
            .compactMap { key, own in
                own.first.map { (date: key.date, service: key.service, day: $0.planned.day, openings: own) }
            }
    }

    /// Ways driven from one place straight to the next of the plan, where both ends were written down.
    package var legs: [ObservedDuration] {
        var found: [TravelPair: ObservedDuration] = [:]
        for (date, service, day, own) in days {
            let stops = day.visits.map { visit -> Passage in
                let lines = own.filter { $0.planned.visit.venue == visit.venue && $0.isHeld }.compactMap(\.line)
                return Passage(
                    place: visit.venue, arrival: lines.compactMap(\.arrival).min(),
                    departure: lines.compactMap(\.departure).max())
            }
            let depot = day.legs.first?.from ?? ""
            let line = depots[DepotKey(date: date, service: service, depot: depot)]
            let home = Passage(place: depot, arrival: line?.arrival, departure: line?.departure)
            let passages = [home] + stops + [home]
            for (index, leg) in day.legs.enumerated() where index + 1 < passages.count {
                guard let start = passages[index].departure, let end = passages[index + 1].arrival, end > start,
                    passages[index].place == leg.from, passages[index + 1].place == leg.to
                else { continue }
                let pair = TravelPair(from: leg.from, to: leg.to)
                let planned = leg.arrival - leg.departure
                found[pair, default: ObservedDuration(from: leg.from, to: leg.to, planned: planned, minutes: [])]
                    .minutes.append((end - start).count)
            }
        }
        return found.values.map { leg in
            var leg = leg
            leg.minutes.sort()
            return leg
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// From the arrival of the van to the opening, and from the end to its departure, at stops with whole sessions. The
    /// model has one figure for all venues: these are shown, and change nothing by themselves.
    package var setUps: (setUp: ObservedDuration?, packUp: ObservedDuration?) {
        let parameters = plan.scenario.parameters
        var (before, after): ([Int], [Int]) = ([], [])
        for (_, _, day, own) in days {
            let halves = DayHalves(day, split: parameters.halfDaySplit)
            for visit in day.visits where halves.tour(of: visit.venue) == nil {
                let lines = own.filter { $0.planned.visit.venue == visit.venue && $0.isHeld }
                    .sorted { $0.planned.hours.start < $1.planned.hours.start }.compactMap(\.line)
                if let arrival = lines.first?.arrival, let start = lines.first?.start {
                    before.append((start - arrival).count)
                }
                if let departure = lines.last?.departure, let end = lines.last?.end {
                    after.append((departure - end).count)
                }
            }
        }
        func observed(_ minutes: [Int], _ planned: Minutes) -> ObservedDuration? {
            minutes.isEmpty ? nil : ObservedDuration(from: "", to: "", planned: planned, minutes: minutes.sorted())
        }
        return (observed(before, parameters.setUp), observed(after, parameters.packUp))
    }
}
