import GeoModel
import Testing

/// Random figures and their results by numpy 2.4.6, `default_rng(20261124)`: the formulas written once more in Python,
/// as matrices.
private enum Numpy {
    static let demand: [Double] = [512, 1925, 370, 1929, 1118, 339, 1312, 753, 1359, 1192, 391, 1514]
    static let supply: [Double] = [9, 25, 11, 16]
    static let minutes: [[Double]] = [
        [29.9, 26.9, 36.6, 19.0], [1.8, 34.1, 15.5, 33.3], [33.6, 4.8, 17.4, 5.3], [19.0, 6.5, 35.1, 11.9],
        [25.8, 10.1, 26.5, 3.7], [30.1, 8.1, 12.1, 22.0], [22.0, 22.7, 30.0, 15.2], [19.2, 1.4, 9.7, 16.4],
        [33.7, 9.9, 4.9, 28.7], [29.9, 24.5, 25.9, 34.8], [27.8, 4.3, 4.3, 22.7], [34.5, 36.2, 21.4, 16.0],
    ]
    static let offers = [
        0.00480687880140567, 0.0034115618024808973, 0.005428452056115493, 0.005506756796385518, 0.005255028444854785,
        0.005883339224713296, 0.004602196635602454, 0.004927417969177893, 0.0055484691868400845, 0.004892539189581175,
        0.005346685310562103, 0.004134563178574055,
    ]
    static let benefits = [0.694, 0.027, 0.953, 0.391, 0.106, 0.398, 0.755, 0.003, 0.408, 0.82, 0.989, 0.818]
    static let intensities = [0.14, 0.727, 0.79, 0.392, 0.986, 0.23, 0.211, 0.606, 0.596, 0.329, 0.768, 0.615]
    /// By trapezoids, and by mean absolute differences: both the same.
    static let gini = 0.3942555317346764
    static let worstOffFifth = 0.019892873997168475
    static let highestNeedFifth = 0.34439971684756954
}

@Suite("Spread of the benefit")
struct BenefitSpreadTests {
    private func spread(_ benefits: [Double], _ weights: [Double]) -> BenefitSpread {
        BenefitSpread(
            benefits.indices.map {
                BenefitSpread.Share(
                    commune: String(1000 + $0), weight: weights[$0], volume: weights[$0],
                    intensity: Numpy.intensities[$0 % 12], benefit: benefits[$0])
            })
    }

    @Test("Gini and both worst-off fifths are those of numpy")
    func numpy() throws {
        let spread = spread(Numpy.benefits, Numpy.demand)
        #expect(abs(try #require(spread.gini) - Numpy.gini) < 1e-12)
        #expect(abs(try #require(spread.worstOff()) - Numpy.worstOffFifth) < 1e-12)
        #expect(abs(try #require(spread.highestNeed()) - Numpy.highestNeedFifth) < 1e-12)
    }

    @Test("Gini keeps its value when benefits are scaled and communes change places, and is 0 when all get the same")
    func invariance() throws {
        let own = try #require(spread(Numpy.benefits, Numpy.demand).gini)
        #expect(abs(try #require(spread(Numpy.benefits.map { $0 / 7 }, Numpy.demand).gini) - own) < 1e-12)
        #expect(abs(try #require(spread(Numpy.benefits, Numpy.demand.map { $0 * 3 }).gini) - own) < 1e-12)
        let turned = spread(Numpy.benefits.reversed(), Numpy.demand.reversed())
        #expect(abs(try #require(turned.gini) - own) < 1e-12)
        #expect(abs(try #require(spread([0.3, 0.3, 0.3], [5, 1, 9]).gini)) < 1e-12)
    }

    @Test("The Lorenz curve runs from nothing to all, below the diagonal, ever steeper; nobody served, no curve")
    func lorenz() throws {
        let points = try #require(spread(Numpy.benefits, Numpy.demand).lorenz)
        #expect(points.count == 13 && points[0] == BenefitSpread.LorenzPoint(volume: 0, benefit: 0))
        let last = try #require(points.last)
        #expect(abs(last.volume - 1) < 1e-12 && abs(last.benefit - 1) < 1e-12)
        #expect(points.allSatisfy { $0.benefit <= $0.volume + 1e-12 })
        let slopes = zip(points, points.dropFirst()).map { ($1.benefit - $0.benefit) / ($1.volume - $0.volume) }
        #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
        #expect(spread([0, 0], [1, 1]).lorenz == nil)
        // Half the people get all: the curve bends in the middle.
        #expect(spread([1, 0], [2, 2]).lorenz?.map(\.volume) == [0, 0.5, 1])
        #expect(spread([1, 0], [2, 2]).lorenz?.map(\.benefit) == [0, 0, 1])
    }
}

@Suite("Two-step catchment")
struct FloatingCatchmentTests {
    private func rows(_ minutes: [[Double]]) -> [[(place: Int, minutes: Double)]] {
        minutes.map { row in row.enumerated().map { (place: $0.offset, minutes: $0.element) } }
    }

    @Test("Offers are those of numpy, and add up to the supply")
    func numpy() {
        let found = FloatingCatchment(
            demand: Numpy.demand, supply: Numpy.supply, minutes: rows(Numpy.minutes), zones: CatchmentZone.luoQi)
        for (a, b) in zip(found.offers, Numpy.offers) { #expect(abs(a - b) < 1e-15) }
        let total = zip(found.offers, Numpy.demand).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(total - 61) < 1e-9 && found.unusedSupply == 0)
    }

    @Test("One place and one commune: all hours for all; a second place as near adds its hours, no more")
    func byHand() {
        let one = FloatingCatchment(
            demand: [100], supply: [10], minutes: rows([[5]]), zones: CatchmentZone.luoQi)
        #expect(abs(one.offers[0] - 0.1) < 1e-12)
        let two = FloatingCatchment(
            demand: [100], supply: [10, 10], minutes: rows([[5, 6]]), zones: CatchmentZone.luoQi)
        #expect(abs(two.offers[0] - 0.2) < 1e-12)
    }

    @Test("Beyond the last zone nothing counts; a place nobody reaches is lost and said")
    func beyond() {
        let found = FloatingCatchment(
            demand: [100, 50], supply: [10, 4], minutes: rows([[30, 31], [30.1, 45]]), zones: CatchmentZone.luoQi)
        #expect(abs(found.offers[0] - 0.1) < 1e-12 && found.offers[1] == 0 && found.unusedSupply == 4)
    }
}

@Suite("Coverage")
struct CoverageTests {
    private func commune(_ code: String, epci: String = "1", at longitude: Double) -> Commune {
        Commune(
            code: code, name: code, epci: epci, centre: Position(latitude: 50, longitude: longitude), population: 500,
            areaKm2: 10)
    }

    private func place(_ id: String, in commune: String, visits: Double? = 4, hours: Double? = 12) -> CoveragePlace {
        CoveragePlace(
            id: id, name: id, commune: commune, position: Position(latitude: 50, longitude: 3), visits: visits,
            openHours: hours)
    }

    /// Minutes by place and commune; a kilometre a minute, so that nobody walks.
    private func coverage(
        _ weights: [Double], _ places: [CoveragePlace], minutes: [[Double]], epcis: [String] = []
    ) -> Coverage {
        let demand = weights.indices.map { index in
            CoverageDemand(
                commune: commune(String(index), epci: index < epcis.count ? epcis[index] : "1", at: 3),
                weight: weights[index], intensity: 0.5)
        }
        return Coverage(demand, places: places, CoverageParameters()) { commune, place in
            let index = places.firstIndex { $0.id == place.id } ?? 0
            let time = minutes[Int(commune.code) ?? 0][index]
            return Leg(distance: Metres(Int(time * 1000)), duration: Seconds(Int(time * 60)))
        }
    }

    @Test("A frequent stop farther off may bring more than a rare one next door")
    func bestSingleStop() throws {
        // Car: 8 min gives 12/15 = 0.8, 5 min 1; 20 % of households have no car, and 5 km is too far to walk.
        let found = coverage(
            [100], [place("rare", in: "x", visits: 1), place("often", in: "y", visits: 4)], minutes: [[5, 8]])
        let best = try #require(found.communes[0].best)
        #expect(best.place == 1 && abs(best.access - 0.64) < 1e-12 && abs(best.benefit - 0.64) < 1e-12)
        #expect(found.communes[0].nearest?.place == 0 && found.communes[0].nearest?.travel == Seconds(300))
        let rare: Double = 0.8 * 0.45505
        #expect(best.benefit > rare)
    }

    @Test("A facility is always there: no frequency lessens its benefit; of equals the nearer is taken, then the first")
    func facility() throws {
        let facility = coverage([1], [place("a", in: "x", visits: nil, hours: nil)], minutes: [[4]])
        #expect(facility.communes[0].benefit == 0.8 && facility.catchmentSupply == .places)
        let equal = coverage([1], ["a", "b", "c"].map { place($0, in: "x") }, minutes: [[40, 30, 30]])
        #expect(equal.communes[0].best?.place == 1 && equal.communes[0].benefit == 0)
        let mixed = coverage([1], [place("a", in: "x"), place("b", in: "x", hours: nil)], minutes: [[4, 4]])
        #expect(mixed.catchmentSupply == .places && mixed.communes[0].offer == 2)
        #expect(coverage([1], [place("a", in: "x")], minutes: [[4]]).communes[0].offer == 12)
    }

    @Test("Shares within t minutes, means and EPCI by hand")
    func byHand() throws {
        let found = coverage(
            [100, 300, 600], [place("a", in: "x")], minutes: [[5], [12.5], [70]], epcis: ["A", "A", "B"])
        #expect(found.curve.shares.count == 61)
        #expect(found.curve.share(within: 4) == 0 && found.curve.share(within: 5) == 0.1)
        #expect(found.curve.share(within: 12) == 0.1 && found.curve.share(within: 13) == 0.4)
        #expect(found.curve.share(within: 99) == 0.4)
        let total = found.total
        // (100 × 5 + 300 × 12.5 + 600 × 70) / 1000 minutes; benefits 0.8, 0.4, 0.
        #expect(abs(try #require(total.minutes) - 46.25) < 1e-9)
        #expect(abs(total.benefit - (0.1 * 0.8 + 0.3 * 0.4)) < 1e-12 && abs(total.reached - 0.4) < 1e-12)
        #expect(found.byEpci.map(\.epci) == ["A", "B"])
        #expect(abs(found.byEpci[0].means.benefit - 0.5) < 1e-12 && found.byEpci[1].means.benefit == 0)
        #expect(found.byEpci[0].means.communes == 2 && found.byEpci[1].means.weight == 600)
        // The worst-off fifth of 1,000 lies in the commune that is not reached.
        #expect(found.spread.worstOff() == 0)
    }

    @Test("No place: nothing reached, no minutes, and no trap")
    func empty() {
        let found = coverage([10, 20], [], minutes: [[], []])
        #expect(found.communes.allSatisfy { $0.best == nil && $0.benefit == 0 && $0.offer == 0 })
        #expect(found.total.minutes == nil && found.curve.share(within: 60) == 0 && found.spread.gini == nil)
        #expect(coverage([], [place("a", in: "x")], minutes: []).total.weight == 0)
    }

    @Test("One more stop never lowers a commune's benefit, nor the share within t minutes", arguments: 0..<20)
    func oneMore(_ seed: Int) {
        var random = SeededRandom(UInt64(seed))
        let count = 15
        let minutes = (0..<count).map { _ in (0..<6).map { _ in Double.random(in: 0...45, using: &random) } }
        let weights = (0..<count).map { _ in Double.random(in: 0...900, using: &random) }
        let places = (0..<6).map { place("p\($0)", in: "x", visits: [1, 2, 4, nil].randomElement(using: &random)!) }
        var before = coverage(weights, [], minutes: minutes)
        for number in 1...6 {
            let after = coverage(weights, Array(places.prefix(number)), minutes: minutes)
            for (a, b) in zip(before.communes, after.communes) { #expect(a.benefit <= b.benefit) }
            for (a, b) in zip(before.curve.shares, after.curve.shares) { #expect(a <= b + 1e-12) }
            before = after
        }
    }
}
