import PlanAnalysis

/// What the columns of the published tables mean, their unit, and where they come from.
package struct ColumnWords: Sendable {
    package var meaning: String
    /// Empty where the value is a word, a date or a count.
    package var unit: String
    package var source: String

    private init(_ meaning: String, _ unit: String = "", _ source: String = "plan") {
        self.meaning = meaning
        self.unit = unit
        self.source = source
    }

    /// What a table's own column means, else what the column means in every table; `nil` where nobody has said.
    package static func words(_ table: String, _ column: String) -> ColumnWords? {
        all["\(table).\(column)"] ?? all[column]
    }

    package static var listening: String { "écoute" }
    /// In place of the communes where a relay fetches children.
    package static var total: String { "ensemble" }
    package static func stopKind(isFixed: Bool) -> String { isFixed ? "lieu fixe" : "tournée" }
    package static func audience(isForParents: Bool) -> String { isForParents ? "parents" : "professionnels" }
    package static func yesNo(_ flag: Bool) -> String { flag ? "oui" : "non" }
    package static func state(_ state: DatedPlan.State) -> String {
        switch state {
        case .held: "prévu"
        case .notCovered: "prévu, calendrier non couvert"
        case .falls, .otherWeek: "annulé"
        }
    }

    private static var data: String { "données du territoire" }
    private static var need: String { "score de besoin (docs/modele.md)" }
    private static var check: String { "vérification du plan" }

    private static let all: [String: ColumnWords] = rounds.merging(needs) { first, _ in first }
        .merging(rules) { first, _ in first }

    private static let rounds: [String: ColumnWords] = [
        "service": .init("Identifiant du service"),
        "nom_service": .init("Nom du service"),
        "genre": .init("Tournée, lieu fixe ou écoute à distance"),
        "lieu": .init("Identifiant du lieu", "", data),
        "nom_lieu": .init("Nom du lieu", "", data),
        "code_insee": .init("Code officiel géographique de la commune, 5 caractères, toujours du texte", "", "Insee"),
        "commune": .init("Nom de la commune", "", "Insee"),
        "adresse": .init("Numéro et voie ; vide si inconnue", "", data),
        "code_postal": .init("Code postal, du texte ; vide si inconnu", "", data),
        "latitude": .init("Latitude, WGS 84", "degrés", data),
        "longitude": .init("Longitude, WGS 84", "degrés", data),
        "jours": .init("Jours de passage dans le cycle"),
        "passages_4_semaines": .init("Passages du véhicule en 4 semaines", "passages"),
        "minutes_ouvertes_4_semaines": .init("Accueil du public en 4 semaines, jours fériés compris", "min"),
        "vehicules": .init("Identifiants des véhicules qui y passent"),
        "communes_creditees": .init("Communes dont ce lieu est le meilleur arrêt", "communes"),
        "points_couverts": .init("Besoin couvert", "points", need),
        "horaires_osm": .init("Horaires au format opening_hours d'OpenStreetMap, dates annulées comprises"),
        "longueur": .init("Longueur de ces horaires ; OpenStreetMap en garde 255", "octets"),
        "statut": .init(
            "Ce que les données disent d'un lieu, d'un véhicule ou d'un service, par exemple « exemple fictif »", "",
            data),
        "date": .init("Date du jour"),
        "jour": .init("Jour de la semaine"),
        "semaine_cycle": .init("Semaine du cycle, à partir de 1 ; jamais une semaine ISO"),
        "vehicule": .init("Identifiant du véhicule"),
        "equipe": .init("Identifiant de l'équipe ; jamais d'une personne"),
        "public": .init("Qui est reçu : parents, ou professionnels (une réunion, sans accueil des parents)"),
        "debut": .init("Début de l'accueil, ou de la réunion de professionnels", "heure de Paris"),
        "fin": .init("Fin de l'accueil, ou de la réunion de professionnels", "heure de Paris"),
        "minutes": .init("Durée", "min"),
        "ouvertures.etat": .init("Prévu ou annulé"),
        "tournees.etat": .init("Prévu ou annulé"),
        "motif": .init("Pourquoi c'est annulé", "", "jours fériés, vacances de la zone B, fermetures, absences"),
        "depart": .init("Heure de départ", "heure de Paris"),
        "arrivee": .init("Heure d'arrivée", "heure de Paris"),
        "retour": .init("Retour au dépôt", "heure de Paris"),
        "km": .init("Distance parcourue", "km", "trajets du plan"),
        "minutes_route": .init("Temps de conduite", "min", "trajets du plan"),
        "minutes_travail": .init("Travail de chaque personne de l'équipe, pauses exclues", "min"),
        "minutes_amplitude": .init("Du départ au retour", "min"),
        "minutes_ouvertes": .init("Accueil du public", "min"),
        "arrets_du_jour": .init("Lieux visités, dans l'ordre"),
        "ordre": .init("Rang du trajet dans la journée"),
        "de": .init(
            "Identifiant du lieu, du dépôt ou de l'établissement de départ ; les communes d'une sortie de parloir ne sont pas dites"
        ),
        "nom_de": .init("Son nom"),
        "vers": .init(
            "Identifiant du lieu, du dépôt ou de l'établissement d'arrivée ; les communes d'une sortie de parloir ne sont pas dites"
        ),
        "nom_vers": .init("Son nom"),
    ]

    private static let needs: [String: ColumnWords] = [
        "code_epci": .init("Code de l'intercommunalité, du texte", "", "Insee"),
        "epci": .init("Nom de l'intercommunalité", "", "Insee"),
        "population": .init("Habitants ; vide si inconnu", "habitants", "Insee"),
        "densite": .init("Densité de population", "habitants par km²", "Insee"),
        "centre_social": .init("Un centre social dans la commune : oui, non ou inconnu", "", data),
        "cible": .init("Pourquoi la commune compte ou non : isolee, forcee, hors_cible, exclue, inconnue", "", need),
        "mesure": .init("Ce que compte le volume : familles, menages ou naissances", "", need),
        "volume": .init("Familles, ménages ou naissances de la commune, selon la mesure", "", "Insee, Caf"),
        "intensite": .init("Intensité du besoin", "de 0 à 1", need),
        "points": .init("Poids de la commune ; 1 000 points par service", "points", need),
        "part_couverte": .init("Besoin couvert sur le poids", "de 0 à 1", need),
        "a_un_arret": .init("Un arrêt du service dans la commune"),
        "lieu_credite": .init("Identifiant de l'arrêt qui apporte le plus à la commune"),
        "nom_lieu_credite": .init("Son nom"),
        "trajet_minutes": .init("Trajet en voiture jusqu'à cet arrêt", "min", "trajets du plan"),
        "services.trajet_minutes": .init("Trajet moyen des familles atteintes", "min", "trajets du plan"),
        "acces": .init("Accès à cet arrêt, voiture et marche", "de 0 à 1", need),
        "demi_journees_semaine_min": .init(
            "Demi-journées d'ouverture de la semaine qui en a le moins", "demi-journées"),
        "demi_journees_requises": .init("Demi-journées d'ouverture exigées par semaine", "demi-journées", "R01"),
        "communes_avec_arret": .init("Communes qui ont un arrêt", "communes"),
        "communes_atteintes": .init("Communes à qui un arrêt apporte quelque chose, si peu que ce soit", "communes"),
        "communes_eligibles": .init("Communes qui comptent", "communes", need),
        "communes_hors_cible": .init("Communes qui ne comptent pas", "communes", need),
        "population_hors_cible": .init(
            "Habitants des communes qui ne comptent pas ; vide si inconnu", "habitants", "Insee"),
        "menages_eligibles": .init("Ménages des communes qui comptent", "ménages", "Insee"),
        "part_menages_10_min": .init(
            "Ménages à 10 min ou moins d'un arrêt en voiture, comptés au centre de leur commune", "de 0 à 1",
            "trajets du plan"),
        "part_menages_20_min": .init(
            "Ménages à 20 min ou moins d'un arrêt en voiture, comptés au centre de leur commune", "de 0 à 1",
            "trajets du plan"),
        "part_menages_1_km": .init(
            "Ménages à 1 km ou moins d'un arrêt à pied, par la route, comptés au centre de leur commune", "de 0 à 1",
            "trajets du plan"),
        "part_menages_3_km": .init(
            "Ménages à 3 km ou moins d'un arrêt à pied, par la route, comptés au centre de leur commune", "de 0 à 1",
            "trajets du plan"),
        "benefice_cinquieme_moins_servi": .init(
            "Bénéfice moyen du cinquième des familles le moins servi", "de 0 à 1", need),
        "benefice_cinquieme_besoin_fort": .init(
            "Bénéfice moyen du cinquième des familles au besoin le plus intense", "de 0 à 1", need),
        "gini": .init("Inégalité du bénéfice entre familles (indice de Gini)", "de 0 à 1", need),
        "km_semaine": .init("Kilomètres par semaine, en moyenne", "km"),
        "heures_semaine": .init("Travail par semaine de chaque personne des équipes, additionné par équipe", "h"),
        "euros_route_4_semaines": .init("Coût des véhicules en 4 semaines", "€", "paramètre cout_km"),
        "euros_personnel_4_semaines": .init("Coût du personnel en tournée en 4 semaines", "€", "paramètre cout_heure"),
        "valeur": .init("Besoin couvert moins les coûts comptés", "points"),
        "borne": .init("Aucun plan ne vaut plus : annoncé, non vérifié", "points", "recherche"),
        "ecart": .init("(borne − valeur) / besoin couvert", "part de 1", "recherche"),
        "tranche": .init("Tranche d'âge ou naissances : nom de l'indicateur"),
        "nom_tranche": .init("La même en toutes lettres"),
        "total": .init("Familles, enfants ou naissances dans les communes du service", "", "Insee, Caf"),
        "dans_une_commune_atteinte": .init("Dont dans une commune atteinte"),
        "selon_le_besoin_couvert": .init("Le nombre de chaque commune fois sa part de besoin couverte"),
        "communes_sans_chiffre": .init(
            "Communes dont le chiffre n'est pas connu : ni atteintes ni non atteintes", "communes"),
        "lundi": .init("Lundi de la semaine comptée"),
        "appels_recus": .init(
            "Appels reçus dans la semaine ; rien n'est gardé des appelants", "appels", "relevé du service"),
        "appels_traites": .init("Appels traités", "appels", "relevé du service"),
        "part_traitee": .init("Appels traités sur appels reçus", "de 0 à 1"),
    ]

    private static let rules: [String: ColumnWords] = [
        "regle": .init("Numéro de la règle (docs/plan.md)", "", check),
        "regles.intitule": .init("Ce que la règle demande", "", check),
        "nature": .init("Exigence, signalement ou information", "", check),
        "etat": .init(
            "Respectée, non respectée, signalée, non vérifiable (données absentes) ou non concernée", "", check),
        "trouve": .init("Le chiffre le plus proche du seuil", "", check),
        "seuil": .init("Le seuil de la règle", "", check),
        "constats": .init("Nombre de constats", "", check),
        "source": .init("Texte ou décision d'où vient la valeur"),
        "date_source": .init("Date de ce texte"),
        "gravite": .init("Gravité du constat", "", check),
        "constat": .init("Ce qui a été constaté", "", check),
        "sujet": .init("Lieu, commune, véhicule, équipe ou personne concernés, par identifiant", "", check),
        "nom_sujet": .init("Son nom ; une personne reste un identifiant", "", check),
        "parametre": .init("Clé du paramètre dans le scénario", "", "scénario"),
        "parametres.intitule": .init("Ce qu'est le paramètre", "", "scénario"),
        "valeur_ecrite": .init("Valeur, comme dans le fichier du scénario", "", "scénario"),
        "unite": .init("Unité de la valeur"),
        "parametres.etat": .init("Sourcé, ou à confirmer avec la Caf"),
        "change": .init("La valeur n'est pas celle par défaut"),
    ]
}
