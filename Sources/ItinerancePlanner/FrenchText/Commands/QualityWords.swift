import FileAccess
import GeoModel
import TabularData

/// Words of the report on the quality of the data.
package enum QualityWords {
    package static var command: String { "Dit ce qui manque, est secret, ancien ou contradictoire dans les données." }
    package static var commandExamples: String {
        """
        Exemples :
          itinerance qualite data/nord
          itinerance qualite data/nord/avesnois.yaml --au 2027-01-04
        """
    }
    package static var dataHelp: String { "Dossier de fichiers CSV, territoire .gpkg ou scénario .yaml." }
    package static var dayHelp: String { "Jour auquel compter les âges ; par défaut aujourd'hui." }
    package static var nothing: String { "Rien à signaler." }

    package static func badDay(_ text: String) -> String { "--au attend une date AAAA-MM-JJ, « \(text) » trouvé." }

    package static func reference(_ day: String, isGiven: Bool) -> String {
        "Qualité des données au \(day) (\(isGiven ? "jour demandé" : "aujourd'hui ; --au change le jour"))"
    }

    package static func section(_ section: QualityIssue.Section) -> String {
        switch section {
        case .missing: "Données manquantes"
        case .withheld: "Données couvertes par le secret statistique"
        case .old: "Données anciennes"
        case .contradictory: "Données contradictoires"
        }
    }

    package static func title(_ issue: QualityIssue) -> String {
        switch issue.kind {
        case .communeField: "colonne « \(issue.subjectWord) » vide"
        case .indicatorNotGiven: "indicateur non donné : " + indicator(issue)
        case .emptyDimension: "dimension du besoin sans aucun indicateur : " + dimension(issue)
        case .facilityKindNotListed: "type d'équipement sans liste : \(issue.subjectWord)"
        case .socialCentreUnknown: "présence d'un centre social inconnue"
        case .venueFactsUnknown: "lieux dont l'équipement ou l'accès est inconnu"
        case .communeWithoutContour: "communes sans contour"
        case .contourWithoutCommune: "contours sans commune"
        case .facilityWithoutPosition: "équipements sans position"
        case .indicatorWithheld: "valeurs non publiées : " + indicator(issue)
        case .oldVintage: "millésime de plus de 3 ans (seuil à confirmer) dans « \(issue.subjectWord) »"
        case .expiredPermit: "autorisations de stationnement expirées"
        case .calendarEnds: "calendrier « \(issue.subjectWord) » vide ou fini avant 6 mois"
        case .farFromCommune: "« \(issue.subjectWord) » : points à plus de 30 km du centre de leur commune"
        case .outsideContour: "« \(issue.subjectWord) » : points à plus de 2 km hors du contour de leur commune"
        case .socialCentreDenied: "centre_social à « non » alors qu'un centre social est listé"
        case .householdsWithoutPeople: "ménages dans une commune sans habitant"
        case .tooManyBirths: "naissances supérieures au dixième de la population"
        case .moreUnemployedThanActive: "plus de chômeurs que d'actifs"
        case .areaDiffers: "superficie différente de plus de 25 % de celle du contour"
        case .duplicateFacility: "équipements de mêmes type, nom et position"
        case .hoursNotUnderstood: "horaires non compris"
        case .closureOfUnknownPlace: "fermetures d'un lieu inconnu"
        }
    }

    private static func indicator(_ issue: QualityIssue) -> String {
        if case .indicator(.need(let indicator)) = issue.subject { return ReportWords.indicator(indicator) }
        return issue.subjectWord
    }

    private static func dimension(_ issue: QualityIssue) -> String {
        if case .dimension(let dimension) = issue.subject { return ReportWords.dimension(dimension) }
        return issue.subjectWord
    }

    /// Whether the examples say more than the title does.
    package static func hasNamedExamples(_ issue: QualityIssue) -> Bool {
        switch issue.kind {
        case .indicatorNotGiven, .emptyDimension, .facilityKindNotListed: false
        default: true
        }
    }

    package static func counted(_ issue: QualityIssue) -> String {
        guard hasNamedExamples(issue), issue.kind != .calendarEnds else { return "" }
        return " : " + ReportFigures.integer(issue.count)
            + (issue.total.map { " sur " + ReportFigures.integer($0) } ?? "")
    }

    package static func examples(_ issue: QualityIssue) -> String {
        let names = issue.examples.map { example in
            let code = issue.code(of: example)
            return example.name.isEmpty ? code : "\(example.name) (\(code))"
        }
        return "Exemples : " + names.joined(separator: ", ") + (issue.count > names.count ? "…" : "")
    }

    package static func effect(_ kind: QualityIssue.Kind) -> String {
        let text =
            switch kind {
            case .communeField: "la commune est sans ce chiffre, qui n'est jamais lu comme zéro"
            case .indicatorNotGiven: "l'indicateur n'entre pas dans le score de besoin"
            case .emptyDimension: "la dimension est laissée de côté et son poids va aux autres"
            case .facilityKindNotListed: "l'absence de ces équipements ne peut pas être affirmée"
            case .socialCentreUnknown: "pas de priorité de 1,5 pour ces communes"
            case .venueFactsUnknown: "les règles R04, R05 ou R34 ne sont pas vérifiables pour ces lieux"
            case .communeWithoutContour: "la commune manque sur les cartes ; le plan n'en dépend pas"
            case .contourWithoutCommune: "ces contours ne servent pas"
            case .facilityWithoutPosition: "le centre de la commune remplace la position"
            case .indicatorWithheld:
                "au-delà de la moitié d'une intercommunalité non publiée, l'indicateur est laissé de côté"
            case .oldVintage: "le résultat peut décrire une situation passée"
            case .expiredPermit: "le stationnement n'y est plus autorisé"
            case .calendarEnds: "les dates au-delà sont « non couvertes », jamais supposées ouvertes"
            case .farFromCommune, .outsideContour: "les temps de trajet vers ce point peuvent être faux"
            case .socialCentreDenied: "la colonne l'emporte sur la liste : la commune est comptée sans centre social"
            case .householdsWithoutPeople, .tooManyBirths: "le volume du besoin de la commune peut être faux"
            case .moreUnemployedThanActive: "le taux de chômage dépasse 100 %"
            case .areaDiffers: "la densité est faussée, et avec elle l'éloignement et les vitesses"
            case .duplicateFacility: "l'équipement est compté deux fois"
            case .hoursNotUnderstood: "les horaires d'ouverture ne peuvent pas être pris en compte"
            case .closureOfUnknownPlace: "la fermeture ne s'applique à aucun lieu"
            }
        return "Effet : \(text)."
    }

    package static func remedy(_ kind: QualityIssue.Kind) -> String {
        let text =
            switch kind {
            case .communeField: "compléter communes.csv"
            case .indicatorNotGiven, .emptyDimension: "compléter indicateurs.csv, communes.csv ou equipements.csv"
            case .facilityKindNotListed:
                "ajouter la liste à equipements.csv, ou une ligne à listes_completes.csv s'il n'y en a aucun"
            case .socialCentreUnknown: "remplir centre_social, ou attester la liste dans listes_completes.csv"
            case .venueFactsUnknown: "remplir les colonnes de lieux.csv par oui ou non"
            case .communeWithoutContour, .contourWithoutCommune: "prendre des contours de l'année des communes"
            case .facilityWithoutPosition: "donner latitude et longitude dans equipements.csv"
            case .indicatorWithheld: "aucun, si le producteur ne publie pas ; sinon une autre source"
            case .oldVintage: "prendre une édition plus récente de la source"
            case .expiredPermit: "demander le renouvellement à la commune, puis corriger autorisations.csv"
            case .calendarEnds: "télécharger la suite du calendrier"
            case .farFromCommune, .outsideContour: "vérifier les coordonnées et le code de la commune"
            case .socialCentreDenied: "corriger centre_social ou la liste"
            case .householdsWithoutPeople, .tooManyBirths, .moreUnemployedThanActive:
                "vérifier la ligne de la commune à la source"
            case .areaDiffers:
                "vérifier la superficie ; une fusion de communes peut ne se trouver que dans l'une des deux sources"
            case .duplicateFacility: "retirer une des lignes"
            case .hoursNotUnderstood: "écrire les horaires au format opening_hours d'OpenStreetMap"
            case .closureOfUnknownPlace: "corriger l'identifiant dans fermetures.csv"
            }
        return "Remède : \(text)."
    }
}
