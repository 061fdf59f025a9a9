import Foundation

/// How long some metres of road take. A longer way never takes less time.
struct SpeedProfile: Sendable {
    private let urban: Double
    private let start: Double
    private let gain: Double
    private let top: Double

    init(_ parameters: TravelParameters) {
        urban = parameters.urbanSpeed
        start = parameters.ruralSpeed
        gain = parameters.speedGain
        top = max(parameters.ruralSpeed, parameters.maximumSpeed)
    }

    func townSeconds(_ metres: Double) -> Double { metres * 3.6 / urban }

    /// The speed begins at that of the country, grows by `gain` with each kilometre, and stays at its highest:
    /// the integral of distance over speed.
    func openSeconds(_ metres: Double) -> Double {
        let growing = gain > 0 ? min(metres, 1000 * (top - start) / gain) : metres
        let hours = gain > 0 ? log1p(gain * growing / 1000 / start) / gain : growing / 1000 / start
        return 3600 * hours + (metres - growing) * 3.6 / top
    }

    /// No way of so many metres takes less, whatever lies at its ends.
    func leastSeconds(_ metres: Double) -> Double {
        urban <= start ? openSeconds(metres) : metres * 3.6 / max(urban, top)
    }
}
