import PlanStore
import TabularData

/// What the tables and their columns hold, for the templates.
package enum TableWords {
    package static var command: String { "Affiche un tableau CSV vide et commenté ; sans type, la liste des types." }
    package static var commandExamples: String {
        """
        Exemples :
          itinerance modele
          itinerance modele lieux > lieux.csv

        Les lignes qui commencent par « # » expliquent les colonnes ; elles peuvent rester dans le fichier.
        """
    }
    package static var kindHelp: String { "Type de tableau, comme « lieux », ou d'équipement, comme « laep »." }

    package static func indicator(_ key: String) -> String {
        "indicateur « \(key) », en \(IndicatorCatalogue.unit(of: key))"
    }
    package static func about(_ kind: TableKind) -> String {
        switch kind {
        case .codeChanges: "communes dont le code Insee a changé ou qui ont fusionné"
        case .epcis: "intercommunalités à fiscalité propre"
        case .communes: "communes du territoire, avec leurs chiffres"
        case .indicators: "autres indicateurs publiés, un par ligne ; ou un fichier de l'Insee, une colonne chacun"
        case .facilities: "équipements que les familles utilisent"
        case .completeLists: "zones où la liste d'un type d'équipement est complète : absent y veut dire absent"
        case .venues: "lieux où un véhicule peut s'arrêter"
        case .permits: "autorisations de stationner, avec leurs dates"
        case .depots: "dépôts d'où partent les véhicules"
        case .vans: "véhicules"
        case .staff: "équipes, par identifiant d'employeur : jamais de nom"
        case .partners: "partenaires, par type et par commune : jamais de nom de personne"
        case .prisons: "établissements pénitentiaires"
        case .publicHolidays: "jours fériés"
        case .schoolHolidays: "jours de vacances scolaires de la zone B"
        case .exceptions: "fermetures exceptionnelles d'un lieu ou d'un établissement pénitentiaire"
        case .absences: "jours d'absence d'une personne, sans motif"
        case .calls: "appels d'une écoute à distance, en nombres par semaine : rien sur les appelants"
        }
    }

    /// What one cell looks like, and whether it may be empty.
    package static func form(_ column: Column) -> String {
        let form =
            switch column.kind {
            case .text: "texte"
            case .commune: "code Insee à 5 caractères, ou nom de commune"
            case .count: "nombre entier"
            case .number(let range), .figure(let range):
                "nombre de \(ReportFigures.shortest(range.lowerBound)) à \(ReportFigures.shortest(range.upperBound))"
            case .date: "AAAA-MM-JJ ou JJ/MM/AAAA"
            case .vintage: "2021, 2021-04 ou 2021-04-30"
            case .presence: "oui, non ou inconnu"
            case .choice(let words): words.joined(separator: ", ")
            case .choices(let words): words.joined(separator: " et/ou ") + ", séparés par |"
            case .openingHours: "horaires OpenStreetMap, ex. Mo-Fr 09:00-12:00 puis PH off"
            case .latitude, .longitude: "degrés WGS 84, ou mètres Lambert-93"
            }
        return form + (column.need == .optional ? " ; vide si inconnu" : " ; nécessaire")
    }

    /// `nil` is a column without words, which a test refuses.
    package static func words(_ kind: String, _ column: String) -> String? {
        own["\(kind).\(column)"] ?? common[column]
    }

    package static func column(_ kind: TableKind, _ column: String) -> String { words(kind.rawValue, column) ?? column }

    private static let common: [String: String] = [
        "id": "identifiant, unique dans le tableau", "nom": "nom affiché", "code_insee": "commune", "date": "jour",
        "code_epci": "code Siren de l'intercommunalité", "latitude": "latitude du point",
        "source": "d'où vient la donnée",
        "longitude": "longitude du point", "statut": "« exemple fictif » ou vide", "lieu": "identifiant du lieu",
        "millesime": "date de la donnée", "du": "premier jour", "au": "dernier jour", "type": "type d'équipement",
        "horaires": "horaires d'ouverture",
    ]

    private static let own: [String: String] = [
        "changements_communes.ancien": "ancien code Insee", "changements_communes.nouveau": "code Insee actuel",
        "changements_communes.date": "date du changement", "epci.nature": "CA, CC, CU ou métropole",
        "communes.nom_epci": "nom de l'intercommunalité, si epci.csv ne le donne pas",
        "communes.nature_epci": "nature de l'intercommunalité",
        "communes.population": "population municipale, habitants",
        "communes.superficie_km2": "superficie, km²", "communes.menages": "ménages",
        "communes.familles": "familles avec enfants", "communes.naissances": "naissances de l'année",
        "communes.actifs_15_64": "actifs de 15 à 64 ans", "communes.chomeurs_15_64": "chômeurs de 15 à 64 ans",
        "communes.niveau_vie_median": "niveau de vie médian, € par an",
        "communes.taux_pauvrete": "taux de pauvreté à 60 %, %",
        "communes.part_prestations_familiales": "prestations familiales dans le revenu disponible, %",
        "communes.part_minima_sociaux": "minima sociaux dans le revenu disponible, %",
        "communes.centre_social": "y a-t-il un centre social", "indicateurs.indicateur": "nom de l'indicateur",
        "indicateurs.valeur": "valeur ; « s » si elle est couverte par le secret statistique",
        "indicateurs.retenu": "la valeur est-elle retenue par le producteur", "indicateurs.unite": "unité",
        "equipements.id": "identifiant ; fait du type, de la commune et du nom s'il manque",
        "equipements.itinerant": "l'équipement se déplace-t-il",
        "listes_completes.zone": "code de l'intercommunalité ou du département",
        "lieux.espace_confidentiel": "y a-t-il un espace confidentiel",
        "lieux.espace_collectif": "y a-t-il un espace collectif",
        "lieux.acces_propre": "l'accès est-il propre au service",
        "lieux.accessible": "le lieu est-il accessible à tous", "lieux.identifiable": "le lieu est-il reconnaissable",
        "lieux.electricite": "y a-t-il une prise électrique",
        "lieux.adresse": "numéro et rue", "lieux.code_postal": "code postal",
        "lieux.stationnement": "où le véhicule se gare, en mots",
        "lieux.cles": "service ou fonction qui remet la clé, jamais un nom",
        "lieux.telephone": "de ce service, jamais d'une personne", "vehicules.ptac_kg": "poids total autorisé, kg",
        "vehicules.places": "places assises",
        "vehicules.espace_confidentiel": "le véhicule offre-t-il un espace confidentiel",
        "vehicules.espace_collectif": "le véhicule offre-t-il, en même temps, un espace collectif distinct",
        "vehicules.accessible": "le véhicule est-il accessible à tous",
        "vehicules.identifiable": "le véhicule est-il reconnaissable",
        "vehicules.autonome_electricite": "se passe-t-il de prise électrique sur place",
        "absences.personne": "identifiant de l'employeur, jamais un nom",
        "appels.service": "identifiant de l'écoute", "appels.lundi": "lundi de la semaine",
        "appels.recus": "appels reçus", "appels.traites": "appels traités",
        "personnel.equipe": "identifiant de l'équipe",
        "personnel.roles": "rôles", "personnel.permis": "catégorie de permis, vide si inconnue ou sans permis",
        "personnel.heures_semaine": "heures du contrat par semaine", "partenaires.type": "type de partenaire",
        "partenaires.role_contact": "fonction à demander, sans nom",
        "etablissements_penitentiaires.parloirs": "heures des parloirs", "fermetures.motif": "raison de la fermeture",
        "fermetures.lieu": "identifiant du lieu ou de l'établissement",
    ]
}
