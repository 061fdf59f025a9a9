import Foundation
import GeoModel
import PlanningModel

/// Roads, weights and benefits written a second time, from the field guide alone.
package struct PlainRoads {
    package let parameters: Parameters

    package init(parameters: Parameters) { self.parameters = parameters }

    /// Metres and seconds by road: great circle times the detour.
    package func way(
        _ a: Position, _ communeA: Commune, _ b: Position, _ communeB: Commune
    ) -> (
        metres: Int, seconds: Int
    ) {
        if a == b { return (0, 0) }
        let metres = Self.greatCircle(a, b) * parameters.travel.detour
        let hours = hours(metres / 1000, from: communeA, to: communeB)
        return (Int(metres.rounded()), Int((hours * 3600).rounded()))
    }

    /// Each end's town takes its radius at its own speed; what is left of the way is driven faster the longer it is.
    private func hours(_ kilometres: Double, from a: Commune, to b: Commune) -> Double {
        let travel = parameters.travel
        if travel.law == .halves { return kilometres / 2 / speed(in: a) + kilometres / 2 / speed(in: b) }
        let town = min(kilometres, radius(of: a) + radius(of: b))
        let open = kilometres - town
        let slow = travel.ruralSpeed
        let fast = max(slow, travel.maximumSpeed)
        let inTown = town / travel.urbanSpeed
        if travel.speedGain == 0 { return inTown + open / slow }
        let whereFast = (fast - slow) / travel.speedGain
        if open <= whereFast { return inTown + log((slow + travel.speedGain * open) / slow) / travel.speedGain }
        return inTown + log(fast / slow) / travel.speedGain + (open - whereFast) / fast
    }

    private func isTown(_ commune: Commune) -> Bool {
        guard let population = commune.population else { return false }
        return Double(population) / commune.areaKm2 >= parameters.travel.urbanDensity
    }

    private func radius(of commune: Commune) -> Double {
        isTown(commune) ? (commune.areaKm2 / .pi).squareRoot() : 0
    }

    private func speed(in commune: Commune) -> Double {
        isTown(commune) ? parameters.travel.urbanSpeed : parameters.travel.ruralSpeed
    }

    package static func greatCircle(_ a: Position, _ b: Position) -> Double {
        let (phiA, phiB) = (a.latitude * .pi / 180, b.latitude * .pi / 180)
        let half = (sin((phiB - phiA) / 2), sin((b.longitude - a.longitude) * .pi / 360))
        let h = half.0 * half.0 + cos(phiA) * cos(phiB) * half.1 * half.1
        return 2 * 6_371_008.8 * atan2(h.squareRoot(), (1 - h).squareRoot())
    }

    package static func minutesUp(_ seconds: Int) -> Int { Int((Double(seconds) / 60).rounded(.up)) }

    /// What a family travels to a venue; inside its own commune never less than half the radius of a disc as large.
    package func family(of commune: Commune, to venue: Place, in venueCommune: Commune) -> (metres: Int, seconds: Int) {
        let direct = way(commune.centre, commune, venue.position, venueCommune)
        guard venue.commune == commune.code else { return direct }
        let inner = 0.5 * (commune.areaKm2 / .pi).squareRoot() * parameters.travel.detour
        let seconds = Int((hours(inner, from: commune, to: commune) * 3600).rounded())
        return direct.seconds > seconds ? direct : (Int((inner * 1000).rounded()), seconds)
    }

    package func access(_ way: (metres: Int, seconds: Int)) -> Double {
        func gradual(_ x: Double, _ cover: GradualCover) -> Double {
            x <= cover.full ? 1 : x >= cover.none ? 0 : (cover.none - x) / (cover.none - cover.full)
        }
        let p = parameters.access.carlessShare
        return (1 - p) * gradual(Double(way.seconds) / 60, parameters.access.car)
            + p * gradual(Double(way.metres) / 1000, parameters.access.foot)
    }

    package func frequency(_ visits: Int) -> Double {
        let n = Double(visits)
        return parameters.frequency == .exponential ? (1 - exp(-0.5 * n)) / (1 - exp(-2)) : (n / 4).squareRoot()
    }
}

/// The scenario's matrix where it has one, else the roads above.
package struct KnownRoads {
    private let matrix: TravelMatrix?
    private let roads: PlainRoads
    private let communes: [String: Commune]

    package init(_ scenario: Scenario, _ roads: PlainRoads, _ communes: [String: Commune]) {
        matrix = scenario.travelMatrix
        self.roads = roads
        self.communes = communes
    }

    /// A place without a column of its own stands at the centre of its commune.
    private func node(_ place: Place, _ matrix: TravelMatrix) -> String {
        matrix.nodes.contains(place.id) ? place.id : place.commune
    }

    private func stated(_ from: String, _ to: String, _ matrix: TravelMatrix) -> (metres: Int, seconds: Int) {
        let leg = matrix[from, to]!
        return (leg.distance.count, leg.duration.count)
    }

    package func way(_ a: Place, _ b: Place) -> (metres: Int, seconds: Int) {
        if let matrix, node(a, matrix) != node(b, matrix) { return stated(node(a, matrix), node(b, matrix), matrix) }
        return roads.way(
            a.position, communes[a.commune]!, b.position, communes[b.commune]!)
    }

    package func family(of commune: Commune, to venue: Place) -> (metres: Int, seconds: Int) {
        let plain = roads.family(of: commune, to: venue, in: communes[venue.commune]!)
        guard let matrix, node(venue, matrix) != commune.code else { return plain }
        let direct = stated(commune.code, node(venue, matrix), matrix)
        guard venue.commune == commune.code else { return direct }
        var there = venue
        there.position = commune.centre
        let inside = roads.family(of: commune, to: there, in: commune)
        return direct.seconds > inside.seconds ? direct : inside
    }
}

/// Weights of the communes of a service, thousandths of a point.
package struct PlainWeights {
    package let scenario: Scenario
    package let service: Service
    private let communes: [Commune]

    package init(_ scenario: Scenario, _ service: Service) {
        self.scenario = scenario
        self.service = service
        communes = scenario.territory.communes.filter { service.communes.contains($0.code) }
    }

    package var byCommune: [(commune: Commune, weight: Int)] {
        let intensity = intensities
        let raw = communes.indices.map { index -> Double in
            let commune = communes[index]
            guard isEligible(commune), let volume = volume(commune) else { return 0 }
            let priority = commune.socialCentre == .absent ? scenario.parameters.need.noSocialCentrePriority : 1
            return volume * (0.5 + intensity[index]) * priority
        }
        let total = raw.reduce(0, +)
        return communes.indices.map { index in
            (communes[index], total > 0 ? Int((1_000_000 * service.factor * raw[index] / total).rounded()) : 0)
        }
    }

    private func isEligible(_ commune: Commune) -> Bool {
        if service.forcedOut.contains(commune.code) { return false }
        if service.forcedIn.contains(commune.code) { return true }
        guard let population = commune.population else { return false }
        return Double(population) / commune.areaKm2 < scenario.parameters.need.maximumDensity
    }

    private func volume(_ commune: Commune) -> Double? {
        guard service.kind == .firstThousandDays else { return commune.households.map(Double.init) }
        guard let births = commune.births else { return nil }
        let enough = scenario.parameters.need.smallBirths
        guard Double(births) < enough, let households = commune.households else { return Double(births) }
        let peers = communes.filter { $0.epci == commune.epci && $0.households != nil && $0.births != nil }
        let homes = peers.map { $0.households! }.reduce(0, +)
        guard homes > 0 else { return Double(births) }
        let expected = Double(peers.map { $0.births! }.reduce(0, +)) / Double(homes) * Double(households)
        let trust = Double(births) / enough
        return trust * Double(births) + (1 - trust) * expected
    }

    private var intensities: [Double] {
        let roads = PlainRoads(parameters: scenario.parameters)
        let towns = scenario.territory.communes.filter {
            Double($0.population ?? 0) / $0.areaKm2 >= scenario.parameters.need.maximumDensity
        }
        func remoteness(_ commune: Commune) -> Double? {
            towns.map {
                Double(roads.way(commune.centre, commune, $0.centre, $0).seconds) / 60
            }.min()
        }
        func unemployment(_ commune: Commune) -> Double? {
            guard let active = commune.active, let jobless = commune.unemployed, active > 0 else { return nil }
            return 100 * Double(jobless) / Double(active)
        }
        let dimensions: [[[Double?]]] = [
            [communes.map { $0.medianLivingStandard.map { -$0 } }, communes.map(unemployment)],
            [
                communes.map { $0.population.map(Double.init).map { [area = $0.areaKm2] in -$0 / area } },
                communes.map(remoteness),
            ],
            [communes.map { $0.socialCentre == .unknown ? nil : $0.socialCentre == .absent ? 1 : 0 }],
        ]
        let scored = dimensions.map { $0.compactMap { normalised($0) } }.filter { !$0.isEmpty }
        return communes.indices.map { index in
            if scored.isEmpty { return 0.5 }
            let means = scored.map { indicators in indicators.map { $0[index] }.reduce(0, +) / Double(indicators.count)
            }
            return means.reduce(0, +) / Double(means.count)
        }
    }

    /// Gaps filled with the median of the EPCI, clipped at the 5th and 95th percentiles, stretched to 0…1.
    private func normalised(_ values: [Double?]) -> [Double]? {
        var filled: [Double] = []
        for index in values.indices {
            let peers = values.indices.filter { communes[$0].epci == communes[index].epci }
            let known = peers.compactMap { values[$0] }.sorted()
            if let value = values[index] {
                filled.append(value)
            } else {
                guard 2 * known.count >= peers.count, !known.isEmpty else { return nil }
                filled.append(quantile(known, 0.5))
            }
        }
        let sorted = filled.sorted()
        let (low, high) = (quantile(sorted, 0.05), quantile(sorted, 0.95))
        return filled.map { high > low ? (max(low, min(high, $0)) - low) / (high - low) : 0.5 }
    }

    private func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let rank = share * Double(sorted.count - 1)
        let below = Int(rank.rounded(.down))
        guard below + 1 < sorted.count else { return sorted[below] }
        return sorted[below] + (rank - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
