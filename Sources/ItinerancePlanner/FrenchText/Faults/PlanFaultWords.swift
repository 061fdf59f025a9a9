import FileAccess
import PlanningModel

extension PlanFileFault {
    package var sentence: String {
        switch self {
        case .notUnderstood: "fichier non compris."
        case .otherFormat(let found):
            "format « \(found) » ; un fichier plan.json écrit par itinerance est attendu."
        case .otherVersion(let found):
            "version \(found) du format ; cette version d'itinerance lit la version \(Plan.formatVersion). "
                + (found < Plan.formatVersion
                    ? "Refaites le plan avec « itinerance planifier »." : "Mettez le programme à jour.")
        case .missingKey(let key, let path): "clé « \(key) » absente\(Self.place(path)). Le fichier est-il complet ?"
        case .otherType(let path): "valeur d'un autre type que prévu\(Self.place(path))."
        case .missingValue(let path): "valeur absente\(Self.place(path))."
        case .badValue(let path, let detail): "valeur non comprise\(Self.place(path)) : \(detail)."
        case .outOfRange(let path): "valeur hors limites dans « \(path) »."
        case .personal(let sign, let path):
            "le texte de « \(path) » semble contenir \(PersonalDataWords.what(sign)), et il peut être publié. Refaites le "
                + "plan d'un scénario où il n'est pas."
        case .noServiceInCommon(let found, let expected):
            "ce plan de départ n'a aucun service de ce scénario. Services du plan : \(ErrorWords.listed(found)) ; du scénario : "
                + "\(ErrorWords.listed(expected)). Donnez un plan d'un de ces services (--depart)."
        case .timeRunsBackwards:
            "temps plus petit que celui de la ligne d'avant ; les lignes vont dans l'ordre du temps"
        }
    }

    private static func place(_ path: String) -> String { path.isEmpty ? "" : " dans « \(path) »" }
}

extension RoundsTableFault {
    package var sentence: String {
        switch self {
        case .endsBeforeItStarts: "l'ouverture finit avant de commencer. Corrigez l'une des deux heures."
        case .noSuchTeam(let van, let crew, let service):
            "« \(van) » avec « \(crew) » n'est pas un équipage du service « \(service) »."
        case .weekOutOfCycle(let text, let weeks):
            "semaine « \(text) » : une semaine du cycle est attendue, de \(weeks.lowerBound) à \(weeks.upperBound)."
        case .twoOpenings(let firstLine):
            "même véhicule, même jour et même heure qu'à la ligne \(firstLine). Gardez-en une."
        case .noWay(let from, let to):
            "aucun trajet connu de « \(from) » à « \(to) » dans les données du scénario."
        }
    }
}
