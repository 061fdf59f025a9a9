import Foundation
import GeoModel
import Testing

@Suite("Distances and access")
struct DistanceTests {
    @Test("A degree of the equator is 111.195 km, and Lille lies about 204 km from Paris")
    func greatCircle() {
        let origin = Position(latitude: 0, longitude: 0)
        #expect(abs(origin.greatCircle(to: Position(latitude: 0, longitude: 1)) - 111_195) < 1)
        let lille = Position(latitude: 50.6292, longitude: 3.0573)
        let paris = Position(latitude: 48.8566, longitude: 2.3522)
        #expect(abs(lille.greatCircle(to: paris) - 204_000) < 1_500)
        #expect(lille.greatCircle(to: paris) == paris.greatCircle(to: lille))
    }

    @Test("A family's own commune is half its radius away, not nowhere")
    func withinCommune() {
        let commune = Commune(
            code: "59001", name: "A", epci: "1", centre: Position(latitude: 50, longitude: 3), population: 100,
            areaKm2: Double.pi)
        // Radius 1 km: 0.5 km × 1.3 = 650 m, at 45 km/h 52 s.
        let leg = BuiltInTravel(TravelParameters()).withinCommune(commune)
        #expect(leg == Leg(distance: Metres(650), duration: Seconds(52)))
    }

    @Test("Access is whole to 5 minutes, half at 12.5, nothing from 20; on foot to 1 and 3 km")
    func access() {
        let parameters = AccessParameters()
        #expect(parameters.car.share(at: 5) == 1)
        #expect(parameters.car.share(at: 12.5) == 0.5)
        #expect(parameters.car.share(at: 20) == 0)
        let near = Leg(distance: Metres(2000), duration: Seconds(300))
        #expect(abs(parameters.access(by: near) - (0.8 * 1 + 0.2 * 0.5)) < 1e-12)
    }

    @Test("One, two and four visits are worth 0.46, 0.73 and 1; more is no more")
    func frequency() {
        let shape = FrequencyShape.exponential
        #expect(abs(shape.benefit(visits: 1) - 0.455) < 0.001)
        #expect(abs(shape.benefit(visits: 2) - 0.731) < 0.001)
        #expect(shape.benefit(visits: 4) == 1)
        #expect(shape.benefit(visits: 8) == 1)
    }
}

@Suite("Calendar")
struct CalendarTests {
    @Test("Dates and weekdays are those of Foundation's calendar, 1900 to 2100")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2100, month: 12, day: 31))
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let same =
                parts.year == date.year && parts.month == date.month && parts.day == date.day
                && ((parts.weekday ?? 0) + 5) % 7 == date.weekday.rawValue && CivilDate(iso: date.iso) == date
            if !same { Issue.record("\(date.iso)") }
        }
    }

    @Test(
        "Days that do not exist are refused", arguments: ["2027-02-29", "2027-13-01", "2027-1-4", "27-01-04", "", "x"])
    func refused(_ text: String) { #expect(CivilDate(iso: text) == nil) }
}

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
