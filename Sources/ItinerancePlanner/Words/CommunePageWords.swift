import GeoModel

/// What parents read on the page of their commune.
enum CommunePageWords {
    static func title(_ commune: String) -> String { "Où nous trouver près de chez vous – \(commune)" }
    static let heading = "Où nous trouver près de chez vous"
    static let best = "le lieu qui vous sert le mieux"
    static let datesTitle = "Les prochaines dates"
    static let sessionsTitle = "Au programme"
    static let noDates = "Aucune date dans cette période."
    static let listeningTitle = "Parler à quelqu'un, de chez vous"
    static let back = "Toutes les communes"

    /// Times and distances are those of the plan, from the centre of the commune.
    static func way(_ leg: Leg, isHere: Bool) -> String {
        let minutes = ReportFigures.duration(leg.duration.roundedUpToMinutes)
        let text = "à \(minutes) en voiture, \(ReportFigures.kilometres(leg.distance))"
        return isHere ? "dans votre commune, \(text)" : text
    }

    static func far(_ minutes: Double, hasStops: Bool) -> String {
        guard hasStops else { return "Aucun de nos lieux d'accueil n'a de trajet connu depuis votre commune." }
        return
            "Aucun de nos lieux d'accueil n'est aujourd'hui à moins de \(ReportFigures.decimal(minutes, 0)) minutes de "
            + "votre commune en voiture. Les plus proches sont ceux-ci :"
    }

    static func estimate(isRouted: Bool) -> String {
        "Temps et distances comptés depuis le centre de la commune"
            + (isRouted ? ", par la route." : ", estimés à vol d'oiseau : prévoyez un peu de marge.")
    }

    static let indexTitle = "Où nous trouver, commune par commune"
    static func indexLead(_ count: Int) -> String {
        "\(ReportFigures.counted(count, "commune")). Choisissez la vôtre pour voir les lieux d'accueil les plus proches, leurs "
            + "dates et leurs heures."
    }
    static let search = "Chercher une commune"
    static let letters = "Par lettre"
}
