import FileAccess
import PlanningModel

extension TableFault {
    package var sentence: String {
        switch self {
        case .noDelimiter: "une seule colonne lue. Le séparateur attendu est « ; », « , » ou une tabulation."
        case .noRows: "aucune ligne de données sous l'en-tête."
        case .badQuotes: "guillemets mal fermés. Doublez les guillemets à l'intérieur d'une cellule."
        case .duplicateColumn(let name): "colonne « \(name) » en double. Gardez-en une."
        case .missingColumn(let name, let near):
            "colonne « \(name) » absente." + ErrorWords.suggestion(near, "Colonnes proches")
                + " Ajoutez-la à l'en-tête."
        case .cellCount(let found, let expected):
            "\(found) cellules trouvées, \(expected) attendues. Vérifiez séparateurs et guillemets de la ligne."
        case .duplicateKey(let key, let firstLine):
            "identifiant « \(key) » déjà donné à la ligne \(firstLine). Chacun doit être unique."
        }
    }
}

extension CellFault {
    package var sentence: String {
        switch self {
        case .empty: "valeur absente, alors qu'elle est nécessaire. Complétez-la."
        case .notANumber(let text):
            "« \(text) » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue."
        case .notWhole(let text): "« \(text) » : un nombre entier est attendu."
        case .ambiguousNumber(let text):
            "« \(text) » a une virgule et un point : lequel sépare les décimales ? Gardez-en un seul."
        case .negative(let text):
            "« \(text) » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue."
        case .outOfRange(let text, let range):
            Self.outOfRange(text, ReportFigures.shortest(range.lowerBound), ReportFigures.shortest(range.upperBound))
        case .notAllowed(let text, let allowed):
            "« \(text) » n'est pas une valeur connue. Valeurs possibles : \(allowed.joined(separator: ", "))."
        case .badDate(let text): "« \(text) » n'est pas une date. Forme attendue : AAAA-MM-JJ."
        case .badVintage(let text):
            "« \(text) » n'est pas un millésime. Formes attendues : 2021, 2021-04 ou 2021-04-30."
        case .notAMonday(let date):
            "le \(date.iso) est un \(date.weekday.key) ; un lundi est attendu (par exemple le \(date.monday.iso))."
        case .endBeforeStart(let from, let until):
            "la fin (\(until.iso)) précède le début (\(from.iso)). Échangez-les ou corrigez."
        case .openingHours(let error, let text): OpeningHoursWords.error(error, in: text)
        case .parameter(let text, let fault): Self.parameter(text, fault)
        case .personal(let sign):
            "ce texte semble contenir \(PersonalDataWords.what(sign)), et il peut être publié. Donnez à la place une fonction ; "
                + "le numéro publié est celui du bureau (« bureau », « telephone »)."
        case .likelyName(let text): PersonalDataWords.isItAName(text)
        }
    }

    private static func outOfRange(_ text: String, _ low: String, _ high: String) -> String {
        "« \(text) » est hors limites : une valeur de \(low) à \(high) est attendue."
    }

    private static func parameter(_ text: String, _ fault: ParameterFault) -> String {
        switch fault {
        case .notANumber: CellFault.notANumber(text).sentence
        case .outOfRange(let low, let high): outOfRange(text, ReportFigures.comma(low), ReportFigures.comma(high))
        case .notAllowed(let allowed): CellFault.notAllowed(text, allowed).sentence
        case .notATime: "« \(text) » n'est pas une heure. Forme attendue : 9:00."
        }
    }
}
