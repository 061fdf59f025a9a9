import FileAccess
import GeoModel
import PlanCheck
import PlanningModel

/// The figures of a plan: what it brings, to whom, at what cost, and how close it is to the best one.
package struct PlanSummary: Sendable, Codable, FrenchKeyed {
    package var name: String
    package var firstDay: CivilDate
    package var cycleWeeks: Int
    package var services: [ServiceSummary]
    package var total: ServiceSummary
    package var holidays: [HolidaySummary]
    /// Working days of the cycle that the calendars do not cover.
    package var datesNotCovered: [CivilDate]
    package var value: Double
    package var bound: Double
    /// Of the service whose bound was looked at least; `nil` where some plan does not say.
    package var audit: BoundAudit?
    package var gap: Double
    package var stop: StopReason
    package var parametersToConfirm: Int
    package var isValid: Bool
    package var isConform: Bool
    /// Its number in the store that keeps it.
    package var keptVersion: Int?

    package init(_ plan: Plan, _ check: PlanCheck) {
        let scenario = plan.scenario
        let outcomes = PlanView(plan).services.map { ServiceOutcome($0, in: scenario) }
        name = scenario.name
        firstDay = scenario.firstMonday
        cycleWeeks = scenario.parameters.cycleWeeks
        services = outcomes.map {
            ServiceSummary([$0], id: $0.view.service.id, name: $0.view.service.name, in: scenario)
        }
        total = ServiceSummary(outcomes, id: nil, name: scenario.name, in: scenario)
        holidays = HolidaySummary.all(outcomes.map(\.view), in: scenario)
        datesNotCovered = (1...scenario.parameters.cycleWeeks).flatMap { week in
            scenario.parameters.weekdays.filter { scenario.closure(week: week, $0) == .notCovered }
                .map { scenario.date(week: week, $0) }
        }
        value = plan.value
        bound = plan.bound
        let audits = plan.services.map(\.audit)
        let leastFirst: [BoundAudit] = [.refused, .notDone, .root, .wholeTree]
        audit = audits.contains(nil) ? nil : leastFirst.first { audits.contains($0) }
        gap = plan.gap
        stop = plan.stop
        parametersToConfirm = ParameterCatalogue.toConfirm.count
        isValid = check.isValid
        isConform = check.isConform
    }

    package static var frenchKeys: [String: String] {
        [
            "firstDay": "premier_jour", "cycleWeeks": "cycle_semaines", "total": "total",
            "holidays": "jours_sans_accueil", "datesNotCovered": "dates_non_couvertes",
            "parametersToConfirm": "parametres_a_confirmer", "keptVersion": "version_gardee",
        ]
    }
}

/// A dated day on which a service stays closed, and what is left of its week.
package struct HolidaySummary: Sendable, Codable, Hashable, FrenchKeyed {
    package enum Kind: String, Sendable, Codable {
        case publicHoliday = "ferie"
        case schoolHoliday = "vacances"
    }

    package var service: String
    package var week: Int
    package var date: CivilDate
    package var kind: Kind
    package var name: String
    package var halfDaysLost: Int
    /// Half-days of that week, all of its closures taken off.
    package var halfDaysLeft: Int
    package var minimumHalfDays: Int

    package static func all(_ views: [PlanView.ServiceView], in scenario: Scenario) -> [HolidaySummary] {
        views.flatMap { view in
            (1...scenario.parameters.cycleWeeks).flatMap { week -> [HolidaySummary] in
                let usual = view.halfDays(inWeek: week, scenario.parameters)
                let closed = scenario.parameters.weekdays.compactMap { weekday -> (Weekday, Kind, String)? in
                    switch scenario.closure(week: week, weekday) {
                    case .publicHoliday(let name): (weekday, .publicHoliday, name)
                    case .schoolHoliday(let name): (weekday, .schoolHoliday, name)
                    case .notCovered, nil: nil
                    }
                }
                let left = usual.count { day in !closed.contains { $0.0 == day.weekday } }
                return closed.map { weekday, kind, name in
                    HolidaySummary(
                        service: view.service.id, week: week, date: scenario.date(week: week, weekday), kind: kind,
                        name: name, halfDaysLost: usual.count { $0.weekday == weekday }, halfDaysLeft: left,
                        minimumHalfDays: scenario.parameters.minimumHalfDays(inWeek: week))
                }
            }
        }
    }

    package static var frenchKeys: [String: String] {
        [
            "kind": "motif", "halfDaysLost": "demi_journees_perdues", "halfDaysLeft": "demi_journees_restantes",
            "minimumHalfDays": "demi_journees_minimum",
        ]
    }
}
