import FileAccess
import GeoModel
import PlanningModel

/// How far the built-in travel is from the scenario's matrix, over every way the services need.
package struct TravelComparison: Encodable, FrenchKeyed {
    /// Built in minus matrix.
    package struct Errors: Encodable, FrenchKeyed {
        package var mean: Double
        /// Of absolute values; `high` is the 95th percentile.
        package var median: Double
        package var high: Double
        /// The same as shares of the matrix's figure.
        package var relativeMedian: Double
        package var relativeHigh: Double

        package static var frenchKeys: [String: String] {
            [
                "mean": "moyenne", "median": "mediane_absolue", "high": "p95_absolu",
                "relativeMedian": "mediane_relative", "relativeHigh": "p95_relatif",
            ]
        }

        package init(_ pairs: [(guess: Double, truth: Double)]) {
            let errors = pairs.map { $0.guess - $0.truth }
            mean = errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
            let absolute = errors.map(abs).sorted()
            median = TravelComparison.quantile(absolute, 0.5)
            high = TravelComparison.quantile(absolute, 0.95)
            let relative = pairs.filter { $0.truth > 0 }.map { abs($0.guess - $0.truth) / $0.truth }.sorted()
            relativeMedian = TravelComparison.quantile(relative, 0.5)
            relativeHigh = TravelComparison.quantile(relative, 0.95)
        }
    }

    package var ways: Int
    package var minutes: Errors
    package var kilometres: Errors
    /// Median difference between the way there and the way back in the matrix, minutes.
    package var asymmetry: Double

    package static var frenchKeys: [String: String] {
        ["asymmetry": "ecart_aller_retour_minutes"]
    }

    /// `nil` for a scenario without a matrix.
    package init?(_ scenario: Scenario) {
        guard let matrix = scenario.travelMatrix else { return nil }
        let travel = scenario.travel
        let points = Self.points(scenario, travel)
        var times: [(Double, Double)] = []
        var lengths: [(Double, Double)] = []
        var asymmetries: [Double] = []
        for from in matrix.nodes {
            for to in matrix.nodes {
                guard let truth = matrix[from, to], let start = points[from], let end = points[to] else { continue }
                let guess = travel.builtIn.leg(from: start, to: end)
                times.append((Double(guess.duration.count) / 60, Double(truth.duration.count) / 60))
                lengths.append((guess.distance.kilometres, truth.distance.kilometres))
                if from < to, let back = matrix[to, from] {
                    asymmetries.append(Double(abs((truth.duration - back.duration).count)) / 60)
                }
            }
        }
        ways = times.count
        minutes = Errors(times)
        kilometres = Errors(lengths)
        asymmetry = Self.quantile(asymmetries.sorted(), 0.5)
    }

    private static func points(_ scenario: Scenario, _ travel: Travel) -> [String: TravelPoint] {
        var points: [String: TravelPoint] = [:]
        let communes = Dictionary(
            scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for commune in scenario.territory.communes {
            points[commune.code] = travel.builtIn.point(at: commune.centre, in: commune)
        }
        for place in scenario.territory.depots + scenario.territory.venues {
            guard let commune = communes[place.commune], travel.node(of: place) == place.id else { continue }
            points[place.id] = travel.builtIn.point(at: place.position, in: commune)
        }
        return points
    }

    /// Linear between ranks; 0 for nothing.
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.indices.last else { return 0 }
        let rank = share * Double(last)
        let below = Int(rank)
        guard below < last else { return sorted[last] }
        return sorted[below] + (rank - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
