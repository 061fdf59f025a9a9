import GeoModel
import PlanningModel

/// What parents read on the page of their commune.
package enum CommunePageWords {
    package static func title(_ commune: String) -> String { "Où nous trouver près de chez vous – \(commune)" }
    package static var heading: String { "Où nous trouver près de chez vous" }
    package static var best: String { "le lieu qui vous sert le mieux" }
    package static var datesTitle: String { "Les prochaines dates" }
    package static var noDates: String { "Aucune date dans cette période." }
    package static var listeningTitle: String { "Parler à quelqu'un, de chez vous" }
    package static var back: String { "Toutes les communes" }

    /// Times and distances are those of the plan, from the centre of the commune.
    package static func way(_ leg: Leg, isHere: Bool) -> String {
        let minutes = ReportFigures.duration(leg.duration.roundedUpToMinutes)
        let text = "à \(minutes) en voiture, \(ReportFigures.kilometres(leg.distance))"
        return isHere ? "dans votre commune, \(text)" : text
    }

    package static func far(_ minutes: Double, hasStops: Bool) -> String {
        guard hasStops else { return "Aucun de nos lieux d'accueil n'a de trajet connu depuis votre commune." }
        return
            "Aucun de nos lieux d'accueil n'est aujourd'hui à moins de \(ReportFigures.decimal(minutes, 0)) minutes de "
            + "votre commune en voiture. Les plus proches sont ceux-ci :"
    }

    package static func estimate(isRouted: Bool) -> String {
        "Temps et distances comptés depuis le centre de la commune"
            + (isRouted ? ", par la route." : ", estimés à vol d'oiseau : prévoyez un peu de marge.")
    }

    /// One line where all services of a place ask the same, else one for each.
    package static func charges(_ charges: [(service: String, charge: Charge)], _ names: ReportNames) -> [String] {
        Set(charges.map(\.charge)).count <= 1
            ? charges.prefix(1).map { "Tarif : \(charge($0.charge))" }
            : charges.map { "Tarif, \(names.serviceName($0.service)) : \(charge($0.charge))" }
    }
    private static func charge(_ charge: Charge) -> String {
        switch charge {
        case .free: "gratuit"
        case .symbolic: "participation symbolique"
        case .paid: "payant"
        case .unknown: unknown
        }
    }

    /// Spaces and access of a place.
    package static func place(_ facts: VenueFacts?) -> [String] {
        [
            "Pour parler à l'écart : \(presence(facts?.confidentialSpace))",
            "Salle pour se retrouver à plusieurs : \(presence(facts?.collectiveSpace))",
            "Accès des personnes à mobilité réduite : \(presence(facts?.accessible))",
        ]
    }
    private static func presence(_ presence: Presence?) -> String {
        switch presence {
        case .present: "oui"
        case .absent: "non"
        case .unknown, nil: unknown
        }
    }
    private static var unknown: String { "à confirmer" }

    package static func calendar(_ service: String) -> String { "Toutes les dates dans votre agenda : \(service)" }

    package static var indexTitle: String { "Où nous trouver, commune par commune" }
    package static func indexLead(_ count: Int) -> String {
        "\(ReportFigures.counted(count, "commune")). Choisissez la vôtre pour voir les lieux d'accueil les plus proches, leurs "
            + "dates et leurs heures."
    }
    package static var search: String { "Chercher une commune" }
    package static var letters: String { "Par lettre" }
}
