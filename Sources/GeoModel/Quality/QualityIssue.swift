/// Something missing, withheld, old or contradictory in a territory. No words: a kind, what it is about, how many.
public struct QualityIssue: Hashable, Sendable, Codable {
    public enum Section: String, CaseIterable, Hashable, Sendable, Codable {
        case missing = "manquant"
        case withheld = "secret"
        case old = "ancien"
        case contradictory = "contradictoire"
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case communeField = "champ_commune"
        case indicatorNotGiven = "indicateur_non_donne"
        case emptyDimension = "dimension_vide"
        case facilityKindNotListed = "equipement_non_liste"
        case socialCentreUnknown = "centre_social_inconnu"
        case venueFactsUnknown = "faits_lieu_inconnus"
        case communeWithoutContour = "commune_sans_contour"
        case contourWithoutCommune = "contour_sans_commune"
        case facilityWithoutPosition = "equipement_sans_position"
        case indicatorWithheld = "indicateur_secret"
        case oldVintage = "millesime_ancien"
        case expiredPermit = "autorisation_expiree"
        case calendarEnds = "calendrier_bientot_fini"
        case farFromCommune = "loin_de_la_commune"
        case outsideContour = "hors_du_contour"
        case socialCentreDenied = "centre_social_nie"
        case householdsWithoutPeople = "menages_sans_habitants"
        case tooManyBirths = "trop_de_naissances"
        case moreUnemployedThanActive = "plus_de_chomeurs_que_d_actifs"
        case areaDiffers = "superficie_differente"
        case duplicateFacility = "equipement_en_double"
        case hoursNotUnderstood = "horaires_non_compris"
        case closureOfUnknownPlace = "fermeture_lieu_inconnu"

        public var section: Section {
            switch self {
            case .communeField, .indicatorNotGiven, .emptyDimension, .facilityKindNotListed, .socialCentreUnknown,
                .venueFactsUnknown, .communeWithoutContour, .contourWithoutCommune, .facilityWithoutPosition:
                .missing
            case .indicatorWithheld: .withheld
            case .oldVintage, .expiredPermit, .calendarEnds: .old
            default: .contradictory
            }
        }
    }

    /// One thing concerned.
    public struct Example: Hashable, Sendable, Codable {
        public var code: String
        public var name: String

        public init(code: String, name: String = "") {
            self.code = code
            self.name = name
        }
    }

    public var kind: Kind
    /// Key of the column, indicator, dimension, kind of facility or table it is about; empty where the kind says all.
    public var subject: String
    public var count: Int
    /// Out of how many; `nil` where that has no meaning.
    public var total: Int?
    /// The first few.
    public var examples: [Example]

    public static let exampleLimit = 5

    public init(_ kind: Kind, subject: String = "", count: Int, total: Int? = nil, examples: [Example] = []) {
        self.kind = kind
        self.subject = subject
        self.count = count
        self.total = total
        self.examples = Array(examples.prefix(Self.exampleLimit))
    }
}
