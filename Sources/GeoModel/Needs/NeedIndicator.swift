extension NeedIndicator {
    public var dimension: NeedDimension {
        switch self {
        case .poverty, .loneParents, .dependantOnBenefits, .livingStandard, .unemployment: .familyFragility
        case .socialCentreTime, .carless, .densityLevel, .sparsity, .remoteness: .distance
        case .noFastNetwork, .noMobileNetwork, .noDiploma: .digitalIsolation
        case .noSocialCentre, .laepHours, .parentingActions: .missingOffer
        }
    }

    /// Whether a high figure means more need, or a low one.
    public enum Direction: Double, Sendable {
        case highIsNeed = 1
        case lowIsNeed = -1
    }

    public var direction: Direction {
        switch self {
        case .livingStandard, .sparsity, .laepHours, .parentingActions: .lowIsNeed
        default: .highIsNeed
        }
    }

    public enum Unit: Hashable, Sendable {
        case percent, eurosAYear, minutes
        /// Insee's grid, 1 (dense) to 7 (scattered).
        case densityLevel
        case inhabitantsPerKm2
        case yesNo
        case hoursPerChild, actionsPerFamily
    }

    public var unit: Unit {
        switch self {
        case .poverty, .loneParents, .dependantOnBenefits, .unemployment, .carless, .noFastNetwork, .noMobileNetwork,
            .noDiploma:
            .percent
        case .livingStandard: .eurosAYear
        case .socialCentreTime, .remoteness: .minutes
        case .densityLevel: .densityLevel
        case .sparsity: .inhabitantsPerKm2
        case .noSocialCentre: .yesNo
        case .laepHours: .hoursPerChild
        case .parentingActions: .actionsPerFamily
        }
    }

    /// The indicator of the method that this one replaces, and only where that one is left out: nothing is counted
    /// twice.
    public var standsInFor: NeedIndicator? {
        switch self {
        case .livingStandard: .poverty
        case .unemployment: .dependantOnBenefits
        case .sparsity: .densityLevel
        case .remoteness: .socialCentreTime
        default: nil
        }
    }
}

/// Figures of an indicator for the communes of a service, as the sources give them or as they are computed.
struct IndicatorFigures {
    private let communes: [Commune]
    private let territory: Territory
    private let maximumDensity: Double
    private let travel: BuiltInTravel

    /// Facilities whose nearness counts as a centre social at hand.
    static let socialKinds: Set<FacilityKind> = [.socialCentre, .communityVenue, .laep]

    /// - Parameter maximumDensity: inhabitants per km² from which a commune counts as dense.
    init(_ communes: [Commune], in territory: Territory, maximumDensity: Double, travel: BuiltInTravel) {
        self.communes = communes
        self.territory = territory
        self.maximumDensity = maximumDensity
        self.travel = travel
    }

    /// In the order of the communes; `nil` where not published or not known.
    func values(of indicator: NeedIndicator) -> [Double?] {
        switch indicator {
        case .poverty: return communes.map { $0.povertyRate ?? Self.listed(.poverty, of: $0) }
        case .livingStandard: return communes.map(\.medianLivingStandard)
        case .unemployment: return communes.map(\.unemploymentRate)
        case .sparsity: return communes.map(\.density)
        case .remoteness: return minutesToTown()
        case .socialCentreTime:
            let times = FacilityTimes(territory, travel: travel).nearest(Self.socialKinds, from: communes)
            return times?.map(\.minutes) ?? communes.map { _ in nil }
        case .noSocialCentre:
            let centres = SocialCentres(territory)
            return communes.map { commune in
                switch centres.presence(in: commune) {
                case .present: 0
                case .absent: 1
                case .unknown: nil
                }
            }
        case .loneParents, .dependantOnBenefits, .carless, .densityLevel, .noFastNetwork, .noMobileNetwork,
            .noDiploma, .laepHours, .parentingActions:
            return communes.map { Self.listed(indicator, of: $0) }
        }
    }

    private static func listed(_ indicator: NeedIndicator, of commune: Commune) -> Double? {
        commune.indicators.first { $0.indicator == .need(indicator) }?.value
    }

    private func minutesToTown() -> [Double?] {
        let towns = territory.communes.filter { ($0.density ?? 0) >= maximumDensity }.map {
            NearestTimes.Target(
                point: travel.point(at: $0.centre, in: $0), commune: $0.code, isApproximate: false)
        }
        let search = NearestTimes(towns, travel: travel)
        return communes.map { search.nearest(to: $0, inside: false).map { Double($0.seconds) / 60 } }
    }
}
