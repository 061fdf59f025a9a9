import GeoModel
import PlanningModel

/// What rounds of one service are worth, whoever made them: a week changed by hand, a plan of a front under other prices,
/// rounds read from a table. Worked out from their days alone, and apart from the check, which judges the figures later.
struct RoundsValuation: Sendable {
    private let service: Service
    private let scenario: Scenario
    private let needs: ServiceNeeds
    private let travel: Travel
    private let venues: [String: Place]
    private let serving: ServingDates
    private var parameters: Parameters { scenario.parameters }

    init(_ service: Service, in scenario: Scenario) {
        self.service = service
        self.scenario = scenario
        needs = scenario.needs(of: service)
        travel = scenario.travel
        serving = ServingDates(scenario)
        venues = Dictionary(scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rounds as a plan. Its bound is all need reached at no cost, since no search has found a better one.
    func plan(of days: [DayRound]) -> ServicePlan {
        let stops = stops(of: days)
        let credits = credits(stops)
        return ServicePlan(
            id: service.id, needReached: credits.reduce(.zero) { $0 + $1.points }, cost: cost(of: days, stops),
            bound: needs.counted.reduce(.zero) { $0 + $1.points }, days: days, credits: credits, needs: needs.counted)
    }

    // MARK: Need

    private struct Stop {
        var venue: String
        /// In one cycle.
        var visits = 0
        /// Of them, those on dates on which the venue is not closed (R38).
        var served = 0
        var isShort = false
    }

    /// In the order of the venues' identifiers.
    private func stops(of days: [DayRound]) -> [Stop] {
        var stops: [String: Stop] = [:]
        for day in days {
            let halves = DayHalves(day, split: parameters.halfDaySplit)
            for visit in day.visits {
                stops[visit.venue, default: Stop(venue: visit.venue)].visits += 1
                let date = scenario.date(week: day.week, day.weekday)
                if serving.closedVisit(at: visit.venue, on: date) == nil { stops[visit.venue]?.served += 1 }
                if halves.tour(of: visit.venue) != nil { stops[visit.venue]?.isShort = true }
            }
        }
        return stops.values.sorted { $0.venue < $1.venue }
    }

    /// Each commune with its single best stop; of equal ones the first.
    private func credits(_ stops: [Stop]) -> [Credit] {
        let short = min(1, Double(parameters.shortStopLength.count) / 180)
        return zip(needs.communes, needs.weights).compactMap { commune, weight in
            guard weight.points > .zero else { return nil }
            var best: Credit?
            for stop in stops {
                guard let venue = venues[stop.venue], let leg = travel.familyLeg(from: commune, to: venue) else {
                    continue
                }
                let visits = stop.served * parameters.cyclesInFourWeeks
                let access = parameters.access.access(by: leg)
                let share = access * parameters.frequency.benefit(visits: Double(visits)) * (stop.isShort ? short : 1)
                let points = MilliPoints(Int((Double(weight.points.count) * share).rounded()))
                if points > best?.points ?? .zero {
                    best = Credit(
                        commune: commune.code, venue: stop.venue, visits: visits, travel: leg.duration, access: access,
                        points: points)
                }
            }
            return best
        }
    }

    // MARK: Cost

    private func persons(_ day: DayRound) -> Int { scenario.staff.count { $0.crew == day.crew } }

    private func cost(of days: [DayRound], _ stops: [Stop]) -> MilliPoints {
        let price = DayPrice(parameters)
        let road = days.reduce(MilliPoints.zero) { sum, day in
            sum + price.points(metres: day.distance, work: day.workTime, persons: persons(day))
        }
        return road + MilliPoints(priceOfStops(stops) + priceOfOvertime(days) + priceOfSpans(days))
    }

    /// R10, R12 and R14.
    private func priceOfStops(_ stops: [Stop]) -> Int {
        let perVisit = MilliPoints(points: parameters.priceOfVisitBesideSocialCentre).count
        let perStop = MilliPoints(points: parameters.priceOfStopWithoutPartner).count
        let centres = perVisit > 0 ? SocialCentres(scenario.territory) : nil
        let services = parameters.priceOfKilometreToServices > 0 ? FamilyServices(scenario.territory) : nil
        let partnered = Set(scenario.territory.partners.map(\.commune))
        return stops.reduce(0) { sum, stop in
            let venue = venues[stop.venue]
            let commune = venue.flatMap { scenario.territory.commune($0.commune) }
            let isBeside = commune.flatMap { centres?.presence(in: $0) } == .present
            let isAlone = venue.map { !partnered.contains($0.commune) } ?? true
            let metres = venue.flatMap { services?.nearest(to: $0.position)?.metres } ?? 0
            return sum + (isBeside ? perVisit * stop.visits * parameters.cyclesInFourWeeks : 0)
                + (isAlone ? perStop : 0) + Int((parameters.priceOfKilometreToServices * Double(metres)).rounded())
        }
    }

    /// R22: minutes of each person above what is left of the week, where overtime is allowed.
    private func priceOfOvertime(_ days: [DayRound]) -> Int {
        guard parameters.overtime == .yes else { return 0 }
        let minute = perMinute(parameters.priceOfOvertimeHour)
        guard minute > 0 else { return 0 }
        var minutes = 0
        for team in service.teams {
            let limits = scenario.crew(of: team).map { scenario.share(of: team, in: parameters.weeklyLimit(of: $0)) }
            let byWeek = Dictionary(grouping: days.filter { $0.isDriven(by: team) }, by: \.week)
            for work in byWeek.values.map({ $0.reduce(Minutes.zero) { $0 + $1.workTime } }) {
                minutes += limits.reduce(0) { $0 + max(0, (work - $1).count) }
            }
        }
        return minute * minutes
    }

    /// R26: minutes of each person above the span that is reported.
    private func priceOfSpans(_ days: [DayRound]) -> Int {
        let minute = perMinute(parameters.priceOfSpanHour)
        guard minute > 0 else { return 0 }
        return days.reduce(0) { sum, day in
            sum + max(0, (day.span - parameters.spanReported).count) * persons(day) * minute
        }
    }

    /// Thousandths over 4 weeks for a minute once a cycle.
    private func perMinute(_ hour: Double) -> Int {
        Int((1000 * hour / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
    }

    // MARK: Use

    /// What budgets speak of, in 4 weeks.
    static func used(
        by days: [DayRound], in scenario: Scenario
    ) -> (kilometres: Double, personHours: Double, euros: Double) {
        let cycles = Double(scenario.parameters.cyclesInFourWeeks)
        let price = DayPrice(scenario.parameters)
        var (metres, minutes, euros) = (Metres.zero, 0, 0.0)
        for day in days {
            let persons = scenario.staff.count { $0.crew == day.crew }
            metres = metres + day.distance
            minutes += day.workTime.count * persons
            euros += price.euros(metres: day.distance, work: day.workTime, persons: persons)
        }
        return (metres.kilometres * cycles, Double(minutes) / 60 * cycles, euros * cycles)
    }
}

extension Plan {
    /// A plan of rounds made elsewhere: what they reach and cost is worked out from the scenario.
    ///
    /// - Parameter rounds: days by identifier of the service; a service without any gets an empty plan.
    public init(rounds: [String: [DayRound]], scenario: Scenario, fingerprint: String, sources: [SourceFile]) {
        self.init(
            services: scenario.services.map { RoundsValuation($0, in: scenario).plan(of: rounds[$0.id] ?? []) },
            stop: .interrupted, seed: 0, scenario: scenario, fingerprint: fingerprint, sources: sources)
    }
}
