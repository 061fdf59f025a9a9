import GeoModel
import PlanningModel

/// Words of the report for mayors and the committee.
package enum ReportPageWords {
    package static func title(_ name: String) -> String { "Rapport – \(name)" }
    package static var contents: String { "Sommaire" }
    package static var skip: String { "Aller au contenu" }

    // MARK: Chapters

    package static var summary: String { "En bref" }
    package static var stops: String { "Où et quand" }
    package static var need: String { "Le besoin" }
    package static var access: String { "L'accès des familles" }
    package static var rounds: String { "Les tournées" }
    package static var equity: String { "L'équité" }
    package static var leftOut: String { "Qui reste à l'écart, et pourquoi" }
    package static var rules: String { "Les règles" }
    package static var missions: String { "Missions, séances et services à heures fixes" }
    package static var partners: String { "Partenaires et référents" }
    package static var near: String { "Services proches des lieux d'accueil" }
    package static var costs: String { "Moyens et coûts" }
    package static var people: String { "Heures par personne" }
    package static var parameters: String { "Paramètres à confirmer" }
    package static var method: String { "La méthode en une page" }
    package static var files: String { "Données lues" }

    // MARK: Sentences

    package static let stopHeaders = ["Lieu", "Cadence", "Jour et heures", "Dates"]
    package static func datesText(_ period: ClosedRange<CivilDate>) -> String {
        "Les dates sont celles \(ReportDates.range(period.lowerBound, period.upperBound)) ; le reste décrit le cycle, qui se répète."
    }
    package static func cancelled(_ date: CivilDate, _ reason: String) -> String {
        "annulé le \(ReportDates.withWeekday(date)) : \(reason)"
    }
    package static var noDate: String { "aucune dans cette période" }
    package static func meeting(_ date: CivilDate, _ hours: Interval) -> String {
        "sauf réunion de professionnels le \(ReportDates.withWeekday(date)), \(ReportWords.span(hours))"
    }
    package static func partnerKind(_ kind: String) -> String {
        FacilityKind(word: kind).map(FacilityWords.name) ?? kind.replacing("_", with: " ")
    }
    package static func stopCaption(_ service: String) -> String { "\(service) : lieux d'accueil" }
    package static let needHeaders = ["Commune", "Poids, points", "Intensité, de 0 à 1", "Couvert, points"]
    package static func needCaption(_ service: String, _ count: Int) -> String {
        "\(service) : les \(ReportFigures.counted(count, "commune")) de plus fort poids"
    }
    package static let roundHeaders = ["Jour", "Véhicule", "Arrêts", "Route", "Travail", "Amplitude"]
    package static func roundCaption(_ service: String) -> String {
        "\(service) : une ligne par journée différente du cycle"
    }
    package static func roundDay(_ weekday: Weekday, _ weeks: [Int], of cycle: Int) -> String {
        guard weeks.count < cycle || cycle == 1 else { return "\(weekday.key), chaque semaine" }
        return "\(weekday.key), " + (weeks.count > 1 ? "semaines " : "semaine ")
            + ReportWords.enumeration(weeks.map(String.init))
    }
    package static let figureHeaders = ["Mesure", "Chiffre"]
    package static var equityText: String {
        "100 % de bénéfice : un lieu tout proche, chaque semaine. Le cinquième le moins bien servi et l'indice de Gini (0 : le "
            + "même bénéfice pour tous) disent si le plan oublie quelqu'un."
    }
    package static let missedHeaders = [
        "Commune", "Besoin, points", "Lieu le plus proche", "Trajet en voiture", "Pourquoi",
    ]
    package static func missedCaption(_ service: String) -> String {
        "\(service) : communes éligibles qu'aucun lieu n'atteint"
    }
    package static func tooFar(_ minutes: Double) -> String {
        "trop loin : l'accès est nul à partir de \(ReportFigures.decimal(minutes, 0))\(ReportFigures.noBreak)min"
    }
    package static func allReached(_ service: String) -> String {
        "\(service) : un lieu apporte quelque chose, si peu que ce soit, à toutes les communes éligibles."
    }
    package static var whyText: String {
        "Ce que coûterait un arrêt dans une commune, et la règle qui l'en empêche, se calcule sur demande, commune par commune. "
            + "Une commune hors cible ne pèse pas dans le choix, mais ses habitants peuvent venir."
    }
    package static var notServed: String {
        "hors des territoires des services : Belgique et départements voisins ne sont pas modélisés."
    }
    package static func ruleCounts(_ counts: [(String, Int)]) -> String {
        "Les \(RuleID.allCases.count) règles – " + counts.map { "\($0.0) : \($0.1)" }.joined(separator: " ; ") + "."
    }
    package static var ruleCaption: String {
        "Chaque règle, son état, le chiffre du plan le plus proche du seuil, et ce seuil"
    }
    package static func moreFindings(_ rule: String, _ count: Int) -> String {
        "\(rule) – \(ReportFigures.counted(count, "autre constat", "autres constats")) de ce genre, dans le dossier de conformité."
    }
    package static var ruleText: String { "Le dossier de conformité, remis sur demande, donne chaque preuve." }
    package static var noProgramme: String {
        "Ce plan n'a ni programme de séances ni service à heures fixes : information et accueil sont donnés à chaque ouverture."
    }
    package static var lostCallsUnknown: String {
        "Appels de l'écoute reçus et traités : inconnus, aucun chiffre n'est donné."
    }
    package static var pickupsHidden: String {
        "Les communes où les enfants sont pris ne sont pas publiées : elles ne figurent que sur les feuilles de route."
    }
    package static var actors: String { "Réunions des acteurs et rencontres de professionnels" }
    package static let actorHeaders = ["Date", "Réunion", "Lieu", "Heures"]
    package static let partnerHeaders = ["Commune", "Partenaire", "Type", "Référent à contacter", "Statut"]
    package static var partnerCaption: String {
        "Partenaires des communes desservies, et ceux que nomment les services et leurs séances"
    }
    package static let loneHeaders = ["Lieu sans partenaire connu", "Commune"]
    package static var loneCaption: String { "Lieux d'accueil sans partenaire dans leur commune (R12)" }
    package static var noPartner: String {
        "Aucun partenaire n'est dans les données : la liste est inconnue, pas vide."
    }
    package static var unknownContact: String { "inconnu, à demander" }
    package static var nearText: String {
        "Distance à vol d'oiseau entre chaque lieu d'accueil et l'équipement connu le plus proche. « inconnu » : aucun équipement de "
            + "ce type n'est dans les données, ce qui ne veut pas dire qu'il n'y en a pas."
    }
    package static func notListed(_ kinds: [String]) -> String {
        "Distances inconnues, faute d'équipement de ce type dans les données : "
            + kinds.joined(separator: ", ") + "."
    }
    package static var nearCaption: String { "En kilomètres" }
    package static var stop: String { "lieu d'accueil" }
    package static var depot: String { "dépôt" }
    package static var peopleText: String {
        "Une barre par semaine du cycle ; tournées, écoute, lieu fixe et parloirs ensemble. Les personnes n'ont que des identifiants."
    }
    package static var limitLegend: String { "heures du contrat" }
    package static var hoursTitle: String { "Heures de travail par semaine" }
    package static func hours(_ weeks: [Minutes], of contract: Minutes) -> String {
        let (least, most) = (weeks.min() ?? .zero, weeks.max() ?? .zero)
        return (least == most ? "" : "\(ReportFigures.duration(least)) à ") + "\(ReportFigures.duration(most)) sur "
            + ReportFigures.duration(contract)
    }
    package static let parameterHeaders = ["Paramètre", "Valeur", "Source"]
    package static var parameterCaption: String { "Ce que personne n'a encore validé : chaque ligne est à confirmer" }
    package static let fileHeaders = ["Fichier", "Empreinte SHA-256, début"]
    package static var fileCaption: String { "Fichiers lus pour ce plan" }

    package static let methodItems = [
        "Le besoin de chaque commune est son volume (familles ou ménages pour un LR, naissances pour une M1000J) multiplié par 0,5 plus "
            + "une intensité de 0 à 1, moyenne d'indicateurs de fragilité, d'éloignement, de numérique et d'offre absente.",
        "Une commune gagne par un seul lieu, celui qui lui apporte le plus : plus il est proche et fréquent, plus elle gagne.",
        "Le programme choisit lieux, cadences, jours et demi-journées qui couvrent le plus de besoin, moins le prix de la route, en "
            + "respectant toutes les règles obligatoires : cinq demi-journées, temps de travail, repos, passages réguliers.",
        "Il annonce une borne : d'après sa recherche, aucun plan ne vaut plus. Ce rapport ne la vérifie pas : un fichier de "
            + "preuve, écrit avec le plan, permet à chacun de le faire. L'écart entre le plan et la borne est donné plus haut.",
        "Le plan est refait et jugé par un contrôle séparé, à partir du seul fichier.",
    ]
    package static let limits = [
        "La capacité d'une séance n'est pas comptée.",
        "La Belgique et les départements voisins ne sont pas modélisés.",
        "Une valeur inconnue n'est ni zéro ni « non » : elle est dite inconnue.",
        "Ce qui est marqué « exemple fictif » n'est pas réel.",
    ]

    // MARK: Maps and plots

    package static func stopMap(_ service: String) -> String { "Lieux d'accueil selon leur cadence – \(service)" }
    package static func stopMapDescription(_ count: Int) -> String {
        "Carte des communes ; \(ReportFigures.counted(count, "lieu", "lieux")) d'accueil, marqués selon leur cadence."
    }
    package static var stopMapLegend: String { "Cadence" }
    package static var planSource: String { "le plan" }
    package static func roundMap(_ service: String) -> String { "Les tournées – \(service)" }
    package static var roundMapDescription: String {
        "Carte des communes ; les trajets des véhicules, tracés droit d'un lieu à l'autre."
    }
    package static var byVan: String { "Par véhicule" }
    package static var byWeekday: String { "Par jour de la semaine" }
    package static var straightLines: String {
        "le plan ; traits droits d'un lieu à l'autre, qui ne suivent pas les routes"
    }
    package static var partnerMap: String { "Partenaires et lieux d'accueil" }
    package static var partnerMapDescription: String {
        "Carte des communes ; carrés : communes d'un partenaire ; ronds : lieux avec partenaire ; triangles numérotés : lieux sans "
            + "partenaire, dans l'ordre du tableau."
    }
    package static var partnerLegend: String { "Partenaires" }
    package static var partnerHere: String { "commune d'un partenaire" }
    package static var stopWithPartner: String { "lieu d'accueil avec partenaire" }
    package static var stopWithoutPartner: String { "lieu d'accueil sans partenaire connu" }
    package static var partnerSource: String { "liste des partenaires du bureau" }
    package static func mapCaption(_ title: String) -> String {
        "Carte : \(title). Les mêmes faits sont dans le tableau."
    }
    package static var tableLink: String { "En chiffres :" }
    package static func plotCaption(_ title: String) -> String { "Graphique : \(title)." }

    package static func initial(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: "L"
        case .tuesday: "Ma"
        case .wednesday: "Me"
        case .thursday: "J"
        case .friday: "V"
        case .saturday: "S"
        case .sunday: "D"
        }
    }
    package static func offTarget(_ service: String, _ communes: String) -> String {
        "\(service), hors cible – \(communes)"
    }
}
