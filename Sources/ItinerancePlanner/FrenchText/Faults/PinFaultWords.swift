import FileAccess
import GeoModel
import ScenarioFiles

extension PinFault {
    package var sentence: String {
        switch self {
        case .notAList: "« epingles » doit être une liste, une épingle par tiret, avec « lieu » ou « commune »."
        case .withoutTarget: "une épingle dit de quoi elle parle. Donnez « lieu » ou « commune »."
        case .twoTargets: "« lieu » et « commune » à la fois. Gardez l'un des deux."
        case .asksNothing:
            "cette épingle ne demande rien. Donnez par exemple « servi: oui », « jours » ou « demi_journee »."
        case .unknownVenue(let venue, let near):
            ScenarioFault.unknownReference(venue, .file("lieux.csv"), near: near).sentence
        case .venueOutside(let venue, let commune):
            "le lieu « \(venue) » est à \(commune), hors du territoire du service."
        case .communeOutside(let code, let commune):
            "la commune « \(code) » (\(commune)) est hors du territoire du service."
        case .communeWithoutVenue(let code, let commune):
            "la commune « \(code) » (\(commune)) n'a aucun lieu dans lieux.csv."
        case .boundThoughExcluded(let key):
            "« servi: non » exclut ce lieu : « \(key) » ne peut plus rien demander. Retirez l'un des deux."
        case .visitsReversed(let least, let most): "visites_min (\(least)) dépasse visites_max (\(most))."
        case .impossibleCadence(let cadences):
            "aucune cadence permise n'est dans ces limites. Cadences du scénario, en 4 semaines : "
                + cadences.map(String.init).joined(separator: ", ")
                + (cadences.contains(8) ? "." : " (8 avec « bihebdomadaire: oui »).")
        case .oneWeekdayForTwo: "8 passages en 4 semaines demandent deux jours différents."
        case .noWeekday: "aucun jour. Donnez un jour au moins, ou retirez « jours »."
        case .closedWeekday(let day, let allowed):
            "« \(day.key) » n'est pas un jour de tournée. Jours du scénario : \(allowed.map(\.key).joined(separator: ", "))."
        case .startOffGrid(let start, let step):
            "\(Self.time(start)) ne suit pas le pas des horaires de \(step.count) min (pas_minutes)."
        case .startOutsideWindow(let start, let from, let until):
            "un accueil qui commence à \(Self.time(start)) sort de la plage d'ouverture, de \(Self.time(from)) à \(Self.time(until))."
        case .startInOtherHalf(let start, let half):
            "un accueil qui commence à \(Self.time(start)) n'est pas \(half == .morning ? "le matin" : "l'après-midi"). "
                + "Changez « debut » ou « demi_journee »."
        case .vanNotInService(let van, let known):
            "« \(van) » n'est dans aucun équipage de ce service."
                + ErrorWords.suggestion(NearestNames.of(van, among: known), "Proches")
                + " Véhicules du service : \(known.joined(separator: ", "))."
        case .crewNotInService(let crew, let known):
            "« \(crew) » n'est l'équipe d'aucun équipage de ce service. Équipes du service : \(known.joined(separator: ", "))."
        case .noSuchTeam(let van, let crew): "aucun équipage du service n'a à la fois « \(van) » et « \(crew) »."
        case .noWeek(let cycle):
            "aucune semaine. Donnez une semaine au moins, de 1 à \(cycle.upperBound), ou retirez « semaines »."
        case .noSuchWeek(let text, let cycle):
            "« \(text) » n'est pas une semaine du cycle : un nombre de 1 à \(cycle.upperBound) est attendu."
        case .weeksTooFew(let weeks, let cadences):
            "aucune cadence permise ne tient dans les semaines \(ReportWords.enumeration(weeks.map(String.init))). "
                + "Cadences possibles, en 4 semaines : \(cadences.map(String.init).joined(separator: ", "))."
        case .noSuchOrder(let text, let most):
            "« \(text) » n'est pas une place dans une demi-journée : "
                + (most == 1
                    ? "1 est attendu, puisque ce scénario n'a qu'un arrêt par demi-journée (arrets_courts: oui en permet plus)."
                    : "un nombre de 1 à \(most) est attendu (arrets_courts_par_demi_journee).")
        case .expired(let until):
            "cette épingle valait jusqu'au \(ReportDates.full(until)) : elle ne compte plus dans ce cycle."
        case .contradicts(let key, let line):
            "« \(key) » contredit l'épingle" + (line.map { " de la ligne \($0)" } ?? " précédente")
                + " sur le même lieu. Gardez l'une des deux."
        }
    }

    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
}

extension EditingRefusal {
    package var sentence: String {
        switch self {
        case .encoding:
            "l'encodage de ce fichier ne permet pas de le modifier sans risque. Enregistrez-le en UTF-8. Rien n'est écrit."
        case .alias:
            "les épingles de ce service sont écrites une fois pour plusieurs (ancre et alias YAML) : les modifier ici en changerait d'autres. "
                + "Donnez au service ses propres « epingles ». Rien n'est écrit."
        case .braces:
            "ce service est écrit entre accolades, sans « epingles ». Écrivez-le une clé par ligne, ou ajoutez-lui "
                + "« epingles: [] ». Rien n'est écrit."
        case .form:
            "ce fichier est écrit d'une façon que ce programme ne sait pas modifier sans toucher au reste. Modifiez-le dans un "
                + "éditeur de texte. Rien n'est écrit."
        }
    }
}

extension ScenarioFileFault {
    package var sentence: String {
        switch self {
        case .unwritable(let path):
            "\(path) : écriture impossible. Vérifiez les droits du fichier et du dossier, et la place sur le disque. Rien n'a été écrit."
        case .changedMeanwhile(let path):
            "\(path) : quelqu'un a changé ce fichier entre-temps. Son travail est gardé, rien n'est écrit : relancez la commande."
        case .held(let path):
            "\(path) : un autre programme tient ce fichier. Rien n'est écrit : relancez la commande plus tard."
        }
    }
}
