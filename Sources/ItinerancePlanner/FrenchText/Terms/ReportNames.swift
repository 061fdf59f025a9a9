import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel

/// Names of what a plan points to by identifiers. An unknown identifier stands for itself.
package struct ReportNames: Sendable {
    private let places: PlaceIndex
    private let epcis: [String: String]
    private let services: [String: String]
    private let prisons: [String: String]
    private let sessions: [String: String]
    private let vans: [String: Van]
    private let scenario: Scenario

    package init(_ scenario: Scenario) {
        self.scenario = scenario
        places = PlaceIndex(scenario)
        epcis = Dictionary(scenario.territory.epcis.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        services = Dictionary(
            scenario.services.map { ($0.id, $0.name) } + scenario.listening.map { ($0.id, $0.name) }
                + scenario.prisonRelays.map { ($0.id, $0.name) } + scenario.centres.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        prisons = Dictionary(
            scenario.territory.prisons.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        sessions = Dictionary(
            scenario.services.flatMap { $0.programme.map { ($0.id, $0.name) } },
            uniquingKeysWith: { first, _ in first })
        vans = Dictionary(scenario.vans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func place(_ id: String) -> Place? { places.place(id) }
    package func placeName(_ id: String) -> String { places.place(id)?.name ?? id }
    package func communeName(_ code: String) -> String { places.commune(code)?.name ?? code }
    package func serviceName(_ id: String) -> String { services[id] ?? id }
    package func van(_ id: String) -> Van? { vans[id] }
    package func vanName(_ id: String) -> String { vans[id]?.name ?? id }

    /// The commune of a place, where the place's own name does not say it already.
    package func communeBeside(_ placeID: String) -> String? { places.communeBeside(placeID) }

    package func pin(_ service: String, _ index: Int) -> Pin? {
        guard let pins = scenario.services.first(where: { $0.id == service })?.pins, pins.indices.contains(index)
        else { return nil }
        return pins[index]
    }

    /// Van, crew and depot of one team; the number of several.
    package func teams(_ teams: [Team]) -> [String] {
        guard teams.count == 1, let team = teams.first else {
            let isEach = Set(teams.map(\.van)).count == teams.count
            return [ReportFigures.counted(teams.count, "équipage") + (isEach ? ", un véhicule chacun" : "")]
        }
        return [vanName(team.van), team.crew, placeName(team.depot)]
    }

    package func sessionName(_ id: String) -> String { sessions[id] ?? id }

    /// A place, a commune, an EPCI, a van, a session or a mission by its name; a person or a crew by its identifier.
    package func subject(_ id: String) -> String {
        places.place(id)?.name ?? prisons[id] ?? places.commune(id)?.name ?? epcis[id] ?? vans[id]?.name ?? sessions[id]
            ?? Mission(rawValue: id).map(FixedTimesWords.mission) ?? id
    }

    /// Where a finding stands: `semaine 2, mardi 12 janvier 2027, Anor, centre`.
    package func locus(_ locus: PlanLocus) -> String {
        var parts: [String] = []
        if let service = locus.service, services.count > 1 || locus.week == nil && locus.subject == nil {
            parts.append("service « \(serviceName(service)) »")
        }
        if let week = locus.week {
            parts.append("semaine \(week)")
            if let weekday = locus.weekday {
                parts.append(ReportDates.withWeekday(scenario.date(week: week, weekday)))
            }
        } else if let weekday = locus.weekday {
            parts.append("le \(weekday.key)")
        }
        if let subject = locus.subject { parts.append(self.subject(subject)) }
        return parts.isEmpty ? ReportWords.wholePlan : parts.joined(separator: ", ")
    }
}
