/// What the page that leads to all files calls them.
package enum IndexWords {
    package static var allCommunes: String { "Toutes les communes" }

    package static func group(_ title: String, count: Int) -> String {
        "\(title) (\(ReportFigures.counted(count, "fichier")))"
    }

    /// The routes of a van, whose road sheets are called `Feuilles de route – Van 1`.
    package static func routes(_ title: String) -> String {
        "Itinéraires pour le téléphone" + (title.range(of: " – ").map { title[$0.lowerBound...] } ?? "")
    }

    /// Of a folder inside a part; `nil` where it is called after its page.
    package static func folder(_ name: String) -> String? {
        switch name {
        case "a4": "Une affiche par lieu, en A4"
        case "a3": "Une affiche par lieu, en A3"
        case "services": "Un calendrier par service"
        case "communes": "Un calendrier par commune"
        case "vehicules": "Un calendrier par véhicule (interne)"
        case "personnes": "Un calendrier par personne (interne)"
        case "cartes": "Les cartes, et leurs chiffres"
        case "graphiques": "Les graphiques"
        case "csv": "Les tableaux en CSV, pour des programmes"
        case "csv-excel": "Les tableaux en CSV, pour Excel"
        case "geojson": "Les couches en GeoJSON"
        default: nil
        }
    }

    /// - Parameter title: what the file's maker calls it.
    package static func label(_ name: String, title: String?) -> String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let parts = file.split(separator: ".")
        let ending = parts.last.map(String.init) ?? ""
        let base = parts.dropLast().joined(separator: ".")
        let known = title ?? files[file] ?? tables[base] ?? base
        return known + (formats[ending].map { " (\($0))" } ?? "")
    }

    private static let formats = [
        "pdf": "PDF, à imprimer", "csv": "CSV", "json": "JSON", "svg": "image SVG", "gpx": "GPX", "kml": "KML",
        "ics": "calendrier", "xlsx": "classeur", "gpkg": "GeoPackage, pour QGIS", "geojson": "GeoJSON",
    ]

    private static let files = [
        "affiches-a4.pdf": "Toutes les affiches, en A4", "affiches-a3.pdf": "Toutes les affiches, en A3",
        "lisez-moi.txt": "À lire d'abord", "itinerance.xlsx": "Tous les tableaux",
        "itinerance.gpkg": "Toutes les couches de carte", "publication.json": "Tous les tableaux, pour un programme",
        "publication-1.schema.json": "Ce que contient le fichier JSON",
        "mediation-numerique.csv": "Médiation numérique, schéma national",
        "data-inclusion-structures.json": "data·inclusion : le bureau",
        "data-inclusion-services.json": "data·inclusion : un service par arrêt",
        "horaires-osm.csv": "Horaires pour OpenStreetMap", "mobile-library-stops.csv": "Arrêts, schéma des bibliobus",
    ]

    private static let tables = [
        "arrets": "Arrêts", "ouvertures": "Ouvertures, par date", "tournees": "Tournées", "trajets": "Trajets",
        "communes": "Communes", "services": "Services", "regles": "Règles", "constats": "Constats",
        "parametres": "Paramètres", "appels": "Appels", "ages": "Tranches d'âge", "definitions": "Définitions",
        "acces": "Accès, au centre des communes", "acces_contours": "Accès, par contour de commune",
        "depots": "Dépôts",
    ]
}
