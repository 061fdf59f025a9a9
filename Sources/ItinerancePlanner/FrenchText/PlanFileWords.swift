import RoundPlan

/// What a user reads when a plan file cannot be read.
package enum PlanFileWords {
    package static let notUnderstood = "fichier non compris."

    package static func otherFormat(_ found: String) -> String {
        "format « \(found) » ; un fichier plan.json écrit par itinerance est attendu."
    }

    package static func otherVersion(_ found: Int) -> String {
        "version \(found) du format ; cette version d'itinerance lit la version \(Plan.formatVersion). "
            + (found < Plan.formatVersion
                ? "Refaites le plan avec « itinerance planifier »." : "Mettez le programme à jour.")
    }

    // MARK: Rounds in a table

    package static let needsProject =
        "un plan en tableau ne porte pas ses données. Donnez le scénario : --projet data/nord/avesnois.yaml, par exemple."
    package static let endsBeforeItStarts = "l'ouverture finit avant de commencer. Corrigez l'une des deux heures."

    package static func noSuchTeam(_ van: String, _ crew: String, _ service: String) -> String {
        "« \(van) » avec « \(crew) » n'est pas un équipage du service « \(service) »."
    }

    package static func weekOutOfCycle(_ text: String, _ weeks: ClosedRange<Int>) -> String {
        "semaine « \(text) » : une semaine du cycle est attendue, de \(weeks.lowerBound) à \(weeks.upperBound)."
    }

    package static func twoOpenings(firstLine: Int) -> String {
        "même véhicule, même jour et même heure qu'à la ligne \(firstLine). Gardez-en une."
    }

    package static func noWay(_ from: String, _ to: String) -> String {
        "aucun trajet connu de « \(from) » à « \(to) » dans les données du scénario."
    }

    package static func outOfRange(_ path: String) -> String { "valeur hors limites dans « \(path) »." }

    package static func noServiceInCommon(_ found: [String], _ expected: [String]) -> String {
        "ce plan de départ n'a aucun service de ce scénario. Services du plan : \(listed(found)) ; du scénario : "
            + "\(listed(expected)). Donnez un plan d'un de ces services (--depart)."
    }

    private static func listed(_ services: [String]) -> String {
        services.isEmpty ? "aucun" : services.map { "« \($0) »" }.joined(separator: ", ")
    }

    package static func decoding(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "clé « \(key.stringValue) » absente\(place(context)). Le fichier est-il complet ?"
        case .typeMismatch(_, let context): "valeur d'un autre type que prévu\(place(context))."
        case .valueNotFound(_, let context): "valeur absente\(place(context))."
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "ce n'est pas du JSON valide. Le fichier est-il complet ?"
                : "valeur non comprise\(place(context)) : \(context.debugDescription)."
        @unknown default: notUnderstood
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        return path.isEmpty ? "" : " dans « \(path) »"
    }
}
