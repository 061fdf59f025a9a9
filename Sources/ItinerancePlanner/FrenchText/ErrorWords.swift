import Foundation
import GeoModel
import Optimizer
import RoundPlan

/// What a user reads when an input is wrong: what was found, what was expected, what to do.
package enum ErrorWords {
    // MARK: Files

    package static let fileMissing = "fichier introuvable. Vérifiez le chemin et le nom."
    package static let fileIsFolder = "c'est un dossier ; un fichier est attendu."
    package static let fileUnreadable = "fichier illisible. Vérifiez les droits de lecture."
    package static let fileEmpty = "fichier vide. Un en-tête et au moins une ligne sont attendus."
    package static let fileNotText = "ce n'est pas du texte. Enregistrez le fichier en CSV UTF-8."
    package static let fileUTF16 = "texte en UTF-16. Enregistrez le fichier en UTF-8."
    package static let mixedEncodings =
        "deux encodages mêlés : de l'UTF-8, et ici un caractère qui n'en est pas. Enregistrez tout le fichier en UTF-8."
    package static let oldWorkbook = "ancien classeur .xls. Enregistrez-le en .xlsx ou en CSV UTF-8."
    package static let workbookToolMissing =
        "lire un classeur .xlsx demande l'outil xlsx2csv (paquet Debian xlsx2csv). Installez-le, ou enregistrez en CSV UTF-8."
    package static let workbookUnreadable =
        "classeur illisible ou feuille vide. Ouvrez-le et enregistrez-le en CSV UTF-8."

    package static func workbookSheet(_ sheet: Int) -> String {
        "feuille n° \(sheet) absente du classeur. Choisissez une autre feuille avec --feuille."
    }

    package static func readAs(_ encoding: TextEncoding) -> String {
        "texte lu comme \(encoding.rawValue), faute d'UTF-8 valide. Vérifiez les accents."
    }

    package static func moreErrors(_ count: Int) -> String { "… et \(count) autres erreurs." }
    package static let folderMissing = "dossier de données introuvable. Vérifiez la clé « donnees » du scénario."

    package static func fileTooLarge(_ bytes: Int, limit: Int) -> String {
        "fichier de \(bytes / 1_000_000) Mo ; \(limit / 1_000_000) Mo au plus sont acceptés."
    }

    // MARK: Tables

    package static let noDelimiter = "une seule colonne lue. Le séparateur attendu est « ; », « , » ou une tabulation."
    package static let noRows = "aucune ligne de données sous l'en-tête."
    package static let badQuotes = "guillemets mal fermés. Doublez les guillemets à l'intérieur d'une cellule."
    package static let emptyCell = "valeur absente, alors qu'elle est nécessaire. Complétez-la."

    package static func duplicateColumn(_ name: String) -> String { "colonne « \(name) » en double. Gardez-en une." }

    package static func missingColumn(_ name: String, near: [String]) -> String {
        "colonne « \(name) » absente." + suggestion(near, "Colonnes proches") + " Ajoutez-la à l'en-tête."
    }

    package static func cellCount(found: Int, expected: Int) -> String {
        "\(found) cellules trouvées, \(expected) attendues. Vérifiez séparateurs et guillemets de la ligne."
    }

    package static func notANumber(_ text: String) -> String {
        "« \(text) » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue."
    }

    package static func notWhole(_ text: String) -> String { "« \(text) » : un nombre entier est attendu." }

    package static func negative(_ text: String) -> String {
        "« \(text) » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue."
    }

    package static func outOfRange(_ text: String, _ range: ClosedRange<Double>) -> String {
        "« \(text) » est hors limites : une valeur de \(plain(range.lowerBound)) à \(plain(range.upperBound)) est attendue."
    }

    package static func notAllowed(_ text: String, _ allowed: [String]) -> String {
        "« \(text) » n'est pas une valeur connue. Valeurs possibles : \(allowed.joined(separator: ", "))."
    }

    package static func badDate(_ text: String) -> String {
        "« \(text) » n'est pas une date. Forme attendue : AAAA-MM-JJ."
    }

    package static func duplicateKey(_ key: String, firstLine: Int) -> String {
        "identifiant « \(key) » déjà donné à la ligne \(firstLine). Chacun doit être unique."
    }

    package static func badVintage(_ text: String) -> String {
        "« \(text) » n'est pas un millésime. Formes attendues : 2021, 2021-04 ou 2021-04-30."
    }

    package static func ambiguousNumber(_ text: String) -> String {
        "« \(text) » a une virgule et un point : lequel sépare les décimales ? Gardez-en un seul."
    }

    package static func endBeforeStart(_ from: CivilDate, _ until: CivilDate) -> String {
        "la fin (\(until.iso)) précède le début (\(from.iso)). Échangez-les ou corrigez."
    }

    package static func unknownPlace(_ place: String, near: [String]) -> String {
        "lieu « \(place) » inconnu." + suggestion(near, "Lieux proches")
            + " Donnez l'identifiant d'un lieu ou d'un établissement pénitentiaire."
    }

    package static func unknownIndicator(_ key: String, near: [String]) -> String {
        "indicateur « \(key) » inconnu." + suggestion(near, "Indicateurs proches")
            + " La liste est donnée par « itinerance modele indicateurs »."
    }

    package static func changeToItself(_ code: String) -> String {
        "la commune « \(code) » se remplace elle-même. Donnez le code de la commune nouvelle."
    }

    package static func ambiguousCommune(_ name: String, _ codes: [String]) -> String {
        "« \(name) » désigne plusieurs communes : \(codes.joined(separator: ", ")). Écrivez le code Insee de la bonne."
    }

    // MARK: Territory

    package static func lostZero(_ code: String) -> String {
        "« \(code) » a 4 chiffres ; un code Insee a 5 caractères. Le zéro initial s'est-il perdu (0\(code)) ? Mettez la colonne en texte."
    }

    package static func badCommuneCode(_ code: String) -> String {
        "« \(code) » n'est pas un code Insee. 5 caractères sont attendus, zéro initial compris (ex. 59036, 01004, 2A004)."
    }

    package static func duplicateCommune(_ code: String, firstLine: Int) -> String {
        "commune « \(code) » déjà donnée à la ligne \(firstLine). Gardez une seule ligne par commune."
    }

    package static func unknownCommune(_ code: String, near: [String]) -> String {
        "commune « \(code) » inconnue." + suggestion(near, "Communes proches")
            + " Vérifiez le code Insee (5 caractères, zéro initial compris)."
    }

    package static func depotOutside(_ code: String, near: [String]) -> String {
        "dépôt hors du territoire : la commune « \(code) » n'est pas dans communes.csv."
            + suggestion(near, "Communes proches")
            + " Corrigez le code, ou ajoutez la commune."
    }

    package static func unknownEpci(_ code: String, near: [String]) -> String {
        "EPCI « \(code) » inconnu." + suggestion(near, "EPCI proches") + " Les EPCI connus sont dans epci.csv."
    }

    package static let swappedCoordinates =
        "latitude et longitude semblent inversées. En métropole, la latitude va de 41 à 51,6 et la longitude de -5,6 à 9,8."

    package static func outsideFrance(_ latitude: Double, _ longitude: Double) -> String {
        "point (\(plain(latitude)) ; \(plain(longitude))) hors de France métropolitaine. Des degrés WGS 84 sont attendus."
    }

    package static func farFromCommune(_ place: String, _ commune: String, kilometres: Int) -> String {
        "« \(place) » est à \(kilometres) km du centre de \(commune). Vérifiez la commune ou les coordonnées."
    }

    // MARK: Scenario

    package enum YamlProblem {
        case syntax
        case duplicateKeys([String])
    }

    package static func brokenYaml(_ problem: YamlProblem) -> String {
        switch problem {
        case .syntax:
            "YAML mal formé. Vérifiez l'alignement, les deux-points et les guillemets de cette ligne ou de la précédente."
        case .duplicateKeys(let keys):
            "clé en double : \(keys.joined(separator: ", ")). Gardez-en une."
        }
    }

    package static let notAMapping = "des lignes « clé: valeur » sont attendues ici."
    package static let noServices =
        "aucun service. Décrivez au moins un service sous « services », chacun avec un véhicule."
    package static let noTerritory = "aucun territoire. Donnez « epci », « communes » ou « departement: oui »."
    package static let radii = "la limite doit dépasser le rayon d'accès plein."
    package static let windowTooShort = "la plage d'ouverture est plus courte qu'une séance."
    package static let lunchTooShort = "la plage du déjeuner est plus courte que le déjeuner."
    package static let noDimensionWeight = "les quatre poids des dimensions du besoin sont nuls. Donnez-en un au moins."
    package static let noCadence = "aucune cadence possible : le cycle est trop court ou min_visites trop grand."

    package static func unknownKey(_ key: String, near: [String], _ allowed: [String]) -> String {
        "clé « \(key) » inconnue."
            + (near.first.map { " Vouliez-vous dire « \($0) » ?" }
                ?? " Clés possibles : \(allowed.joined(separator: ", ")).")
    }

    package static func missingKey(_ key: String) -> String { "clé « \(key) » absente. Ajoutez-la." }

    package static func notAList(_ key: String) -> String {
        "« \(key) » doit être une liste, une valeur par ligne après un tiret."
    }

    package static func notAMonday(_ date: CivilDate) -> String {
        "le \(date.iso) est un \(date.weekday.key) ; un lundi est attendu (par exemple le \(date.monday.iso))."
    }

    package static func idTwice(_ id: String) -> String {
        "« \(id) » sert à deux services ; chaque service a son propre identifiant."
    }

    package static func communeTwice(_ code: String) -> String { "« \(code) » est donnée deux fois. Gardez-en une." }

    package static func unknownReference(_ value: String, _ file: String, near: [String]) -> String {
        "« \(value) » n'est pas dans \(file)." + suggestion(near, "Proches")
    }

    package static func profileBound(_ key: String) -> String {
        "« \(key) » est fixé par le profil. Écrivez « profil: custom » pour le changer."
    }

    package static func parameter(_ key: String, _ text: String, _ fault: ParameterFault) -> String {
        switch fault {
        case .notANumber: notANumber(text)
        case .outOfRange(let low, let high):
            "« \(text) » est hors limites : une valeur de \(comma(low)) à \(comma(high)) est attendue."
        case .notAllowed(let allowed): notAllowed(text, allowed)
        case .notATime: "« \(text) » n'est pas une heure. Forme attendue : 9:00."
        }
    }

    // MARK: Small things

    package static func suggestion(_ names: [String], _ label: String) -> String {
        names.isEmpty ? "" : " \(label) : \(names.joined(separator: ", "))."
    }

    package static func plain(_ value: Double) -> String {
        comma(value == value.rounded() && abs(value) < 1e12 ? String(Int(value)) : String(value))
    }

    package static func comma(_ text: String) -> String { text.replacing(".", with: ",") }

    /// `fichier, ligne 12, colonne code_insee : message`.
    package static func line(_ finding: Finding) -> String {
        var place = finding.file
        if let line = finding.line { place += ", ligne \(line)" }
        if let column = finding.column { place += ", colonne \(column)" }
        return (finding.level == .warning ? "Avertissement : " : "") + "\(place) : \(finding.message)"
    }
}
