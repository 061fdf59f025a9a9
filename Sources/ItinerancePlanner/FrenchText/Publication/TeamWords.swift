import GeoModel
import PlanAnalysis
import PlanningModel

/// What a team reads: the week, the cycle, everyone's hours, the prison visits.
package enum TeamWords {
    package static var cycleTitle: String { "Le cycle de l'équipe" }
    package static var weeksTitle: String { "Les semaines de l'équipe" }
    package static var who: String { "Qui" }
    package static func week(_ week: Int) -> String { "Semaine \(week) du cycle" }
    package static var cancelled: String { "ANNULÉ" }
    package static func cancelled(_ reason: String) -> String { "\(cancelled) – \(reason)" }
    package static func staff(_ people: [String]) -> String { people.joined(separator: ", ") }
    package static func outing(_ outing: PrisonOuting) -> String {
        "parloir, \(ReportFigures.counted(outing.children, "enfant")) ; départ \(ReportFigures.time(outing.departure)), "
            + "retour \(ReportFigures.time(outing.arrival))"
    }

    /// What stands over a day of which all falls, or is not known.
    package static func closure(_ state: DatedPlan.State) -> String? {
        state == .notCovered ? "calendrier à vérifier" : PublicationWords.reason(state)
    }

    package static var peopleTitle: String { "Les heures de chacun" }
    package static var peopleLead: String {
        "Identifiants de l'employeur, sans nom. Le trajet du dépôt au dépôt, l'installation et le rangement sont du travail ; "
            + "les pauses n'en sont pas."
    }
    package static let peopleHeaders = ["Date", "Heures", "Pauses", "Travail", "Amplitude"]
    package static let totalHeaders = ["Personne", "Rôle", "Jours", "Travail", "Semaine la plus longue"]
    package static var noWork: String { "Aucune heure dans cette période." }
    package static func weekOf(_ monday: CivilDate, _ week: Int?) -> String {
        "Semaine du \(ReportDates.full(monday))" + (week.map { " (semaine \($0) du cycle)" } ?? "")
    }
    package static func weekTotal(_ total: Minutes, contract: Minutes) -> String {
        "\(ReportFigures.duration(total)) sur \(ReportFigures.duration(contract)) au contrat"
    }
    package static func sum(_ sum: Minutes, weeks: Int) -> String {
        weeks == 0
            ? noWork
            : "Total de la période : \(ReportFigures.duration(sum)), en \(ReportFigures.counted(weeks, "semaine travaillée", "semaines travaillées"))."
    }
    package static func round(_ service: String, van: String, stops: [String]) -> String {
        "\(service), \(van) : \(stops.joined(separator: " ; "))"
    }

    package static func role(_ person: StaffMember) -> String {
        let licence = person.licence.isEmpty ? [] : ["permis \(person.licence)"]
        return (["équipe \(person.crew)"] + roles(person) + licence).joined(separator: ", ")
    }
    package static func roles(_ person: StaffMember) -> [String] {
        StaffRole.allCases.filter(person.roles.contains).map(role)
    }
    private static func role(_ role: StaffRole) -> String {
        switch role {
        case .accueillant: "accueil des parents"
        case .driver: "conduite"
        case .listener: "écoute à distance"
        case .urgentHelp: "aide psychologique d'urgence"
        case .escort: "accompagnement au parloir"
        }
    }

    package static var prisonTitle: String { "Le calendrier des parloirs" }
    package static let prisonHeaders = [
        "Date", "Établissement", "Départ", "Arrivée sur place", "Parloir", "Retour", "Enfants", "Équipe", "Route",
    ]
}
