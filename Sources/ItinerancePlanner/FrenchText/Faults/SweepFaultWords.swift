import FileAccess
import ScenarioFiles

extension SweepFault {
    package var sentence: String {
        switch self {
        case .noAxes: "des axes sont attendus ici, un par ligne : « nom: [valeur, valeur] »."
        case .noValues(let axis):
            "axe « \(axis) » : une liste de valeurs est attendue, « \(axis): [valeur, valeur] », ou sous « valeurs »."
        case .noValue(let axis): "axe « \(axis) » : valeur vide. Complétez-la ou enlevez-la."
        case .unknownAxis(let word, let near):
            "axe « \(word) » inconnu." + ErrorWords.suggestion(near, "Axes proches")
                + " Sont possibles : depot, vehicules, budgets.km, budgets.heures, budgets.euros, planchers.…, poids, ouverture, "
                + "acces_voiture, acces_pied, poids_besoin, et chaque clé de « parametres »."
        case .sameSubject(let axis, let other):
            "axe « \(axis) » : l'axe « \(other) » change déjà la même chose. Gardez-en un."
        case .valueTwice(let text): "« \(text) » est deux fois sur cet axe. Gardez-en une."
        case .whichService(let known):
            "le scénario a plusieurs services. Dites lequel sous cet axe : « service: … ». Services : \(known.joined(separator: ", "))."
        case .unknownService(let word, let near, let known):
            "service « \(word) » inconnu." + ErrorWords.suggestion(near.isEmpty ? known : near, "Services")
        case .notForAxis(let key, let axis):
            key == "vehicule"
                ? "« vehicule » ne va qu'avec un axe de dépôts ; « \(axis) » n'en est pas un."
                : "« renforts » ne va qu'avec l'axe « vehicules » ; « \(axis) » n'en est pas un."
        case .noReserve:
            "« renforts » doit être une liste, un équipage par tiret, chacun avec « vehicule », « equipe » et « depot »."
        case .badVans(let text, let own, let reserve):
            "« \(text) » : un nombre de véhicules de 1 à \(max(1, own + reserve)) est attendu. Le service en a \(own), et « renforts » en "
                + "nomme \(reserve) ; aucun n'est inventé."
        case .severalValues(let keys):
            "\(keys.count) valeurs sont attendues entre crochets : [\(keys.joined(separator: ", "))]."
        case .tooMany(let count, let most):
            "la grille a \(count.map { ReportFigures.plain(ReportFigures.integer($0)) } ?? "bien trop de") cellules ; "
                + "\(ReportFigures.plain(ReportFigures.integer(most))) au plus. Enlevez des valeurs ou un axe."
        }
    }
}

extension SweepFolderFault {
    package var sentence: String {
        switch self {
        case .notASweep(let path):
            "\(path) : ce dossier n'est pas celui d'un balayage et n'a pas été touché. Choisissez-en un autre."
        case .locked(let path):
            "\(path) : un autre balayage travaille dans ce dossier. Attendez sa fin, ou choisissez-en un autre."
        case .unwritable(let path):
            "\(path) : écriture impossible. Vérifiez les droits et la place sur le disque. Les cellules faites sont gardées : la même "
                + "commande reprend là où elle en était."
        }
    }
}
