import GeoModel
import PlanAnalysis

/// What a reader of `couverture` sees.
package enum CoverageWords {
    package static var command: String {
        "Mesure l'accès des familles à un plan, ou aux équipements d'aujourd'hui, côte à côte."
    }
    package static var examples: String {
        """
        Chaque argument est un plan.json (ses arrêts comptent) ou un scénario .yaml (ses équipements d'aujourd'hui
        comptent). Le premier donne les temps de trajet, les rayons d'accès et les besoins.

        Exemples :
          itinerance couverture plans/avesnois/plan.json --sortie couverture/avesnois
          itinerance couverture data/nord/avesnois.yaml plans/avesnois/plan.json --equipements france_services \\
            --sortie couverture/avant-apres

        Écrit couverture.html (tableaux, courbes et cartes), couverture.csv et couverture-epci.csv dans le dossier.
        """
    }
    package static var argumentsHelp: String { "Plans (plan.json) ou scénarios (.yaml) à comparer." }
    package static var facilitiesHelp: String { "Équipements comptés pour un scénario, séparés par des virgules." }
    package static var weightHelp: String { "Ce que pèse une commune : population, familles, naissances ou besoin." }
    package static var contoursHelp: String {
        "Contours des communes (GeoJSON) pour les cartes ; par défaut ceux du scénario."
    }

    package static func notRecognised(_ path: String) -> String {
        "\(path) : un plan (.json) ou un scénario (.yaml, .yml) est attendu."
    }
    package static func unknownKind(_ text: String) -> String {
        "--equipements : « \(text) » n'est pas un type connu. Types possibles : "
            + FacilityKind.words.joined(separator: ", ") + "."
    }
    package static func unknownWeight(_ text: String) -> String {
        "--poids : « \(text) » n'est pas connu. Valeurs possibles : "
            + CoverageWeight.allCases.map(\.rawValue).joined(separator: ", ") + "."
    }
    package static func noWeight(_ weight: CoverageWeight) -> String {
        "aucune commune n'a de chiffre pour --poids \(weight.rawValue). Choisissez un autre poids."
    }
    package static var differentScopes: String {
        "Les territoires des plans diffèrent : toutes leurs communes sont comptées pour chacun."
    }

    package static func facilities(_ kinds: [FacilityKind]) -> String {
        "Équipements actuels : " + kinds.map(FacilityWords.name).joined(separator: ", ")
    }
    package static func sameName(_ name: String, _ path: String) -> String { "\(name) (\(path))" }

    /// What a reader should know of facilities: at the centre of their commune, hours unknown…
    package static func notes(_ gaps: CoverageOption.Gaps) -> [String] {
        var notes: [String] = []
        if gaps.atCentre > 0 {
            notes.append(
                ReportFigures.counted(gaps.atCentre, "équipement") + " sans position, placé(s) au centre de la commune."
            )
        }
        if gaps.unreadableHours > 0 {
            notes.append(
                ReportFigures.counted(gaps.unreadableHours, "horaire") + " illisible(s), compté(s) comme inconnu(s).")
        }
        if gaps.unknownHours > 0 {
            notes.append(
                "Horaires inconnus pour " + ReportFigures.counted(gaps.unknownHours, "équipement")
                    + " : l'offre compte un par équipement, et non des heures.")
        }
        return notes
    }

    package static func unit(_ weight: CoverageWeight) -> String {
        switch weight {
        case .population: "habitants"
        case .families: "familles avec enfants, ou ménages faute de chiffre"
        case .births: "naissances"
        case .points: "points de besoin"
        }
    }

    package static func offerUnit(_ supply: Coverage.CatchmentSupply) -> String {
        supply == .hours ? "heures en 4 semaines" : "lieux"
    }

    // MARK: Page

    package static var pageTitle: String { "Couverture des communes" }
    package static var measured: String { "Mesure" }
    package static func lead(_ comparison: CoverageComparison) -> String {
        let communes = comparison.entries.first?.coverage.communes.count ?? 0
        let weight = comparison.entries.first?.coverage.total.weight ?? 0
        return "\(ReportFigures.counted(communes, "commune")), \(ReportFigures.decimal(weight, 0)) "
            + "\(unit(comparison.weight)). Mêmes communes, mêmes temps de trajet et mêmes rayons pour chaque colonne."
    }
    package static func withoutFigure(_ communes: [Commune]) -> String {
        "Non comptées, faute de chiffre : " + communes.map(\.name).joined(separator: ", ") + "."
    }

    package static var places: String { "Lieux" }
    package static var reached: String { "Part qui en tire un bénéfice" }
    package static var benefit: String { "Bénéfice moyen" }
    package static var benefitHelp: String { "100 % : un lieu tout proche, chaque semaine ou toujours ouvert" }
    package static var minutes: String { "Temps moyen jusqu'au lieu le plus proche" }
    package static func within(_ minutes: Int) -> String { "Part à \(minutes) min ou moins" }
    package static var worstOff: String { "Bénéfice du cinquième le moins bien servi" }
    package static var highestNeed: String { "Bénéfice du cinquième au besoin le plus intense" }
    package static var highestNeedHelp: String {
        "le même cinquième pour chaque colonne, fixé par le besoin et non par le résultat"
    }
    package static var gini: String { "Inégalité (indice de Gini)" }
    package static var giniHelp: String { "0 : le même bénéfice pour tous ; 1 : tout à une seule commune" }
    package static func offer(_ weight: CoverageWeight) -> String {
        "Offre pour 1 000 " + (weight == .points ? "points" : weight == .births ? "naissances" : short(weight))
    }
    private static func short(_ weight: CoverageWeight) -> String {
        weight == .population ? "habitants" : "familles"
    }
    package static var offerHelp: String {
        "à 30 min au plus, partagée entre ceux qui s'y rendent (2SFCA amélioré, à confirmer)"
    }
    package static var none: String { "sans objet" }

    package static var curveTitle: String { "À combien de minutes du lieu le plus proche" }
    package static var curveDescription: String {
        "Part cumulée selon le temps de trajet jusqu'au lieu le plus proche."
    }
    package static var curveHorizontal: String { "Minutes de trajet jusqu'au lieu le plus proche" }
    package static func curveVertical(_ weight: CoverageWeight) -> String { "Part (\(unit(weight)))" }
    package static var lorenzTitle: String { "Comment le bénéfice se répartit" }
    package static var lorenzDescription: String {
        "Courbe de Lorenz : part du bénéfice reçue par la part la moins bien servie. Plus la courbe pend, plus c'est inégal."
    }
    package static var lorenzHorizontal: String { "Part de la population, de la moins bien à la mieux servie" }
    package static var lorenzVertical: String { "Part de tout le bénéfice" }
    package static var equality: String { "égalité parfaite" }
    package static var mapLegend: String { "Minutes en voiture jusqu'au lieu le plus proche" }
    package static var mapMarks: String { "lieu d'accueil" }
    package static func mapTitle(_ entry: CoverageComparison.Entry) -> String {
        "\(entry.letter) – \(entry.option.name)"
    }
    package static func mapDescription(_ name: String) -> String {
        "Communes ombrées selon les minutes de trajet jusqu'au lieu le plus proche : \(name)."
    }
    package static var mapSource: String { "temps estimés à vol d'oiseau (à confirmer)" }
    package static var epciTitle: String { "Par intercommunalité" }
    package static var communeTitle: String { "Commune par commune" }
    package static var communeCaption: String {
        "Minutes jusqu'au lieu le plus proche, et bénéfice du seul lieu qui apporte le plus"
    }
    package static var methodTitle: String { "Comment c'est calculé" }

    package static func accessMethod(_ access: AccessParameters) -> String {
        "Accès en voiture : entier jusqu'à \(ReportFigures.shortest(access.car.full)) min, nul à partir de \(ReportFigures.shortest(access.car.none)) min ; à "
            + "pied : entier jusqu'à \(ReportFigures.shortest(access.foot.full)) km, nul à partir de \(ReportFigures.shortest(access.foot.none)) km ; ménages "
            + "sans voiture : \(ReportFigures.percent(access.carlessShare, 0)). À confirmer."
    }
    package static var equityMethod: String { "Gini et courbe de Lorenz : Delbosc et Currie 2011." }

    package static func method(_ parameters: CoverageParameters) -> [String] {
        [
            accessMethod(parameters.access),
            "Bénéfice d'une commune : le seul lieu qui lui apporte le plus, accès multiplié par ce que vaut la cadence ; "
                + "un équipement toujours ouvert vaut 1. Les lieux ne s'additionnent pas.",
            "Offre : chaque commune se partage entre les lieux à sa portée ("
                + parameters.zones.map {
                    "\(ReportFigures.shortest($0.upTo)) min : \(ReportFigures.shortest($0.weight))"
                }.joined(separator: ", ")
                + "), chaque lieu partage ses heures entre ceux qui viennent. Poids des zones à confirmer. "
                + "Luo et Qi 2009 ; Páez, Higgins et Vivona 2019.",
            equityMethod,
        ]
    }

    package static func written(_ path: String) -> String {
        "Écrit : \(path)/couverture.html, couverture.csv, couverture-epci.csv"
    }
}
