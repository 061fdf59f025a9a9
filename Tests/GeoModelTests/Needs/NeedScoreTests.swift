import Foundation
import GeoModel
import Testing

/// Small territories whose scores can be worked out by hand.
enum NeedFixture {
    static func commune(
        _ code: String, epci: String = "1", poverty: Double? = nil, income: Double? = nil, unemployed: Int? = nil,
        population: Int = 100, households: Int? = 100, families: Int? = nil, social: Presence = .unknown,
        latitude: Double = 50, _ figures: [NeedIndicator: Double?] = [:]
    ) -> Commune {
        Commune(
            code: code, name: code, epci: epci, centre: Position(latitude: latitude, longitude: 3),
            population: population, areaKm2: 1, households: households, families: families, births: 30,
            active: unemployed == nil ? nil : 100, unemployed: unemployed, medianLivingStandard: income,
            povertyRate: poverty, socialCentre: social,
            indicators: figures.map { IndicatorFigure(indicator: .need($0.key), value: $0.value) })
    }

    static func territory(
        _ communes: [Commune], facilities: [Facility] = [], lists: [CompleteList] = []
    ) -> Territory {
        Territory(
            communes: communes, epcis: [], venues: [], depots: [], facilities: facilities, completeLists: lists)
    }

    /// Without clipping, so that scores are round.
    static var plain: NeedParameters {
        var parameters = NeedParameters()
        parameters.clipLow = 0
        parameters.clipHigh = 100
        return parameters
    }

    static let travel = BuiltInTravel(TravelParameters())

    static func score(
        _ communes: [Commune], _ parameters: NeedParameters = plain, facilities: [Facility] = [],
        lists: [CompleteList] = []
    ) -> NeedScore {
        NeedScore(
            communes: communes, in: territory(communes, facilities: facilities, lists: lists), parameters: parameters,
            travel: travel)
    }

    static func weights(
        _ communes: [Commune], _ score: NeedScore, _ parameters: NeedParameters = plain, volume: NeedVolume = .families,
        territory: Territory? = nil
    ) -> NeedWeights {
        NeedWeights(
            communes: communes, score: score, volume: volume, factor: 1, parameters: parameters,
            socialCentres: SocialCentres(territory ?? self.territory(communes)))
    }

    static func facility(
        _ id: String, _ kind: FacilityKind, in commune: String, at latitude: Double?, itinerant: Presence = .unknown
    ) -> Facility {
        Facility(
            id: id, kind: kind, name: id, commune: commune,
            position: latitude.map { Position(latitude: $0, longitude: 3) }, itinerant: itinerant)
    }
}

@Suite("Score of need")
struct NeedScoreTests {
    @Test("Four dimensions by hand: means inside a dimension, weights between, and shares that add up to 1")
    func byHand() throws {
        // Fragility: poverty 10, 20, 30 → 0, ½, 1 and lone parents 40, 10, 25 → 1, 0, ½: means ½, ¼, ¾.
        // Distance: carless 5, 5, 15 → 0, 0, 1 and the grid 7, 1, 4 → 1, 0, ½: ½, 0, ¾.
        // Digital: without 4G 0, 10, 40 → 0, ¼, 1. Offer: LAEP hours 2, 0, 4, inverted → ½, 1, 0.
        let communes = [
            NeedFixture.commune(
                "1", poverty: 10, [.loneParents: 40, .carless: 5, .densityLevel: 7, .noMobileNetwork: 0, .laepHours: 2]),
            NeedFixture.commune(
                "2", poverty: 20,
                [.loneParents: 10, .carless: 5, .densityLevel: 1, .noMobileNetwork: 10, .laepHours: 0]),
            NeedFixture.commune(
                "3", poverty: 30,
                [.loneParents: 25, .carless: 15, .densityLevel: 4, .noMobileNetwork: 40, .laepHours: 4]),
        ]
        let equal = NeedFixture.score(communes)
        #expect(
            equal.usedIndicators == [.poverty, .loneParents, .carless, .densityLevel, .noMobileNetwork, .laepHours])
        #expect(equal.usedDimensions == NeedDimension.allCases)
        let expected = [(0.5 + 0.5 + 0 + 0.5) / 4, (0.25 + 0 + 0.25 + 1) / 4, (0.75 + 0.75 + 1 + 0) / 4]
        for (intensity, value) in zip(equal.intensities, expected) {
            #expect(abs(intensity.value - value) < 1e-12)
            #expect(abs(intensity.ingredients.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        }
        // In commune 3 poverty is half of a quarter: 1 × ⅛ of 0.625.
        let poverty = try #require(equal.intensities[2].ingredients.first { $0.indicator == .poverty })
        #expect(abs(poverty.share - 0.125 / 0.625) < 1e-12)

        var parameters = NeedFixture.plain
        parameters.dimensions = DimensionWeights([.familyFragility: 3, .missingOffer: 1])
        let chosen = NeedFixture.score(communes, parameters)
        #expect(abs(chosen.intensities[0].value - (3 * 0.5 + 0.5) / 4) < 1e-12)
        #expect(abs(chosen.weight(of: .poverty) - 0.375) < 1e-12)
        #expect(chosen.weight(of: .carless) == 0)
    }

    @Test("A stand-in counts only where what it replaces is left out")
    func standIns() {
        func communes(poverty: Bool, benefits: Bool) -> [Commune] {
            (1...3).map { number in
                NeedFixture.commune(
                    "\(number)", poverty: poverty ? Double(number) : nil, income: 20_000 + 1000 * Double(number),
                    unemployed: number, benefits ? [.dependantOnBenefits: Double(number)] : [:])
            }
        }
        let none = NeedFixture.score(communes(poverty: false, benefits: false))
        #expect(none.usedIndicators == [.livingStandard, .unemployment, .sparsity])
        let one = NeedFixture.score(communes(poverty: true, benefits: false))
        #expect(one.usedIndicators == [.poverty, .unemployment, .sparsity])
        #expect(one.omissions.contains(NeedOmission(indicator: .livingStandard, reason: .replacedBy(.poverty))))
        #expect(!one.leftOut.contains(.livingStandard))
        let both = NeedFixture.score(communes(poverty: true, benefits: true))
        #expect(both.usedIndicators == [.poverty, .dependantOnBenefits, .sparsity])
    }

    @Test("The nearest centre social, EVS or LAEP replaces the nearest dense commune; itinerant ones do not count")
    func socialCentreTime() throws {
        let communes = [
            NeedFixture.commune("1", latitude: 50), NeedFixture.commune("2", latitude: 50.1),
            NeedFixture.commune("3", population: 400, latitude: 50.2),
        ]
        #expect(NeedFixture.score(communes).usedIndicators.contains(.remoteness))
        let listed = NeedFixture.score(
            communes,
            facilities: [
                NeedFixture.facility("a", .laep, in: "1", at: 50),
                NeedFixture.facility("b", .communityVenue, in: "3", at: 50.2, itinerant: .present),
                NeedFixture.facility("c", .school, in: "3", at: 50.2),
            ])
        #expect(listed.omissions.contains(NeedOmission(indicator: .remoteness, reason: .replacedBy(.socialCentreTime))))
        let minutes = listed.intensities.map {
            $0.ingredients.first { $0.indicator == .socialCentreTime }?.figure ?? -1
        }
        // Inside a commune of 1 km²: 0.5 × √(1/π) × 1.3 km at 45 km/h = 29 s; 0.1° of latitude: 11.119 km × 1.3, begun at 45 km/h
        // and 1.5 km/h faster with each kilometre.
        func open(_ straight: Double) -> Double { 60 * log(1 + 1.5 * 1.3 * straight / 45) / 1.5 }
        #expect(abs(minutes[0] - 29.0 / 60) < 1e-9)
        #expect(abs(minutes[1] - open(11.1195)) < 0.01)
        #expect(abs(minutes[2] - open(22.2390)) < 0.01)
    }

    @Test("Withheld figures: the EPCI's median from half of its communes on, else left out with the reason")
    func withheld() throws {
        func score(_ values: [Double?], _ epcis: [String]) -> NeedScore {
            NeedFixture.score(
                zip(values, epcis).enumerated().map {
                    NeedFixture.commune("\($0.offset)", epci: $0.element.1, [.loneParents: $0.element.0])
                })
        }
        let half = score([10, nil, 30, nil, 90], ["A", "A", "A", "A", "B"])
        let second = try #require(half.intensities[1].ingredients.first { $0.indicator == .loneParents })
        #expect(second.figure == 20 && second.imputed)
        #expect(half.intensities[0].ingredients.first { $0.indicator == .loneParents }?.imputed == false)
        let few = score([10, nil, 30, nil, nil], ["A", "A", "A", "A", "B"])
        #expect(
            few.omissions.contains(
                NeedOmission(indicator: .loneParents, reason: .tooFewPublished(published: 2, communes: 5))))
        let secret = score([nil, nil], ["A", "A"])
        #expect(
            secret.omissions.contains(
                NeedOmission(indicator: .loneParents, reason: .tooFewPublished(published: 0, communes: 2))))
        #expect(secret.omissions.contains(NeedOmission(indicator: .carless, reason: .notGiven)))
    }

    @Test("A centre social is known from its column, a listed one, or a complete list; else unknown, never absent")
    func presence() {
        let communes = [
            NeedFixture.commune("59001", epci: "A", social: .absent), NeedFixture.commune("59002", epci: "A"),
            NeedFixture.commune("59003", epci: "A"), NeedFixture.commune("59004", epci: "B"),
        ]
        let facilities = [
            NeedFixture.facility("a", .socialCentre, in: "59001", at: nil),
            NeedFixture.facility("b", .socialCentre, in: "59002", at: nil),
        ]
        func presences(_ lists: [CompleteList]) -> [Presence] {
            let centres = SocialCentres(NeedFixture.territory(communes, facilities: facilities, lists: lists))
            return communes.map(centres.presence)
        }
        #expect(presences([]) == [.absent, .present, .unknown, .unknown])
        #expect(
            presences([CompleteList(kind: .socialCentre, zone: "A"), CompleteList(kind: .laep, zone: "59")])
                == [.absent, .present, .absent, .unknown])
        #expect(presences([CompleteList(kind: .socialCentre, zone: "59")])[3] == .absent)

        let territory = NeedFixture.territory(
            communes, facilities: facilities, lists: [CompleteList(kind: .socialCentre, zone: "A")])
        let parts = NeedFixture.weights(communes, NeedFixture.score(communes), territory: territory).weights
        #expect(parts.map(\.base) == [150, 100, 150, 100])
        #expect(parts[3].socialCentre == .unknown)
    }

    @Test("Families count only where every commune gives them; otherwise households, and it is said")
    func families() {
        let all = [NeedFixture.commune("1", families: 40), NeedFixture.commune("2", families: 60)]
        let given = NeedFixture.weights(all, NeedFixture.score(all))
        #expect(given.measure == .families && given.weights.map(\.volume) == [40, 60])
        let some = [NeedFixture.commune("1", families: 40), NeedFixture.commune("2", households: 70)]
        let mixed = NeedFixture.weights(some, NeedFixture.score(some))
        #expect(mixed.measure == .households && mixed.familiesGiven == 1 && mixed.weights.map(\.volume) == [100, 70])
        #expect(NeedFixture.weights(all, NeedFixture.score(all), volume: .births).measure == .births)
    }

    @Test(
        "Times to facilities are those of looking at each; a facility without position stands at its commune's centre")
    func times() throws {
        var seed: UInt64 = 7
        func draw() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 33) / Double(1 << 31)
        }
        let communes = (0..<120).map { index in
            Commune(
                code: "59\(100 + index)", name: "", epci: "1",
                centre: Position(latitude: 50 + draw(), longitude: 3 + draw()), population: index % 4 == 0 ? 3000 : 90,
                areaKm2: 1 + 3 * draw())
        }
        let facilities = (0..<40).map { index in
            Facility(
                id: "\(index)", kind: .pmi, name: "", commune: communes[3 * index].code,
                position: index % 5 == 0 ? nil : Position(latitude: 50 + draw(), longitude: 3 + draw()))
        }
        let territory = NeedFixture.territory(communes, facilities: facilities)
        let search = FacilityTimes(territory, travel: NeedFixture.travel)
        #expect(search.kinds == [.pmi])
        #expect(search.nearest([.laep], from: communes) == nil)
        let found = try #require(search.nearest([.pmi], from: communes))
        let byCode = Dictionary(uniqueKeysWithValues: communes.map { ($0.code, $0) })
        for (commune, time) in zip(communes, found) {
            let each = facilities.map { facility -> Int in
                let home = byCode[facility.commune]!
                let place = Place(
                    id: "", name: "", commune: home.code, position: facility.position ?? home.centre)
                return NeedFixture.travel.familyLeg(from: commune, to: place, in: home).duration.count
            }
            #expect(time.minutes == Double(each.min()!) / 60)
        }
        let alone = FacilityTimes(
            NeedFixture.territory(communes, facilities: [facilities[0]]), travel: NeedFixture.travel)
        #expect(alone.nearest([.pmi], from: communes)?.allSatisfy(\.isApproximate) == true)
    }
}
