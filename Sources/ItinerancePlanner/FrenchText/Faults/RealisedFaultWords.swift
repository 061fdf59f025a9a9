import FileAccess
import GeoModel

extension RealisedFault {
    package var sentence: String {
        switch self {
        case .linesAfter(let count, let until):
            "\(ReportFigures.plain(ReportFigures.counted(count, "ligne"))) après le \(until.iso) (--au) : hors du bilan."
        case .unknownColumn(let name, true, _):
            "colonne « \(name) » : seuls des nombres sont gardés, jamais ce qui désigne une personne. Retirez cette colonne."
        case .unknownColumn(let name, false, let known):
            "colonne « \(name) » inconnue."
                + ErrorWords.suggestion(NearestNames.of(name, among: known, count: 1), "Proche")
                + " Colonnes : \(known.joined(separator: ", "))."
        case .personal(let sign):
            "cette case semble contenir \(PersonalDataWords.what(sign)). Elle n'est pas lue : videz-la, ou donnez une fonction."
        case .twice(let line, let file): "déjà dit à la ligne \(line) de \(file). Gardez une ligne."
        case .noOpening(let place, let date, let near):
            "le plan n'a pas d'accueil à « \(place) » le \(date.weekday.key) \(date.iso)."
                + ErrorWords.suggestion(near.map { "\($0.weekday.key) \($0.iso)" }, "Accueils prévus les plus proches")
        case .whichOpening(nil, let starts):
            "plusieurs accueils prévus ce jour-là. Donnez « debut_prevu » : \(Self.times(starts))."
        case .whichOpening(let planned?, let starts):
            "aucun accueil prévu à \(Self.time(planned)) ; prévus ce jour-là : \(Self.times(starts))."
        case .endsBeforeItStarts(let start, let end):
            "l'accueil finirait à \(Self.time(end)), avant son début à \(Self.time(start)). Corrigez « debut » ou « fin »."
        case .notLate(let start, let planned):
            "« retard », mais le début (\(Self.time(start))) n'est pas après l'heure prévue (\(Self.time(planned))). "
                + "Écrivez « tenu », ou corrigez « debut »."
        case .arrivedAfter(let arrival, let start):
            "le véhicule arriverait à \(Self.time(arrival)), après le début de l'accueil à \(Self.time(start))."
        case .leftBefore(let departure, let end):
            "le véhicule partirait à \(Self.time(departure)), avant la fin de l'accueil à \(Self.time(end))."
        case .backBeforeLeaving(let departure, let arrival):
            "le véhicule rentrerait à \(Self.time(arrival)), avant d'être parti à \(Self.time(departure))."
        case .notAtDepot(let depot):
            "« \(depot) » est un dépôt : seuls « depart » et « arrivee » y ont un sens. Laissez cette case vide."
        case .lateWithoutStart: "un retard sans l'heure du début. Donnez « debut »."
        case .cancelledYet:
            "un accueil annulé n'a ni heures ni personnes reçues. Laissez cette case vide, ou corrigez « etat »."
        case .outsidePlan(let date, let first):
            "\(date.iso) est hors du plan, qui commence le \(first.iso) (deux ans au plus)."
        case .whichService(let known):
            "le plan a plusieurs services. Donnez « service » : \(known.joined(separator: ", "))."
        case .notACount(let text):
            "« \(text) » : un nombre entier de personnes est attendu, ou rien si personne n'a compté."
        }
    }

    private static func times(_ times: [Minutes]) -> String { times.map { time($0) }.joined(separator: ", ") }
    private static func time(_ time: Minutes) -> String { ReportFigures.plain(ReportFigures.time(time)) }
}
