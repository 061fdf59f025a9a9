import Foundation
import GeoModel

/// Times one piece of GeoModel's work on the communes of France, for `scripts/bench-geo`.
///
/// usage: GeoBenchmark COMMUNES.csv matrix|nearest|need RUNS
///
/// Prints JSON: the seconds of each run, a checksum to compare with `geo_reference.py`, `ru_maxrss` in MB. Reading the
/// CSV is not timed.
@main
struct GeoBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let work = Self.work[arguments[2]], let runs = Int(arguments[3]), runs > 0 else {
            FileHandle.standardError.write(Data("usage: GeoBenchmark COMMUNES.csv matrix|nearest|need RUNS\n".utf8))
            exit(64)
        }
        let communes = try FranceCommunes.read(arguments[1])
        var seconds: [Double] = []
        var checksum = 0.0
        for _ in 0..<runs {
            let start = ContinuousClock.now
            checksum = work(communes)
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        let report = Report(seconds: seconds, checksum: checksum, megabytes: peakMemory)
        FileHandle.standardOutput.write(try JSONEncoder().encode(report) + Data("\n".utf8))
    }

    private struct Report: Encodable {
        var seconds: [Double]
        var checksum: Double
        var megabytes: Double
    }

    private static var peakMemory: Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) / 1024
    }

    private static let work: [String: @Sendable ([Commune]) -> Double] = [
        "matrix": matrix, "nearest": nearest, "need": need,
    ]

    /// Metres and seconds between the 647 communes of the Nord.
    @Sendable private static func matrix(_ france: [Commune]) -> Double {
        let travel = BuiltInTravel(TravelParameters())
        let points = france.filter { $0.code.hasPrefix("59") }.prefix(647).map {
            travel.point(at: $0.centre, in: $0)
        }
        let legs = points.map { from in points.map { travel.leg(from: from, to: $0) } }
        return legs.reduce(0) { sum, row in
            row.reduce(sum) { $0 + Double($1.distance.count + $1.duration.count) }
        }
    }

    /// Great-circle metres from each commune of France to the nearest of every twentieth.
    @Sendable private static func nearest(_ france: [Commune]) -> Double {
        let places = NearestPlaces(stride(from: 0, to: france.count, by: 20).map { france[$0].centre })
        return france.reduce(0) { $0 + (places.nearest(to: $1.centre)?.metres.rounded() ?? 0) }
    }

    /// Intensity of need of every commune of France as one territory.
    @Sendable private static func need(_ france: [Commune]) -> Double {
        let territory = Territory(communes: france, epcis: [], venues: [], depots: [])
        let score = NeedScore(communes: france, in: territory, travel: BuiltInTravel(TravelParameters()))
        return score.intensities.reduce(0) { $0 + $1.value }
    }
}
