/// Something missing, withheld, old or contradictory in a territory. No words: a kind, what it is about, how many.
public struct QualityIssue: Hashable, Sendable {
    public enum Section: CaseIterable, Hashable, Sendable {
        case missing
        case withheld
        case old
        case contradictory
    }

    public enum Kind: CaseIterable, Hashable, Sendable {
        case communeField
        case indicatorNotGiven
        case emptyDimension
        case facilityKindNotListed
        case socialCentreUnknown
        case venueFactsUnknown
        case communeWithoutContour
        case contourWithoutCommune
        case facilityWithoutPosition
        case indicatorWithheld
        case oldVintage
        case expiredPermit
        case calendarEnds
        case farFromCommune
        case outsideContour
        case socialCentreDenied
        case householdsWithoutPeople
        case tooManyBirths
        case moreUnemployedThanActive
        case areaDiffers
        case duplicateFacility
        case hoursNotUnderstood
        case closureOfUnknownPlace

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

    /// What a kind is about, where it does not say so itself.
    public enum Subject: Hashable, Sendable {
        case field(Field)
        case indicator(Indicator)
        case dimension(NeedDimension)
        case facilities(FacilityKind)
        case list(List)
    }

    /// What every commune should have.
    public enum Field: Hashable, Sendable {
        case population, households, families, births, active, unemployed, medianLivingStandard
    }

    public enum List: CaseIterable, Hashable, Sendable {
        case facilities, indicators, venues, completeLists, depots, publicHolidays, schoolHolidays
    }

    /// One thing concerned.
    public struct Example: Hashable, Sendable {
        /// Empty where it is the subject itself.
        public var code: String
        public var name: String

        public init(code: String = "", name: String = "") {
            self.code = code
            self.name = name
        }
    }

    public var kind: Kind
    /// `nil` where the kind says all.
    public var subject: Subject?
    public var count: Int
    /// Out of how many; `nil` where that has no meaning.
    public var total: Int?
    /// The first few.
    public var examples: [Example]

    public static let exampleLimit = 5

    public init(_ kind: Kind, subject: Subject? = nil, count: Int, total: Int? = nil, examples: [Example] = []) {
        self.kind = kind
        self.subject = subject
        self.count = count
        self.total = total
        self.examples = Array(examples.prefix(Self.exampleLimit))
    }
}
