/// The four dimensions of need, of equal weight. Missing ones are said, and share their weight out.
public enum NeedDimension: String, CaseIterable, Hashable, Sendable, Codable {
    case familyFragility = "fragilite"
    case distance = "eloignement"
    case digitalIsolation = "numerique"
    case missingOffer = "offre_absente"
}

/// What the intensity of need is made of. Every indicator points the same way: higher is more need.
public enum NeedIndicator: String, CaseIterable, Hashable, Sendable, Codable {
    case livingStandard = "niveau_vie"
    case unemployment = "chomage"
    case sparsity = "densite"
    case remoteness = "temps_commune_dense"
    case noSocialCentre = "sans_centre_social"

    public var dimension: NeedDimension {
        switch self {
        case .livingStandard, .unemployment: .familyFragility
        case .sparsity, .remoteness: .distance
        case .noSocialCentre: .missingOffer
        }
    }

    /// −1 where a low figure means more need.
    var direction: Double {
        switch self {
        case .livingStandard, .sparsity: -1
        case .unemployment, .remoteness, .noSocialCentre: 1
        }
    }

    /// The figure as the sources give it; `remoteness` is not a column and comes from `minutesToTown`.
    func figure(of commune: Commune, minutesToTown: Double?) -> Double? {
        switch self {
        case .livingStandard: commune.medianLivingStandard
        case .unemployment: commune.unemploymentRate
        case .sparsity: commune.density
        case .remoteness: minutesToTown
        case .noSocialCentre:
            switch commune.socialCentre {
            case .present: 0
            case .absent: 1
            case .unknown: nil
            }
        }
    }
}
