import GeoModel

/// What a user reads when an `opening_hours` value is not understood.
package enum OpeningHoursWords {
    package static func error(_ error: OpeningHoursError, in text: String) -> String {
        "horaires « \(text) » : \(reason(error.reason)), au caractère \(error.position). "
            + "Forme attendue : Mo-Fr 09:00-12:00,14:00-17:00; PH off."
    }

    private static func reason(_ reason: OpeningHoursError.Reason) -> String {
        switch reason {
        case .empty: "aucun horaire"
        case .unexpected(let text): text.isEmpty ? "il manque la suite" : "« \(text) » n'est pas attendu"
        case .unsupported(let text): "« \(text) » n'est pas pris en charge"
        case .timeExpected: "une heure HH:MM est attendue"
        case .timeOutOfRange(let text): "l'heure « \(text) » n'existe pas"
        case .dayOutOfRange(let text): "la date « \(text) » n'existe pas, ou précède le début"
        case .weekOutOfRange(let text): "semaines « \(text) » hors de 1 à 53, ou à l'envers"
        case .turnOutOfRange(let text): "rang « \(text) » hors de 1 à 5 ou de -1 à -5"
        case .commentNotClosed: "guillemet du commentaire non fermé"
        }
    }
}
