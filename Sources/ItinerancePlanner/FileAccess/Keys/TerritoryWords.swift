import GeoModel
import PlanningModel

// What files write for values of a territory.

extension NeedIndicator: FileWord {
    public var word: String {
        switch self {
        case .poverty: "taux_pauvrete"
        case .loneParents: "familles_monoparentales"
        case .dependantOnBenefits: "allocataires_dependants"
        case .livingStandard: "niveau_vie"
        case .unemployment: "chomage"
        case .socialCentreTime: "temps_centre_social"
        case .carless: "menages_sans_voiture"
        case .densityLevel: "niveau_densite"
        case .sparsity: "densite"
        case .remoteness: "temps_commune_dense"
        case .noFastNetwork: "sans_tres_haut_debit"
        case .noMobileNetwork: "sans_4g"
        case .noDiploma: "sans_diplome"
        case .noSocialCentre: "sans_centre_social"
        case .laepHours: "laep_heures_par_enfant"
        case .parentingActions: "actions_parentalite_par_famille"
        }
    }
}

extension Indicator: FileWord {
    public var word: String {
        switch self {
        case .need(let indicator): indicator.word
        case .ages(let group):
            (group.counts == .families ? "familles_enfant" : "enfants") + "_\(group.from)_\(group.until)"
        case .other(let name): name
        }
    }

    /// Every name is that of some indicator.
    public init(word: String) { self = Self.known[word] ?? .other(word) }

    private static let known = Dictionary(
        uniqueKeysWithValues: (NeedIndicator.allCases.map(Indicator.need) + AgeGroup.published.map(Indicator.ages)).map
        {
            ($0.word, $0)
        })
}

extension NeedDimension: FileWord {
    public var word: String {
        switch self {
        case .familyFragility: "fragilite"
        case .distance: "eloignement"
        case .digitalIsolation: "numerique"
        case .missingOffer: "offre_absente"
        }
    }
}

extension NeedMeasure: FileWord {
    public var word: String {
        switch self {
        case .families: "familles"
        case .households: "menages"
        case .births: "naissances"
        }
    }
}

extension Eligibility: FileWord {
    public var word: String {
        switch self {
        case .isolated: "isolee"
        case .forcedIn: "forcee"
        case .tooDense: "hors_cible"
        case .forcedOut: "exclue"
        case .unknown: "inconnue"
        }
    }
}

extension FacilityKind: FileWord {
    public var word: String {
        switch self {
        case .socialCentre: "centre_social"
        case .communityVenue: "evs"
        case .laep: "laep"
        case .rpe: "rpe"
        case .nursery: "eaje"
        case .pmi: "pmi"
        case .school: "ecole"
        case .maternity: "maternite"
        case .leisureCentre: "centre_loisirs"
        case .franceServices: "france_services"
        case .digitalHelp: "mediation_numerique"
        case .transportStop: "arret_transport"
        }
    }
}

extension Presence: FileWord {
    public var word: String {
        switch self {
        case .present: "oui"
        case .absent: "non"
        case .unknown: "inconnu"
        }
    }
}

extension QualityIssue.Kind: FileWord {
    public var word: String {
        switch self {
        case .communeField: "champ_commune"
        case .indicatorNotGiven: "indicateur_non_donne"
        case .emptyDimension: "dimension_vide"
        case .facilityKindNotListed: "equipement_non_liste"
        case .socialCentreUnknown: "centre_social_inconnu"
        case .venueFactsUnknown: "faits_lieu_inconnus"
        case .communeWithoutContour: "commune_sans_contour"
        case .contourWithoutCommune: "contour_sans_commune"
        case .facilityWithoutPosition: "equipement_sans_position"
        case .indicatorWithheld: "indicateur_secret"
        case .oldVintage: "millesime_ancien"
        case .expiredPermit: "autorisation_expiree"
        case .calendarEnds: "calendrier_bientot_fini"
        case .farFromCommune: "loin_de_la_commune"
        case .outsideContour: "hors_du_contour"
        case .socialCentreDenied: "centre_social_nie"
        case .householdsWithoutPeople: "menages_sans_habitants"
        case .tooManyBirths: "trop_de_naissances"
        case .moreUnemployedThanActive: "plus_de_chomeurs_que_d_actifs"
        case .areaDiffers: "superficie_differente"
        case .duplicateFacility: "equipement_en_double"
        case .hoursNotUnderstood: "horaires_non_compris"
        case .closureOfUnknownPlace: "fermeture_lieu_inconnu"
        }
    }
}
