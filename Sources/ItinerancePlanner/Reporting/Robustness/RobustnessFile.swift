import PlanAnalysis

/// `robustesse.json`, and what `robustesse --json` prints.
package struct RobustnessFile: Sendable, Encodable {
    package struct Figure: Sendable, Encodable {
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

        package enum CodingKeys: String, CodingKey {
            case key = "mesure"
            case unit = "unite"
            case planned = "plan"
            case mean = "moyenne"
            case low = "au_moins_95"
            case high = "au_plus_95"
            case method = "intervalle"
        }
    }

    package struct ServiceEntry: Sendable, Encodable {
        package var id: String
        package var figures: [Figure]
        /// 5 %, 25 %, 50 %, 75 % and 95 % of the draws.
        package var needQuantiles: [Double]
        package var communes: [Figure]

        package enum CodingKeys: String, CodingKey {
            case id
            case figures = "mesures"
            case needQuantiles = "quantiles_besoin_couvert"
            case communes = "visites_perdues"
        }
    }

    package struct Laws: Sendable, Encodable {
        package var concentration: Double?
        package var amplitude: Double
        package var common: Double
        package var absenceRate: Double

        package enum CodingKeys: String, CodingKey {
            case concentration = "besoins_concentration_dirichlet"
            case amplitude = "trajets_amplitude"
            case common = "trajets_part_commune_du_jour"
            case absenceRate = "taux_absence"
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

    package enum CodingKeys: String, CodingKey {
        case plan = "plan_sha256"
        case draws = "tirages"
        case seed = "graine"
        case laws = "lois"
        case services
    }
}
