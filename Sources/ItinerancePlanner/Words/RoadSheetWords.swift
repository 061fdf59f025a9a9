import GeoModel
import RoundPlan

/// What a driver-accueillant reads: road sheets, the list of a van's days, routes for a telephone.
enum RoadSheetWords {
    static func title(_ van: String) -> String { "Feuilles de route – \(van)" }
    static let days = "Les sorties, dans l'ordre"
    static let daysCaption = "Une feuille par jour de sortie. Un jour annulé n'en a pas : le véhicule reste au dépôt."
    static let dayHeaders = ["Date", "Départ", "Arrêts", "Retour", "Route"]
    static func cancelled(_ reason: String) -> String { "ANNULÉ – \(reason)" }
    static let none = "Aucune sortie dans cette période."

    static let arrival = "Arrivée"
    static let departure = "Départ"
    static let opens = "Ouverture au public"
    static let meeting = "Réunion de professionnels, sans public"
    static let closes = "Fermeture"
    static let visitStarts = "Début du parloir"
    static let visitEnds = "Fin du parloir"

    static func leaves(_ place: String) -> String { "Départ : \(place)" }
    static func reaches(_ place: String) -> String { "Arrivée : \(place)" }
    static func setUp(_ time: Minutes) -> String { time > .zero ? "Arrivée, installation" : arrival }
    static func packUp(_ time: Minutes) -> String { time > .zero ? "Fermeture, rangement" : closes }
    static func pause(_ pause: Interval) -> String { "Pause jusqu'à " + ReportFigures.time(pause.end) }
    static func noWelcome(_ reason: String) -> String { "PAS D'ACCUEIL ICI CE JOUR – \(reason)" }

    static func session(_ names: ReportNames) -> (DatedPlan.Session) -> String {
        { session in
            let held = PublicationWords.reason(session.state).map { " – ANNULÉE (\($0))" } ?? ""
            return "\(ReportWords.span(session.session.hours)) : \(names.sessionName(session.session.kind))\(held)"
        }
    }

    static let address = "Adresse"
    static let parking = "Stationnement"
    static let key = "Clés"
    static let power = "Électricité"
    static let phone = "Téléphone"
    static let unknown = "inconnu, à confirmer"
    static func power(_ presence: Presence) -> String {
        switch presence {
        case .present: "prise sur place"
        case .absent: "pas de prise : véhicule en autonomie"
        case .unknown: ""
        }
    }

    static let children = "Enfants au parloir"
    static let fetched = "À prendre"
    static let broughtHome = "À ramener"
    static func childCount(_ count: Int) -> String { ReportFigures.counted(count, "enfant") }
    static let doors = "Adresses"
    static let doorsKept = "tenues par le relais, jamais écrites ici"

    static func codeLabel(_ place: String, _ geo: String) -> String { "Code QR, position de \(place) : \(geo)" }
    static let codeCaption = "Ouvrir la carte"
    static let communeCentre = "Centre de la commune"

    static let notes = "Notes"
    static let notesRule = "aucun nom de parent ni d'enfant"
    static let departureFigure = "Départ"
    static let returnFigure = "Retour"
    static let road = "Route"
    static let work = "Travail"
    static let span = "Amplitude"
    static func week(_ week: Int) -> String { "semaine \(week) du cycle" }
    static func people(_ crew: String, _ people: [String]) -> String {
        "Équipe \(crew) : " + (people.isEmpty ? "personne de présent" : people.joined(separator: ", "))
    }
    static func outing(_ people: [String]) -> String { "Avec " + people.joined(separator: ", ") }
    static let notCovered = "Cette date n'est pas dans les calendriers fournis : jour férié ou vacances à vérifier."
    static func track(_ name: String) -> String { "Itinéraire pour le téléphone : \(name).gpx ou .kml" }

    static func trackName(_ van: String, week: Int, _ weekday: Weekday) -> String {
        "\(van), semaine \(week), \(weekday.key)"
    }
    static func trackDates(_ dates: [CivilDate]) -> String {
        dates.isEmpty
            ? "Aucune date dans la période." : "Dates : " + dates.map(ReportDates.full).joined(separator: " ; ")
    }
    static func waypoint(_ visit: Visit, leaving: Minutes) -> String {
        "Arrivée \(ReportFigures.time(visit.arrival)), accueil "
            + visit.openings.map(ReportWords.span).joined(separator: " et ")
            + ", départ \(ReportFigures.time(leaving))"
    }
    static func passing(_ arrival: Minutes) -> String { "Arrivée \(ReportFigures.time(arrival))" }
}
