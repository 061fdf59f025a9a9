import GeoModel
import Testing

@Suite("Needs")
struct NeedTests {
    private func commune(
        _ code: String, epci: String = "1", income: Double?, density: Double = 100, social: Presence = .unknown,
        births: Int = 30
    ) -> Commune {
        Commune(
            code: code, name: code, epci: epci, centre: Position(latitude: 50, longitude: 3), population: Int(density),
            areaKm2: 1, households: 100, births: births, active: 100, unemployed: 10, medianLivingStandard: income,
            socialCentre: social)
    }

    private func score(_ communes: [Commune]) -> NeedScore {
        NeedScore(
            communes: communes, in: Territory(communes: communes, epcis: [], venues: [], depots: []),
            travel: BuiltInTravel(TravelParameters()))
    }

    @Test("Percentiles are those of numpy")
    func percentiles() {
        // numpy.percentile([1, 2, 4, 8, 16], [5, 50, 95]) = [1.2, 4.0, 14.4]
        let values = [1.0, 2, 4, 8, 16]
        #expect(abs(Normalisation.percentile(values, 0.05) - 1.2) < 1e-12)
        #expect(Normalisation.percentile(values, 0.5) == 4)
        #expect(abs(Normalisation.percentile(values, 0.95) - 14.4) < 1e-12)
        let scaled = Normalisation.clippedMinMax(values.map { $0 }).compactMap { $0 }
        #expect(scaled.first == 0 && scaled.last == 1)
        #expect(abs(scaled[2] - (4 - 1.2) / 13.2) < 1e-12)
    }

    @Test("A constant indicator says nothing either way")
    func constant() { #expect(Normalisation.clippedMinMax([3, 3, 3]) == [0.5, 0.5, 0.5]) }

    @Test("A withheld figure takes the median of its EPCI when half of it is published, else the indicator is left out")
    func withheld() throws {
        let half = score([
            commune("1", income: 20_000), commune("2", income: 30_000), commune("3", income: nil),
        ])
        #expect(half.usedIndicators.contains(.livingStandard))
        let third = try #require(half.intensities[2].ingredients.first { $0.indicator == .livingStandard })
        #expect(third.figure == 25_000 && third.imputed)
        let few = score([commune("1", income: 20_000), commune("2", income: nil), commune("3", income: nil)])
        #expect(few.leftOut.contains(.livingStandard))
    }

    @Test("A low living standard is more need; unknown social centres are left out, never read as absent")
    func direction() {
        let result = score([commune("1", income: 15_000), commune("2", income: 30_000)])
        #expect(result.intensities[0].value > result.intensities[1].value)
        #expect(result.leftOut.contains(.noSocialCentre))
        #expect(!result.usedDimensions.contains(.missingOffer))
    }

    @Test(
        "Points add up to 1,000 times the factor; dense communes weigh nothing; priority counts where there is no centre"
    )
    func weights() {
        let communes = [
            commune("1", income: 20_000, social: .absent), commune("2", income: 20_000, social: .present),
            commune("3", income: 20_000, density: 400), commune("4", income: 20_000, density: 500),
        ]
        let parts = NeedWeights(
            communes: communes, score: score(communes), volume: .families, factor: 2, parameters: NeedParameters(),
            socialCentres: SocialCentres(Territory(communes: communes, epcis: [], venues: [], depots: [])),
            forcedIn: ["4"], forcedOut: []
        ).weights
        #expect(abs(parts.reduce(0) { $0 + $1.points.count } - 2_000_000) <= 4)
        #expect(parts[2].points == .zero && parts[2].eligibility == .tooDense)
        #expect(parts[3].eligibility == .forcedIn && parts[3].points > .zero)
        let intensities = score(communes).intensities.map(\.value)
        let expected = 1.5 * (0.5 + intensities[0]) / (0.5 + intensities[1])
        #expect(abs(parts[0].points.points / parts[1].points.points - expected) < 1e-4)
    }

    @Test("Few births are drawn to the rate of the EPCI")
    func births() {
        // 5 births of 100 households beside 45 of 100: rate 0.25, so 5/20 × 5 + 15/20 × 25 = 20.
        let communes = [commune("1", income: 1, births: 5), commune("2", income: 1, births: 45)]
        let parts = NeedWeights(
            communes: communes, score: score(communes), volume: .births, factor: 1, parameters: NeedParameters(),
            socialCentres: SocialCentres(Territory(communes: communes, epcis: [], venues: [], depots: []))
        ).weights
        #expect(parts[0].volume == 20 && parts[0].smoothed)
        #expect(parts[1].volume == 45 && !parts[1].smoothed)
    }
}
