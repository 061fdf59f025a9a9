import GeoModel
import RoundPlan

/// What a driver-accueillant reads: road sheets, the list of a van's days, routes for a telephone.
package enum RoadSheetWords {
    package static func title(_ van: String) -> String { "Feuilles de route – \(van)" }
    package static let days = "Les sorties, dans l'ordre"
    package static let daysCaption =
        "Une feuille par jour de sortie. Un jour annulé n'en a pas : le véhicule reste au dépôt."
    package static let dayHeaders = ["Date", "Départ", "Arrêts", "Retour", "Route"]
    package static func cancelled(_ reason: String) -> String { "ANNULÉ – \(reason)" }
    package static let none = "Aucune sortie dans cette période."

    package static let arrival = "Arrivée"
    package static let departure = "Départ"
    package static let opens = "Ouverture au public"
    package static let meeting = "Réunion de professionnels, sans public"
    package static let closes = "Fermeture"
    package static let visitStarts = "Début du parloir"
    package static let visitEnds = "Fin du parloir"

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

    package static let address = "Adresse"
    package static let parking = "Stationnement"
    package static let key = "Clés"
    package static let power = "Électricité"
    package static let phone = "Téléphone"
    package static let unknown = "inconnu, à confirmer"
    package static func power(_ presence: Presence) -> String {
        switch presence {
        case .present: "prise sur place"
        case .absent: "pas de prise : véhicule en autonomie"
        case .unknown: ""
        }
    }

    package static let children = "Enfants au parloir"
    package static let fetched = "À prendre"
    package static let broughtHome = "À ramener"
    package static func childCount(_ count: Int) -> String { ReportFigures.counted(count, "enfant") }
    package static let doors = "Adresses"
    package static let doorsKept = "tenues par le relais, jamais écrites ici"

    package static func codeLabel(_ place: String, _ geo: String) -> String { "Code QR, position de \(place) : \(geo)" }
    package static let codeCaption = "Ouvrir la carte"
    package static let communeCentre = "Centre de la commune"

    package static let notes = "Notes"
    package static let notesRule = "aucun nom de parent ni d'enfant"
    package static let departureFigure = "Départ"
    package static let returnFigure = "Retour"
    package static let road = "Route"
    package static let work = "Travail"
    package static let span = "Amplitude"
    package static func week(_ week: Int) -> String { "semaine \(week) du cycle" }
    package static func people(_ crew: String, _ people: [String]) -> String {
        "Équipe \(crew) : " + (people.isEmpty ? "personne de présent" : people.joined(separator: ", "))
    }
    package static func outing(_ people: [String]) -> String { "Avec " + people.joined(separator: ", ") }
    package static let notCovered =
        "Cette date n'est pas dans les calendriers fournis : jour férié ou vacances à vérifier."
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
