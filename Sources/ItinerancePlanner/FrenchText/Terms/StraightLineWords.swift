import GeoModel

/// How times are estimated where no network is given, and what such times can and cannot decide.
package enum StraightLineWords {
    package static var title: String { "Temps de trajet" }

    package static func law(_ travel: TravelParameters) -> String {
        let urban = ReportFigures.shortest(travel.urbanSpeed)
        let rural = ReportFigures.shortest(travel.ruralSpeed)
        let start =
            "Sans matrice de temps par la route, un trajet est la ligne droite × \(ReportFigures.shortest(travel.detour)), "
        return switch travel.law {
        case .townDisc:
            start + "à \(urban) km/h dans la ville de départ ou d'arrivée (un disque de même surface, à partir de "
                + "\(ReportFigures.decimal(travel.urbanDensity, 0)) habitants par km²), puis à \(rural) km/h et "
                + "\(ReportFigures.shortest(travel.speedGain)) km/h de plus par kilomètre, "
                + "\(ReportFigures.shortest(travel.maximumSpeed)) km/h au plus (à confirmer)."
        case .halves:
            start
                + "la moitié à la vitesse de chaque bout : \(urban) km/h en ville, \(rural) km/h ailleurs (à confirmer)."
        }
    }

    package static var canDecide: String {
        "Cela suffit pour dire quelles communes sont proches ou loin, comparer des tournées très différentes et prévoir un ordre "
            + "de grandeur d'heures et de kilomètres."
    }
    package static var cannotDecide: String {
        "Cela ne suffit pas pour départager deux lieux ou deux tournées à quelques minutes près, placer une commune d'un côté ou de "
            + "l'autre d'un seuil, promettre une heure d'arrivée, ni voir une rivière, une forêt, une voie rapide ou un relief. "
            + "Erreur courante : un dixième à un tiers du temps (à confirmer)."
    }
    package static var remedy: String {
        "Une matrice de temps par la route (clé « trajets » du scénario) le permet ; `itinerance trajets --comparer` mesure l'écart."
    }

    /// What a reader should know of the times of a plan.
    package static func method(_ travel: TravelParameters, isRouted: Bool) -> [String] {
        isRouted
            ? ["Les temps de trajet viennent d'une matrice de temps par la route, donnée avec le scénario."]
            : [law(travel), canDecide, cannotDecide]
    }
}
