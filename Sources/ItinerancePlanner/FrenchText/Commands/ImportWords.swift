import ScenarioFiles

/// What a user reads while files are imported.
package enum ImportWords {
    package static var command: String {
        "Importe des fichiers dans un territoire (un seul fichier GeoPackage), tous ou aucun."
    }
    package static var commandExamples: String {
        """
        Exemples :
          itinerance importer data/nord/*.csv data/nord/contours.geojson --vers territoire.gpkg
          itinerance importer centres.xlsx --type centre_social --vers territoire.gpkg
          itinerance importer liste.csv --type lieux --colonnes "nom=Salle,code_insee=INSEE" --vers territoire.gpkg

        Lit CSV et TSV (UTF-8, Windows-1252, Latin-1), XLSX, GeoJSON, les fichiers communaux de l'Insee, le schéma national
        de la médiation numérique, la liste des France services, et plan.json (couche « arrets »). Les noms de colonnes
        donnés une fois sont retenus. Un deuxième import du même fichier ne change rien.
        """
    }
    package static var filesHelp: String { "Fichiers à importer, dans n'importe quel ordre." }
    package static var storeHelp: String { "Fichier du territoire, créé s'il n'existe pas." }
    package static var typeHelp: String {
        "Type des fichiers, s'il ne se devine pas : une table (« lieux ») ou un équipement (« laep »)."
    }
    package static var columnsHelp: String {
        "Noms des colonnes de votre fichier : notre colonne=votre nom, séparés par des virgules."
    }
    package static var sheetHelp: String { "Numéro de la feuille d'un classeur." }
    package static var vintageHelp: String { "Millésime des données, si le fichier ne le dit pas." }
    package static var sourceHelp: String { "Source des données, si le fichier ne la dit pas." }
    package static var zerosHelp: String {
        "Rend leur zéro initial aux codes Insee à 4 chiffres d'une table de communes."
    }
    package static var interrupted: String { "Interrompu ; rien n'a été importé." }

    package static func madeMeanwhile(_ store: String) -> String {
        "\(store) : un autre programme vient de créer ce fichier ; il n'a pas été touché. Recommencez : l'import s'y ajoutera."
    }

    package static func badColumns(_ text: String) -> String {
        "--colonnes attend « notre colonne=votre nom », séparés par des virgules ; « \(text) » trouvé."
    }
    package static func badSheet(_ sheet: Int) -> String {
        "--feuille attend un numéro à partir de 1, \(sheet) trouvé."
    }

    package static func outcome(_ outcome: TerritoryImport.Outcome) -> String {
        let changes =
            outcome.added + outcome.changed == 0
            ? "rien de nouveau" : "\(outcome.added) ajoutées, \(outcome.changed) modifiées"
        return "\(outcome.file) → \(outcome.kind) : \(outcome.rows) lignes lues, \(changes)"
    }

    package static func done(_ store: String) -> String { "Territoire : \(store) (GeoPackage, s'ouvre dans QGIS)" }
}
