import GeoModel
import PlanningModel

/// Works out again what the rounds of a service use up and cost.
struct CostRecomputation {
    private let scenario: Scenario
    private var parameters: Parameters { scenario.parameters }

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// All that the objective takes off: days, and soft rules with a price.
    func cost(of view: PlanView.ServiceView) -> MilliPoints {
        let days = view.plan.days.reduce(MilliPoints.zero) { sum, day in
            sum
                + MilliPoints(
                    points: euros(of: day) * parameters.pricePerEuro * Double(parameters.cyclesInFourWeeks))
        }
        return days + softRules(view)
    }

    /// Kilometres and, where wages are variable, hours of the crew: by a formula of the check's own, apart from that of the
    /// optimizer on purpose, so that a mistake in one shows in the other.
    func euros(of day: DayRound) -> Double {
        var euros = day.distance.kilometres * parameters.costPerKilometre
        if parameters.wages == .variable {
            euros += Double(day.workTime.count) / 60 * parameters.costPerHour * Double(crewSize(day))
        }
        return euros
    }

    /// What budgets speak of, in 4 weeks.
    func used(by view: PlanView.ServiceView) -> (kilometres: Double, personHours: Double, euros: Double) {
        let cycles = Double(parameters.cyclesInFourWeeks)
        let days = view.plan.days
        let personMinutes = days.reduce(0) { $0 + $1.workTime.count * crewSize($1) }
        return (
            days.reduce(Metres.zero) { $0 + $1.distance }.kilometres * cycles, Double(personMinutes) / 60 * cycles,
            days.reduce(0) { $0 + euros(of: $1) } * cycles
        )
    }

    func crewSize(_ day: DayRound) -> Int { scenario.staff.count { $0.crew == day.crew } }

    /// R10, R12, R14, R22 and R26, each unit rounded once.
    private func softRules(_ view: PlanView.ServiceView) -> MilliPoints {
        let stops = view.stops(parameters)
        let communeOf = Dictionary(
            scenario.territory.venues.map { ($0.id, $0.commune) }, uniquingKeysWith: { first, _ in first })
        let centres = SocialCentres(scenario.territory)
        let partnered = Set(scenario.territory.partners.map(\.commune))
        var units = 0
        if parameters.priceOfVisitBesideSocialCentre > 0 {
            let price = MilliPoints(points: parameters.priceOfVisitBesideSocialCentre).count
            for stop in stops {
                guard let commune = communeOf[stop.venue].flatMap(scenario.territory.commune),
                    centres.presence(in: commune) == .present
                else { continue }
                units += price * stop.visits.count * parameters.cyclesInFourWeeks
            }
        }
        if parameters.priceOfStopWithoutPartner > 0 {
            let price = MilliPoints(points: parameters.priceOfStopWithoutPartner).count
            units += price * stops.count { !(communeOf[$0.venue].map(partnered.contains) ?? false) }
        }
        if parameters.priceOfKilometreToServices > 0 {
            let services = FamilyServices(scenario.territory)
            let positionOf = Dictionary(
                scenario.territory.venues.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
            for stop in stops {
                guard let position = positionOf[stop.venue], let nearest = services.nearest(to: position) else {
                    continue
                }
                // Points a kilometre are thousandths a metre.
                units += Int((parameters.priceOfKilometreToServices * Double(nearest.metres)).rounded())
            }
        }
        if parameters.overtime == .yes, parameters.priceOfOvertimeHour > 0 {
            let hourly = parameters.priceOfOvertimeHour
            let price = Int((1000 * hourly / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
            units += price * overtime(of: view).count
        }
        if parameters.priceOfSpanHour > 0 {
            let span = DaySpan(parameters)
            units += view.plan.days.reduce(0) { $0 + span.price(of: $1.span, persons: crewSize($1), parameters) }
        }
        return MilliPoints(units)
    }

    /// Minutes above each person's limit, or the share of it that a shared crew has here, week by week, over one cycle.
    func overtime(of view: PlanView.ServiceView) -> Minutes {
        let rule = ReferenceWeek(parameters)
        return zip(view.service.teams, view.crews).reduce(.zero) { sum, own in
            let (team, crew) = own
            let days = view.plan.days.filter { $0.isDriven(by: team) }
            let limits = crew.map { scenario.share(of: team, in: rule.limit(of: $0)) }
            return (1...parameters.cycleWeeks).reduce(sum) { sum, week in
                let work = days.filter { $0.week == week }.reduce(Minutes.zero) { $0 + $1.workTime }
                return limits.reduce(sum) { $0 + max(.zero, work - $1) }
            }
        }
    }
}
