import GeoModel
import PlanAnalysis
import PlanningModel
import TabularData

/// What a driver-accueillant reads: road sheets, the list of a van's days, routes for a telephone.
package enum RoadSheetWords {
    package static func title(_ van: String) -> String { "Feuilles de route – \(van)" }
    package static var days: String { "Les sorties, dans l'ordre" }
    package static var daysCaption: String {
        "Une feuille par jour de sortie. Un jour annulé n'en a pas : le véhicule reste au dépôt."
    }
    package static let dayHeaders = ["Date", "Départ", "Arrêts", "Retour", "Route"]
    package static func cancelled(_ reason: String) -> String { "ANNULÉ – \(reason)" }
    package static var none: String { "Aucune sortie dans cette période." }

    package static var arrival: String { "Arrivée" }
    package static var departure: String { "Départ" }
    package static var opens: String { "Ouverture au public" }
    package static var meeting: String { "Réunion de professionnels, sans public" }
    package static var closes: String { "Fermeture" }
    package static var visitStarts: String { "Début du parloir" }
    package static var visitEnds: String { "Fin du parloir" }

    package static func leaves(_ place: String) -> String { "Départ : \(place)" }
    package static func reaches(_ place: String) -> String { "Arrivée : \(place)" }
    package static func setUp(_ time: Minutes) -> String { time > .zero ? "Arrivée, installation" : arrival }
    package static func packUp(_ time: Minutes) -> String { time > .zero ? "Fermeture, rangement" : closes }
    package static func pause(_ pause: Interval) -> String { "Pause jusqu'à " + ReportFigures.time(pause.end) }
    package static func noWelcome(_ reason: String) -> String { "PAS D'ACCUEIL ICI CE JOUR – \(reason)" }

    package static func session(_ names: ReportNames) -> (DatedPlan.Session) -> String {
        { session in
            let held = PublicationWords.reason(session.state).map { " – ANNULÉE (\($0))" } ?? ""
            return "\(ReportWords.span(session.session.hours)) : \(names.sessionName(session.session.kind))\(held)"
        }
    }

    package static var address: String { "Adresse" }
    package static var parking: String { "Stationnement" }
    package static var key: String { "Clés" }
    package static var power: String { "Électricité" }
    package static var phone: String { "Téléphone" }
    package static var unknown: String { "inconnu, à confirmer" }
    package static func power(_ presence: Presence) -> String {
        switch presence {
        case .present: "prise sur place"
        case .absent: "pas de prise : véhicule en autonomie"
        case .unknown: ""
        }
    }

    package static var children: String { "Enfants au parloir" }
    package static var fetched: String { "À prendre" }
    package static var broughtHome: String { "À ramener" }
    package static func childCount(_ count: Int) -> String { ReportFigures.counted(count, "enfant") }
    package static var doors: String { "Adresses" }
    package static var doorsKept: String { "tenues par le relais, jamais écrites ici" }

    package static func codeLabel(_ place: String, _ geo: String) -> String { "Code QR, position de \(place) : \(geo)" }
    package static var codeCaption: String { "Ouvrir la carte" }
    package static var communeCentre: String { "Centre de la commune" }

    package static var notes: String { "Notes" }
    package static var notesRule: String { "aucun nom de parent ni d'enfant" }
    package static var departureFigure: String { "Départ" }
    package static var returnFigure: String { "Retour" }
    package static var road: String { "Route" }
    package static var work: String { "Travail" }
    package static var span: String { "Amplitude" }
    package static func week(_ week: Int) -> String { "semaine \(week) du cycle" }
    package static func people(_ crew: String, _ people: [String]) -> String {
        "Équipe \(crew) : " + (people.isEmpty ? "personne de présent" : people.joined(separator: ", "))
    }
    package static func outing(_ people: [String]) -> String { "Avec " + people.joined(separator: ", ") }
    package static var notCovered: String {
        "Cette date n'est pas dans les calendriers fournis : jour férié ou vacances à vérifier."
    }
    package static func track(_ name: String) -> String { "Itinéraire pour le téléphone : \(name).gpx ou .kml" }

    package static func trackName(_ van: String, week: Int, _ weekday: Weekday) -> String {
        "\(van), semaine \(week), \(weekday.key)"
    }
    package static func trackDates(_ dates: [CivilDate]) -> String {
        dates.isEmpty
            ? "Aucune date dans la période." : "Dates : " + dates.map(ReportDates.full).joined(separator: " ; ")
    }
    package static func waypoint(_ visit: Visit, leaving: Minutes) -> String {
        "Arrivée \(ReportFigures.time(visit.arrival)), accueil "
            + visit.openings.map(ReportWords.span).joined(separator: " et ")
            + ", départ \(ReportFigures.time(leaving))"
    }
    package static func passing(_ arrival: Minutes) -> String { "Arrivée \(ReportFigures.time(arrival))" }
}
