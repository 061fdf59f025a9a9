/// What a user reads while files are imported.
package enum ImportWords {
    package static func note(_ note: Notes.Note, count: Int) -> String {
        let from = count > 1 ? " (\(count) lignes, à partir de celle-ci)" : ""
        return switch note {
        case .zeroRestored: "zéro initial d'un code Insee rétabli" + from + "."
        case .codeChanged: "ancien code Insee remplacé par celui de la commune nouvelle" + from + "."
        case .foundByName: "commune reconnue par son nom, faute de code" + from + "."
        case .outsideTerritory: "hors du territoire, non repris" + from + "."
        case .lambert93: "coordonnées Lambert-93 converties en degrés WGS 84" + from + "."
        case .hoursNotUnderstood: "horaires non compris, gardés tels quels" + from + "."
        case .withheld: "valeur couverte par le secret statistique, notée comme retenue et non comme zéro" + from + "."
        case .mergedInto(let old, let new):
            "la commune \(old) fait partie de \(new) : ligne non reprise\(from). Donnez la valeur de \(new)."
        }
    }

    package static let command = "Importe des fichiers dans un territoire (un seul fichier GeoPackage), tous ou aucun."
    package static let commandExamples = """
        Exemples :
          itinerance importer data/nord/*.csv data/nord/contours.geojson --vers territoire.gpkg
          itinerance importer centres.xlsx --type centre_social --vers territoire.gpkg
          itinerance importer liste.csv --type lieux --colonnes "nom=Salle,code_insee=INSEE" --vers territoire.gpkg

        Lit CSV et TSV (UTF-8, Windows-1252, Latin-1), XLSX, GeoJSON, les fichiers communaux de l'Insee, le schéma national
        de la médiation numérique, la liste des France services, et plan.json (couche « arrets »). Les noms de colonnes
        donnés une fois sont retenus. Un deuxième import du même fichier ne change rien.
        """
    package static let filesHelp = "Fichiers à importer, dans n'importe quel ordre."
    package static let storeHelp = "Fichier du territoire, créé s'il n'existe pas."
    package static let typeHelp =
        "Type des fichiers, s'il ne se devine pas : une table (« lieux ») ou un équipement (« laep »)."
    package static let columnsHelp =
        "Noms des colonnes de votre fichier : notre colonne=votre nom, séparés par des virgules."
    package static let sheetHelp = "Numéro de la feuille d'un classeur."
    package static let vintageHelp = "Millésime des données, si le fichier ne le dit pas."
    package static let sourceHelp = "Source des données, si le fichier ne la dit pas."
    package static let zerosHelp = "Rend leur zéro initial aux codes Insee à 4 chiffres d'une table de communes."
    package static let noCommunes =
        "le territoire n'a encore aucune commune. Importez d'abord, ou en même temps, communes.csv."
    package static let interrupted = "Interrompu ; rien n'a été importé."

    package static func madeMeanwhile(_ store: String) -> String {
        "\(store) : un autre programme vient de créer ce fichier ; il n'a pas été touché. Recommencez : l'import s'y ajoutera."
    }

    package static func badColumns(_ text: String) -> String {
        "--colonnes attend « notre colonne=votre nom », séparés par des virgules ; « \(text) » trouvé."
    }
    package static func badSheet(_ sheet: Int) -> String {
        "--feuille attend un numéro à partir de 1, \(sheet) trouvé."
    }

    package static func unknownKind(_ words: [String]) -> String {
        "type de fichier non reconnu d'après ses colonnes. Dites-le avec --type : \(words.joined(separator: ", "))."
    }

    package static func unknownColumn(_ name: String, _ kind: String, near: [String]) -> String {
        "« \(name) » n'est pas une colonne de « \(kind) »." + ErrorWords.suggestion(near, "Colonnes proches")
    }

    package static func ignoredColumns(_ names: [String]) -> String {
        let shown = names.prefix(12).joined(separator: ", ")
        return "colonnes non reprises : \(shown)\(names.count > 12 ? " et \(names.count - 12) autres" : "")."
    }

    package static func incomplete(_ key: String, _ column: String) -> String {
        "« \(key) » est nouveau et n'a pas de « \(column) ». Complétez la ligne, ou importez d'abord le fichier qui le donne."
    }

    package static func contoursElsewhere(_ codes: [String]) -> String {
        "\(codes.count) contours sans commune du territoire, non repris (\(codes.prefix(5).joined(separator: ", ")))."
    }

    package static func outcome(_ outcome: TerritoryImport.Outcome) -> String {
        let changes =
            outcome.added + outcome.changed == 0
            ? "rien de nouveau" : "\(outcome.added) ajoutées, \(outcome.changed) modifiées"
        return "\(outcome.file) → \(outcome.kind) : \(outcome.rows) lignes lues, \(changes)"
    }

    package static func done(_ store: String) -> String { "Territoire : \(store) (GeoPackage, s'ouvre dans QGIS)" }
}
