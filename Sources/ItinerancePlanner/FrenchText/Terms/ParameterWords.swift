import GeoModel

/// What a parameter is called in plain French, its unit, and what its default rests on.
package struct ParameterWords: Sendable {
    package var name: String
    /// Empty where the value is a word, a time of day or a plain number.
    package var unit: String
    package var basis: String

    private init(_ name: String, _ unit: String, _ basis: String) {
        self.name = name
        self.unit = unit
        self.basis = basis
    }

    /// `nil` for a key that is not in the catalogue.
    package static func words(_ key: String) -> ParameterWords? { all[key] }

    private static var ownChoice: String { "notre choix" }
    private static var franceServices: String { "31 France services itinérantes, avril 2021" }
    private static var equalWeights: String {
        "\(ownChoice) : poids égaux, faute de théorie ; seules les proportions comptent"
    }
    private static var measuredSpeeds: String {
        "\(ownChoice), 1er décembre 2026 : comparé à des trajets calculés sur deux extraits d'OpenStreetMap"
    }
    private static var leaflet: String { "plaquette de la Caf du Nord" }

    private static let all: [String: ParameterWords] = opening.merging(work) { first, _ in first }
        .merging(money) { first, _ in first }.merging(needs) { first, _ in first }

    private static let opening: [String: ParameterWords] = [
        "cycle_semaines": .init(
            "Longueur du cycle", "semaines", "\(ownChoice) : couvre l'hebdomadaire, la quinzaine et le mois"),
        "jours": .init("Jours de tournée", "", "\(franceServices) : 2 sur 31 ouvertes le samedi"),
        "min_visites": .init(
            "Passages par arrêt, au moins", "en 4 semaines", "bus de PMI environ tous les 15 jours ; usage"),
        "bihebdomadaire": .init(
            "Deux passages par semaine permis, à jours fixes", "",
            "\(ownChoice) : une cadence hebdomadaire suffit d'usage"),
        "demi_journees_min": .init(
            "Demi-journées d'ouverture, au moins", "par semaine",
            "\(leaflet), R01 ; portée par service et textes de 2025 à confirmer"),
        "demi_journees_min_semaines": .init(
            "Semaines du cycle pour lesquelles moins de demi-journées sont convenues", "",
            "\(ownChoice) : aucune d'usage ; 3=4 pour 4 demi-journées en semaine 3"),
        "demi_journee_min_minutes": .init(
            "Ouverture pour compter une demi-journée, au moins", "min",
            "des séances de LAEP de 2 h 30 existent ; minimum observé 2 h"),
        "limite_matin": .init("Limite entre matin et après-midi", "", ownChoice),
        "seance_minutes": .init("Durée d'une séance d'accueil", "min", "\(franceServices) : médiane 3 h"),
        "debut_matin": .init("Début de la séance du matin", "", "\(franceServices) : début le plus fréquent"),
        "debut_apres_midi": .init(
            "Début de la séance de l'après-midi", "", "\(franceServices) : début le plus fréquent"),
        "ouverture_debut": .init("Accueil du public, au plus tôt", "", franceServices),
        "ouverture_fin": .init("Accueil du public, au plus tard", "", franceServices),
        "pas_minutes": .init("Pas des heures de début", "min", ownChoice),
        "installation_minutes": .init("Installation à l'arrêt", "min", "sans source"),
        "rangement_minutes": .init("Rangement à l'arrêt", "min", "sans source"),
        "arrets_courts": .init(
            "Plusieurs arrêts courts permis dans une demi-journée", "", "\(ownChoice) : une séance entière d'abord"),
        "arrets_courts_par_demi_journee": .init("Arrêts courts par demi-journée, au plus", "", ownChoice),
        "arret_court_minutes": .init("Durée d'accueil d'un arrêt court", "min", "\(ownChoice) ; au moins 60 min"),
        "arret_court_installation_minutes": .init("Installation à un arrêt court", "min", "sans source"),
        "arret_court_rangement_minutes": .init("Rangement à un arrêt court", "min", "sans source"),
        "dejeuner_minutes": .init("Pause de midi", "min", "\(ownChoice) ; la pause légale est de 20 min"),
        "dejeuner_debut": .init("Pause de midi, au plus tôt", "", ownChoice),
        "dejeuner_fin": .init("Pause de midi, au plus tard", "", ownChoice),
        "soiree_a_partir_de": .init("Une soirée commence à", "", "convention ALISFA"),
        "soirees_semaine_max": .init("Soirées par semaine et personne, au plus", "soirées", "convention ALISFA"),
        "delai_planning_jours": .init("Planning connu avant le premier jour", "jours", "convention ALISFA"),
        "marge_parloir_minutes": .init(
            "Arrivée avant un parloir", "min", "30 min demandées, entrée refusée pour 2 min de retard"),
        "parloir_minutes": .init("Durée d'un parloir", "min", "un établissement du Nord, 2017"),
        "sortie_parloir_minutes": .init("Sortie après un parloir", "min", "\(ownChoice), sans source"),
        "prise_en_charge_minutes": .init(
            "Arrêt pour prendre ou déposer des enfants", "min", "\(ownChoice), sans source"),
        "vacances": .init(
            "Tournées pendant les vacances scolaires", "", "un LAEP itinérant ouvre aussi pendant les vacances"),
        "feries": .init("Tournée d'un jour férié", "", ownChoice),
    ]

    private static let work: [String: ParameterWords] = [
        "profil": .init(
            "Règles de travail appliquées", "", "ALISFA, la plus stricte ; convention de l'employeur à confirmer"),
        "travail_jour_max_heures": .init("Travail par jour, au plus", "h", "Code du travail, art. L3121-18"),
        "travail_semaine_max_heures": .init("Travail par semaine, au plus", "h", "Code du travail, art. L3121-20"),
        "travail_semaine_moyenne_heures": .init(
            "Travail moyen sur 12 semaines, au plus", "h par semaine", "Code du travail, art. L3121-22"),
        "heures_semaine_max": .init(
            "Semaine de référence", "h par personne", "Code du travail, art. L3121-27 ; ALISFA"),
        "heures_supplementaires": .init("Heures supplémentaires permises", "", "\(ownChoice) : le cas le plus strict"),
        "repos_quotidien_heures": .init(
            "Repos entre deux journées, au moins", "h", "ALISFA, chap. IV : 12 h ; art. L3131-1 : 11 h"),
        "repos_hebdo_heures": .init("Repos hebdomadaire, au moins", "h", "Code du travail, art. L3132-2"),
        "deux_jours_de_repos": .init("Deux jours de repos de suite, dimanche compris", "", "ALISFA"),
        "pause_apres_heures": .init("Pause due après", "h de travail", "Code du travail, art. L3121-16"),
        "pause_minutes": .init("Durée de cette pause", "min", "Code du travail, art. L3121-16"),
        "amplitude_signalee_heures": .init("Amplitude signalée au-delà de", "h", "ALISFA"),
        "amplitude_max_heures": .init(
            "Amplitude, au plus", "h", "ALISFA : 12 h ; loi : 13 h, déduites du repos de 11 h (art. L3131-1)"),
        "amplitude_longue_jours": .init(
            "Jours au-delà de l'amplitude signalée, au plus", "jours par personne et 4 semaines",
            "notre lecture du « exceptionnellement » d'ALISFA ; 28, donc sans limite, sous un autre `profil`"),
        "temps_partiel_sous_heures": .init(
            "Temps partiel : contrat de moins de", "h par semaine", "Code du travail, art. L3123-1"),
        "coupures_temps_partiel": .init(
            "Coupures par jour d'un temps partiel, déjeuner compris, au plus", "coupures",
            "Code du travail, art. L3123-30 ; ALISFA, art. 2.1.7 ; une pause qui ne dépasse pas celle de R25 n'en est pas une (notre lecture)"
        ),
        "coupure_temps_partiel_heures": .init(
            "Durée d'une coupure d'un temps partiel, au plus", "h",
            "Code du travail, art. L3123-30 ; ALISFA, art. 2.1.7"),
        "coupure_periode_minutes": .init(
            "Une coupure sépare deux périodes de travail à partir de", "min", "notre lecture d'ALISFA, art. 1.3.1"),
        "periodes_jour": .init(
            "Périodes de travail par jour, signalées au-delà de", "périodes",
            "ALISFA, art. 1.3.1 ; 10, donc sans limite, sous un autre `profil`"),
        "periodes_jour_max": .init(
            "Périodes de travail par jour, au plus", "périodes",
            "ALISFA, art. 1.3.1 : trois exceptionnellement ; 10, donc sans limite, sous un autre `profil`"),
    ]

    private static let money: [String: ParameterWords] = [
        "lambda": .init(
            "Prix d'un euro en points de besoin (λ)", "point par euro et 4 semaines",
            "\(ownChoice) : 100 € de plus doivent couvrir un millième du besoin"),
        "cout_km": .init(
            "Coût du véhicule", "€ par km",
            "barème fiscal 2025, 7 CV, 12 000 km par an ; un véhicule aménagé coûte plus"),
        "cout_heure": .init("Coût du personnel", "€ par heure et personne", "sans source"),
        "salaires": .init("Salaires dans le coût du plan", "", "\(ownChoice) : fixes, donc non comptés"),
        "prix_r10": .init(
            "Prix d'un passage dans une commune qui a un centre social (R10)", "points par passage",
            "\(ownChoice) : signalé, non compté"),
        "prix_r12": .init(
            "Prix d'un arrêt sans partenaire dans sa commune (R12)", "points par arrêt",
            "\(ownChoice) : signalé, non compté"),
        "prix_r14": .init(
            "Prix de l'éloignement d'un arrêt de l'école, EAJE, RPE, centre de loisirs ou France services le plus proche (R14)",
            "points par km et arrêt", "\(ownChoice) : non compté ; à vol d'oiseau, parmi les équipements connus"),
        "prix_r22": .init(
            "Prix d'une heure supplémentaire (R22)", "points par heure et personne",
            "\(ownChoice) : signalée, non comptée"),
        "prix_r26": .init(
            "Prix d'une heure d'amplitude au-delà de l'amplitude signalée (R26)", "points par heure, personne et jour",
            "\(ownChoice) : signalée, non comptée"),
        "services_km_max": .init(
            "Arrêt signalé au-delà, jusqu'au plus proche des services que les familles utilisent (R14)",
            "km à vol d'oiseau", "\(ownChoice), 1er décembre 2026"),
        "epci_voisins_km": .init(
            "Intercommunalités qui se touchent : entre les centres de leurs communes les plus proches, au plus (R15)",
            "km à vol d'oiseau", "\(ownChoice), 1er décembre 2026, faute de contours dans un plan"),
        "detour": .init("Détour par la route", "× la ligne droite", "usage, sans réseau routier"),
        "loi_vitesse": .init(
            "Comment le temps d'un trajet est estimé sans réseau routier", "",
            "\(ownChoice), 1er décembre 2026 ; `moities` : la loi des plans d'avant"),
        "vitesse_rurale": .init(
            "Vitesse à la sortie d'une ville ou d'un village", "km/h", "\(ownChoice) ; préférer des temps calculés"),
        "vitesse_urbaine": .init(
            "Vitesse en ville, dans le disque de même surface que la commune", "km/h",
            "\(ownChoice) ; préférer des temps calculés"),
        "vitesse_gain": .init(
            "Ce que chaque km de route hors des villes ajoute à la vitesse", "km/h par km", measuredSpeeds),
        "vitesse_max": .init("Vitesse la plus haute hors des villes", "km/h", measuredSpeeds),
        "densite_urbaine": .init("Vitesse de ville à partir de", "habitants par km²", ownChoice),
    ]

    private static let needs: [String: ParameterWords] = [
        "frequence": .init(
            "Ce que valent des passages plus fréquents", "",
            "\(ownChoice) : courbe 0,46 ; 0,73 ; 1 pour 1, 2 et 4 passages"),
        "acces_voiture_plein": .init(
            "Accès entier en voiture jusqu'à", "min", "familles à 6 ou 7 km d'une crèche itinérante"),
        "acces_voiture_limite": .init(
            "Plus d'accès en voiture à partir de", "min", "\(ownChoice) ; France services vise 30 min"),
        "acces_pied_plein": .init("Accès entier à pied jusqu'à", "km", ownChoice),
        "acces_pied_limite": .init("Plus d'accès à pied à partir de", "km", ownChoice),
        "part_sans_voiture": .init("Ménages sans voiture", "part de 1", "\(ownChoice), faute de donnée par commune"),
        "densite_max": .init(
            "Commune isolée en dessous de", "habitants par km²",
            "\(ownChoice) : 435 communes sur 647 et 17 % des ménages du Nord"),
        "priorite_sans_centre_social": .init(
            "Priorité sans centre social", "× le poids", "priorité de la \(leaflet) ; taille à confirmer"),
        "petites_naissances": .init(
            "Naissances lissées en dessous de", "naissances", "\(ownChoice) : taux de l'intercommunalité"),
        "poids_fragilite": .init("Poids de la dimension fragilité des familles", "", equalWeights),
        "poids_eloignement": .init("Poids de la dimension éloignement", "", equalWeights),
        "poids_numerique": .init("Poids de la dimension isolement numérique", "", equalWeights),
        "poids_offre_absente": .init("Poids de la dimension offre absente", "", equalWeights),
        "normalisation": .init(
            "Mise des indicateurs sur une échelle de 0 à 1", "",
            "guide OCDE/JRC 2008 : minimum-maximum écrêté, rang, ou écart à la moyenne (±2 écarts types)"),
        "ecretage_bas": .init(
            "Centile sous lequel les valeurs sont écrêtées", "",
            "\(ownChoice) ; quand les indicateurs vont du plus petit au plus grand seulement"),
        "ecretage_haut": .init(
            "Centile au-dessus duquel les valeurs sont écrêtées", "",
            "\(ownChoice) ; quand les indicateurs vont du plus petit au plus grand seulement"),
    ]
}
