import FileAccess
import PlanAnalysis

/// `robustesse.json`, and what `robustesse --json` prints.
package struct RobustnessFile: Sendable, Encodable, FrenchKeyed {
    package struct Figure: Sendable, Encodable, FrenchKeyed {
        package var key: String
        package var unit: String
        package var planned: Double?
        package var mean: Double
        package var low: Double
        package var high: Double
        package var method: String

        package init(_ figure: RobustnessFigure) {
            key = figure.measure.key
            unit = figure.measure.unit.rawValue
            planned = figure.planned
            mean = figure.estimate.mean
            low = figure.estimate.low
            high = figure.estimate.high
            method = figure.estimate.method.rawValue
        }

        package static var frenchKeys: [String: String] {
            [
                "key": "mesure", "unit": "unite", "planned": "plan", "mean": "moyenne", "low": "au_moins_95",
                "high": "au_plus_95", "method": "intervalle",
            ]
        }
    }

    package struct ServiceEntry: Sendable, Encodable, FrenchKeyed {
        package var id: String
        package var figures: [Figure]
        /// 5 %, 25 %, 50 %, 75 % and 95 % of the draws.
        package var needQuantiles: [Double]
        package var communes: [Figure]

        package static var frenchKeys: [String: String] {
            ["figures": "mesures", "needQuantiles": "quantiles_besoin_couvert", "communes": "visites_perdues"]
        }
    }

    package struct Laws: Sendable, Encodable, FrenchKeyed {
        package var concentration: Double?
        package var amplitude: Double
        package var common: Double
        package var absenceRate: Double

        package static var frenchKeys: [String: String] {
            [
                "concentration": "besoins_concentration_dirichlet", "amplitude": "trajets_amplitude",
                "common": "trajets_part_commune_du_jour", "absenceRate": "taux_absence",
            ]
        }
    }

    package var plan: String
    package var draws: Int
    package var seed: UInt64
    package var laws: Laws
    package var services: [ServiceEntry]

    package static let quantiles = [0.05, 0.25, 0.5, 0.75, 0.95]

    package init(_ report: RobustnessReport) {
        plan = report.source.sha256
        draws = report.replay.draws.count
        seed = report.replay.draws.seed
        let own = report.replay.laws
        laws = Laws(
            concentration: own.concentration, amplitude: own.amplitude, common: own.common,
            absenceRate: own.absenceRate)
        services = report.replay.services.map { service in
            ServiceEntry(
                id: service.service, figures: report.figures(service).map(Figure.init),
                needQuantiles: Self.quantiles.map(service.needs.need.quantile),
                communes: report.stops(service.absences).map { Figure($0.figure) })
        }
    }

    package static var frenchKeys: [String: String] {
        ["plan": "plan_sha256", "draws": "tirages", "laws": "lois"]
    }
}
