import FileAccess
import GeoModel
import Optimizer
import PlanningModel

/// What the rounds of one service, or of all of them, bring over a cycle.
package struct ServiceSummary: Sendable, Codable, FrenchKeyed {
    /// `nil` for the total.
    package var id: String?
    package var name: String
    package var halfDays: [Int]
    package var minimumHalfDays: Int
    package var communesServed: Int
    /// Communes to which a stop brings something, however little.
    package var communesReached: Int
    package var communesAtStake: Int
    package var offTarget: OffTarget
    package var reach: ReachLevels
    package var pointsReached: Double
    package var pointsAtStake: Double
    package var shareReached: Double
    package var worstOffFifth: Double?
    package var highestNeedFifth: Double?
    package var gini: Double?
    /// Minutes.
    package var meanTravel: Double?
    package var kilometres: [Double]
    package var meanKilometres: Double
    /// Hours of work of each member of the crew; of several crews, added up.
    package var hours: [Double]
    package var meanHours: Double
    package var roadEuros: Double
    package var staffEuros: Double
    package var staffIsPriced: Bool
    package var value: Double
    package var bound: Double
    package var gap: Double
    /// What each team does; empty for the total of several services.
    package var teams: [TeamSummary]
    /// Whom the service reaches, by age; empty for the total of several services.
    package var ages: [AgeReach]

    /// Communes that weigh nothing, by reason.
    package struct OffTarget: Sendable, Codable, FrenchKeyed {
        package var tooDense: Int
        package var unknown: Int
        package var excluded: Int
        package var total: Int { tooDense + unknown + excluded }

        package static var frenchKeys: [String: String] {
            ["tooDense": "trop_denses", "unknown": "inconnues", "excluded": "exclues"]
        }
    }

    package static var frenchKeys: [String: String] {
        [
            "halfDays": "demi_journees_par_semaine", "minimumHalfDays": "demi_journees_minimum",
            "communesServed": "communes_avec_arret", "communesReached": "communes_atteintes",
            "communesAtStake": "communes_eligibles", "offTarget": "communes_hors_cible",
            "reach": "menages_atteints", "pointsReached": "points_couverts", "pointsAtStake": "points_en_jeu",
            "shareReached": "part_du_besoin_couvert", "meanTravel": "trajet_moyen_minutes",
            "kilometres": "km_par_semaine", "meanKilometres": "km_par_semaine_moyenne", "hours": "heures_par_semaine",
            "meanHours": "heures_par_semaine_moyenne", "roadEuros": "euros_route_4_semaines",
            "staffEuros": "euros_personnel_4_semaines", "staffIsPriced": "personnel_compte_dans_la_valeur",
            "ages": "public_par_age",
        ]
    }
}

/// What a summary is added up from: a commune as one service sees it.
package struct CommuneOutcome: Sendable {
    package var commune: Commune
    package var weight: NeedWeight
    package var credit: Credit?
}

extension ServiceSummary {
    /// - Parameter views: one service, or all of them for the total.
    package init(_ views: [ServiceOutcome], id: String?, name: String, in scenario: Scenario) {
        let parameters = scenario.parameters
        self.id = id
        self.name = name
        let weeks = Array(1...parameters.cycleWeeks)
        halfDays = weeks.map { week in views.reduce(0) { $0 + $1.view.halfDays(inWeek: week, parameters).count } }
        minimumHalfDays = parameters.minimumHalfDays * views.count

        let outcomes = views.flatMap(\.communes)
        let atStake = outcomes.filter { $0.weight.points > .zero }
        let eligible = Set(atStake.map(\.commune.code))
        communesServed = Set(views.flatMap(\.servedCommunes)).count
        communesReached = Set(outcomes.filter { $0.credit != nil }.map(\.commune.code)).count
        communesAtStake = eligible.count
        var reasons: [String: Eligibility] = [:]
        for outcome in outcomes where !eligible.contains(outcome.commune.code) && !outcome.weight.eligibility.counts {
            reasons[outcome.commune.code] = reasons[outcome.commune.code] ?? outcome.weight.eligibility
        }
        offTarget = OffTarget(
            tooDense: reasons.values.count { $0 == .tooDense }, unknown: reasons.values.count { $0 == .unknown },
            excluded: reasons.values.count { $0 == .forcedOut })

        reach = ReachLevels(views, in: scenario)
        pointsReached = views.reduce(MilliPoints.zero) { $0 + $1.view.plan.needReached }.points
        pointsAtStake = atStake.reduce(MilliPoints.zero) { $0 + $1.weight.points }.points
        shareReached = pointsAtStake > 0 ? pointsReached / pointsAtStake : 0
        let spread = BenefitSpread(atStake)
        worstOffFifth = spread.worstOff()
        highestNeedFifth = spread.highestNeed()
        gini = spread.gini
        let reached = atStake.filter { $0.credit != nil }
        let families = reached.reduce(0) { $0 + ($1.weight.volume ?? 0) }
        let minutes = reached.reduce(0) { sum, outcome in
            sum + (outcome.weight.volume ?? 0) * Double(outcome.credit?.travel.count ?? 0) / 60
        }
        meanTravel = families > 0 ? minutes / families : nil

        kilometres = weeks.map { week in
            views.reduce(0) { $0 + $1.view.days(inWeek: week).reduce(Metres.zero) { $0 + $1.distance }.kilometres }
        }
        hours = weeks.map { week in
            views.reduce(0) { sum, view in
                sum + Double(view.view.days(inWeek: week).reduce(Minutes.zero) { $0 + $1.workTime }.count) / 60
            }
        }
        meanKilometres = kilometres.reduce(0, +) / Double(weeks.count)
        meanHours = hours.reduce(0, +) / Double(weeks.count)
        let cycles = Double(parameters.cyclesInFourWeeks)
        let cost = RunningCost(parameters)
        roadEuros = cost.road(kilometres: kilometres.reduce(0, +)) * cycles
        staffEuros = views.reduce(0) { sum, view in
            let personMinutes = view.view.plan.days.reduce(0) { $0 + $1.workTime.count * view.view.crew(of: $1).count }
            return sum + cost.wages(personHours: Double(personMinutes) / 60) * cycles
        }
        staffIsPriced = cost.perHour != nil
        let plans = views.map(\.view.plan)
        value = plans.reduce(MilliPoints.zero) { $0 + $1.value }.points
        bound = plans.reduce(MilliPoints.zero) { $0 + $1.bound }.points
        gap = Plan.gap(plans)
        teams = id == nil ? [] : views.flatMap { TeamSummary.all($0.view, parameters) }
        ages = id == nil ? [] : views.flatMap(AgeReach.all)
    }
}

extension BenefitSpread {
    /// Of the communes that count.
    package init(_ outcomes: [CommuneOutcome]) {
        self.init(
            outcomes.filter { $0.weight.points > .zero }.map { outcome in
                Share(
                    commune: outcome.commune.code, weight: outcome.weight.points.points,
                    volume: outcome.weight.volume ?? 0, intensity: outcome.weight.intensity,
                    benefit: (outcome.credit?.points.points ?? 0) / outcome.weight.points.points)
            })
    }
}

/// One service laid out for the reports: its days, and every commune of its territory.
package struct ServiceOutcome: Sendable {
    package var view: PlanView.ServiceView
    package var needs: ServiceNeeds
    package var communes: [CommuneOutcome]
    /// Codes of the communes where a stop lies.
    package var servedCommunes: [String]

    package init(_ view: PlanView.ServiceView, in scenario: Scenario) {
        self.view = view
        needs = scenario.needs(of: view.service)
        let credits = Dictionary(
            view.plan.credits.filter { $0.points > .zero }.map { ($0.commune, $0) },
            uniquingKeysWith: { first, _ in first })
        communes = zip(needs.communes, needs.weights).map { commune, weight in
            CommuneOutcome(commune: commune, weight: weight, credit: credits[commune.code])
        }
        let stops = Set(view.plan.days.flatMap { $0.visits.map(\.venue) })
        servedCommunes = scenario.territory.venues.filter { stops.contains($0.id) }.map(\.commune)
    }
}
