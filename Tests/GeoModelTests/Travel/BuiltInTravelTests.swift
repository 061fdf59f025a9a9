import Foundation
import GeoModel
import Testing

@Suite("Times without a network")
struct BuiltInTravelTests {
    private static let travel = BuiltInTravel(TravelParameters())
    private static let equator = Position(latitude: 0, longitude: 0)

    private static func commune(_ population: Int, areaKm2: Double = Double.pi * 4) -> Commune {
        Commune(code: "1", name: "", epci: "1", centre: equator, population: population, areaKm2: areaKm2)
    }

    /// A village, and a town of 1,592 inhabitants per km² whose disc has a radius of 2 km.
    private static let village = commune(1_000)
    private static let town = commune(20_000)

    /// Kilometres east on the equator.
    private static func east(_ kilometres: Double) -> Position {
        Position(latitude: 0, longitude: kilometres / 111.195_08)
    }

    private static func seconds(
        _ kilometres: Double, from: Commune = village, to: Commune = village, by travel: BuiltInTravel = travel
    ) -> Int {
        travel.leg(from: travel.point(at: equator, in: from), to: travel.point(at: east(kilometres), in: to))
            .duration.count
    }

    @Test("Each kilometre of open road adds 1.5 km/h to the 45, up to 90: 10, 30 and 60 km of road")
    func openRoad() {
        // Integral of ds / (45 + 1.5 s): ln(1 + s/30) / 1.5 hours; 90 km/h from 30 km of road on.
        #expect(Self.seconds(10 / 1.3) == Int((3600 * log(4.0 / 3) / 1.5).rounded()))
        #expect(Self.seconds(30 / 1.3) == Int((3600 * log(2.0) / 1.5).rounded()))
        #expect(Self.seconds(60 / 1.3) == Int((3600 * (log(2.0) / 1.5 + 30.0 / 90)).rounded()))
    }

    @Test("A town slows the way down by its own radius, however far the other end is")
    func townDisc() {
        let inside = 2.0 / 25 * 3600
        for kilometres in [10.0, 40, 80] {
            let rest = Self.seconds((1.3 * kilometres - 2) / 1.3)
            #expect(abs(Self.seconds(kilometres, from: Self.town) - Int(inside.rounded()) - rest) <= 1)
        }
        // A way that stays in the town: all of it at the town's speed.
        #expect(Self.seconds(1, from: Self.town, to: Self.town) == Int((1.3 / 25 * 3600).rounded()))
    }

    @Test("At 1,500 inhabitants per km² a commune is a town, just below it is not")
    func threshold() {
        let area = 10.0
        let below = Self.commune(14_999, areaKm2: area)
        let at = Self.commune(15_000, areaKm2: area)
        #expect(Self.seconds(20, from: below) == Self.seconds(20))
        #expect(Self.seconds(20, from: at) > Self.seconds(20))
    }

    @Test("A longer straight line never takes less time, and the way back takes as long")
    func monotoneAndSymmetric() {
        for law in SpeedLaw.allCases {
            for (gain, top) in [(1.5, 90.0), (0, 90), (3, 40), (20, 130)] {
                var parameters = TravelParameters()
                (parameters.law, parameters.speedGain, parameters.maximumSpeed) = (law, gain, top)
                let travel = BuiltInTravel(parameters)
                for (from, to) in [
                    (Self.village, Self.village), (Self.village, Self.town), (Self.town, Self.village),
                    (Self.town, Self.town),
                ] {
                    let times = stride(from: 0.0, through: 120, by: 0.25).map {
                        Self.seconds($0, from: from, to: to, by: travel)
                    }
                    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
                    #expect(
                        Self.seconds(37, from: from, to: to, by: travel)
                            == Self.seconds(37, from: to, to: from, by: travel))
                }
            }
        }
    }

    @Test("The open road is never slower for being longer, and the mean speed of a longer way never lower")
    func growingSpeed() {
        let speeds = stride(from: 1.0, through: 100, by: 1).map { 1.3 * $0 / Double(Self.seconds($0)) }
        #expect(zip(speeds, speeds.dropFirst()).allSatisfy { $0 <= $1 * 1.002 })
    }

    @Test("The law of plans made before is kept to the second: half of the way at the speed of each end")
    func halves() {
        var parameters = TravelParameters()
        parameters.law = .halves
        let travel = BuiltInTravel(parameters)
        let road = 1.3 * 20
        #expect(
            Self.seconds(20, from: Self.town, by: travel)
                == Int((3600 * (road / 2 / 25 + road / 2 / 45)).rounded()))
        #expect(travel.withinCommune(Self.village).duration == Seconds(Int((1.3 / 45 * 3600).rounded())))
    }

    // MARK: The Avesnois

    /// From public knowledge of the roads (à confirmer), from a little under to a quarter over what drivers are told.
    struct Way: CustomTestStringConvertible, Sendable {
        var from: String
        var to: String
        var minutes: ClosedRange<Double>
        var testDescription: String { "\(from)–\(to)" }
    }

    static let ways = [
        Way(from: "Avesnes-sur-Helpe", to: "Fourmies", minutes: 19...26),
        Way(from: "Maubeuge", to: "Valenciennes", minutes: 33...46),
        Way(from: "Avesnes-sur-Helpe", to: "Maubeuge", minutes: 21...30),
        Way(from: "Avesnes-sur-Helpe", to: "Le Quesnoy", minutes: 26...36),
        Way(from: "Avesnes-sur-Helpe", to: "Landrecies", minutes: 18...26),
        Way(from: "Fourmies", to: "Trélon", minutes: 9...14),
        Way(from: "Fourmies", to: "Anor", minutes: 6...10),
        Way(from: "Avesnes-sur-Helpe", to: "Solre-le-Château", minutes: 14...21),
        Way(from: "Landrecies", to: "Le Quesnoy", minutes: 17...25),
        Way(from: "Le Quesnoy", to: "Valenciennes", minutes: 20...28),
    ]

    @Test("Ten ways of the Avesnois take about what drivers know", arguments: ways)
    func avesnois(_ way: Way) throws {
        let from = try #require(Self.communes[way.from])
        let to = try #require(Self.communes[way.to])
        let travel = Self.travel
        let leg = travel.leg(from: travel.point(at: from.centre, in: from), to: travel.point(at: to.centre, in: to))
        let minutes = Double(leg.duration.count) / 60
        #expect(way.minutes.contains(minutes))
    }

    /// Communes of `data/nord`, by their names.
    private static let communes: [String: Commune] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("data/nord/communes.csv")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        let all = lines.dropFirst().compactMap { line -> Commune? in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 6, let latitude = Double(cells[3]), let longitude = Double(cells[4]),
                let area = Double(cells[6])
            else { return nil }
            return Commune(
                code: cells[0], name: cells[1], epci: cells[2],
                centre: Position(latitude: latitude, longitude: longitude), population: Int(cells[5]), areaKm2: area)
        }
        return Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }()
}
