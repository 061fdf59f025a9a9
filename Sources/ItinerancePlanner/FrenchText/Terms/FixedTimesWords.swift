import GeoModel
import PlanCheck
import PlanningModel
import Staffing

/// What a user reads of sessions, listening, fixed centres and prison visits when something is wrong with them.
package enum FixedTimesWords {
    package static var beside: String { "À côté des tournées, sur le cycle" }

    /// What happens besides rounds: sessions, listening, fixed centres, prison visits, each by its number.
    package static func summary(_ plan: Plan) -> [(String, String)] {
        let sessions = plan.services.reduce(0) { $0 + $1.sessions.count }
        let scenario = plan.scenario
        func shifts(_ ids: [String]) -> Int { plan.shifts.count { ids.contains($0.service) } }
        return [
            ("Séances placées", sessions, "séance", nil),
            ("Écoute à distance", shifts(scenario.listening.map(\.id)), "créneau", "créneaux"),
            ("Lieux fixes", shifts(scenario.centres.map(\.id)), "ouverture", nil),
            ("Parloirs accompagnés", plan.outings.count, "parloir", nil),
        ].compactMap { (line: (String, Int, String, String?)) in
            line.1 == 0 ? nil : (line.0, ReportFigures.counted(line.1, line.2, line.3))
        }
    }

    package static func channel(_ channel: ListeningChannel) -> String {
        switch channel {
        case .telephone: "téléphone"
        case .video: "visio"
        case .messages: "messagerie"
        }
    }

    /// Empty where no channel of the list is given.
    package static func channel(of service: ListeningService) -> String {
        service.listedChannel.map(channel) ?? ""
    }

    package static func mission(_ mission: Mission) -> String {
        switch mission {
        case .information: "mission information"
        case .welcome: "mission accueil"
        case .groups: "mission actions collectives"
        case .services: "mission services aux parents"
        case .actors: "mission mise en réseau des acteurs"
        }
    }

    /// Why services at fixed times cannot be staffed.
    package static func failure(_ failure: FixedTimesFailure, _ scenario: Scenario) -> String {
        switch failure {
        case .noListener(let service, let weekday, let start, let week, false):
            return
                "\(name(service, scenario)) : les permanences ne peuvent pas toutes être tenues. La première à laquelle il "
                + "manque quelqu'un est celle du \(weekday.key) à \(time(start)), semaine \(week) : une fois tenues celles "
                + "d'avant, repos, amplitude, coupures, soirées et heures du contrat ne la laissent à personne."
        case .noListener(let service, let weekday, let start, _, true):
            return "\(name(service, scenario)) : personne ne peut tenir l'écoute du \(weekday.key) à \(time(start)). "
                + "Il faut quelqu'un de l'équipe qui ait le rôle « ecoutant », soit présent ces jours-là, et à qui le "
                + "repos, l'amplitude, les coupures (R36, R37), les soirées et les heures du contrat laissent ce temps."
        case .noVisit(let service, let prison, let because):
            let faults = because.map { fault in
                (fault.rule.map { $0.rawValue + " : " } ?? "") + RuleWords.sentence(fault, ReportNames(scenario))
            }
            return
                "\(name(service, scenario)) : aucun créneau de « \(place(prison, scenario)) » ne convient. Chaque parloir demande "
                + "l'arrivée \(ReportFigures.plain(ReportFigures.duration(scenario.parameters.prisonMargin))) avant, un "
                + "accompagnant, l'établissement ouvert, le véhicule libre et le temps de travail de l'équipe respecté."
                + faults.map { " " + ReportFigures.plain($0) }.joined()
        case .noSeats(let service, let prison, let van, let children, let adults, let seats):
            return "\(name(service, scenario)) : le parloir de « \(place(prison, scenario)) » demande "
                + "\(ReportFigures.plain(ReportFigures.counted(children + adults, "place"))), une pour chacun des "
                + "\(ReportFigures.plain(ReportFigures.counted(children, "enfant"))) et "
                + (adults == 1 ? "une pour qui conduit et accompagne" : "deux pour qui conduit et qui accompagne")
                + " ; « \(van) » en a \(seats) (R19). Prenez un véhicule plus grand (vehicules.csv), ou répartissez les enfants "
                + "sur plusieurs parloirs."
        case .unsettled(let service):
            return
                "\(name(service, scenario)) : trop de façons de répartir les créneaux pour les essayer toutes, et aucune "
                + "de celles essayées ne convient. Demandez moins de créneaux, ou ajoutez du personnel."
        case .noOpening(let service, let violation):
            let rule = violation.rule.map { " la règle \($0.rawValue) (\(RuleWords.title($0).lowercased()))" } ?? ""
            return "\(name(service, scenario)) : ses ouvertures ne respectent pas\(rule) pour l'équipe. "
                + ReportFigures.plain(RuleWords.sentence(violation, ReportNames(scenario)))
                + " Changez ses horaires, ou l'équipe."
        case .noWay(let service, let from, let to):
            return "\(name(service, scenario)) : le trajet de « \(from) » à « \(to) » n'est pas connu."
        }
    }

    /// Rounds come first: that nothing fits beside them is no proof for others.
    package static var otherRounds: String {
        "Les tournées sont choisies d'abord ; d'autres tournées laisseraient peut-être ce temps."
    }

    private static func place(_ prison: String, _ scenario: Scenario) -> String {
        scenario.territory.prisons.first { $0.id == prison }?.name ?? prison
    }

    private static func name(_ service: String, _ scenario: Scenario) -> String {
        let names =
            scenario.listening.map { ($0.id, $0.name) } + scenario.prisonRelays.map { ($0.id, $0.name) }
            + scenario.centres.map { ($0.id, $0.name) }
        return names.first { $0.0 == service }?.1 ?? service
    }

    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
}
