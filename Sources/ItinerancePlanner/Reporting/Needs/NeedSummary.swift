import FrenchText
import GeoModel
import PlanningModel

/// What `besoins --json` writes.
package struct NeedSummary: Sendable, Encodable {
    package struct Service: Sendable, Encodable {
        package var id: String
        package var name: String
        package var volume: String
        package var dimensions: [String]
        package var indicators: [String]
        package var omissions: [Omission]
        package var top: Int
        package var communes: [Commune]
        package var normalisations: [Normalised]
        package var facilityKinds: [String]

        package enum CodingKeys: String, CodingKey {
            case id
            case name = "nom"
            case volume
            case dimensions
            case indicators = "indicateurs"
            case omissions = "laisses_de_cote"
            case top = "premiers"
            case communes
            case normalisations
            case facilityKinds = "types_equipement_donnes"
        }

        package init(
            id: String, name: String, volume: String, dimensions: [String], indicators: [String], omissions: [Omission],
            top: Int, communes: [Commune], normalisations: [Normalised], facilityKinds: [String]
        ) {
            self.id = id
            self.name = name
            self.volume = volume
            self.dimensions = dimensions
            self.indicators = indicators
            self.omissions = omissions
            self.top = top
            self.communes = communes
            self.normalisations = normalisations
            self.facilityKinds = facilityKinds
        }
    }

    package struct Omission: Sendable, Encodable {
        package var indicator: String
        package var reason: String

        package enum CodingKeys: String, CodingKey {
            case indicator = "indicateur"
            case reason = "raison"
        }
    }

    package struct Commune: Sendable, Encodable {
        package var code: String
        package var eligible: Bool
        package var eligibility: String
        /// Absent where unknown.
        package var volume: Double?
        package var intensity: Double
        package var points: Double
        package var rank: Int?
        package var low: Int?
        package var high: Int?
        package var topShare: Double?
        package var socialCentre: String

        package enum CodingKeys: String, CodingKey {
            case code = "code_insee"
            case eligible
            case eligibility = "motif"
            case volume
            case intensity = "intensite"
            case points
            case rank = "rang"
            case low = "rang_5"
            case high = "rang_95"
            case topShare = "frequence_premiers"
            case socialCentre = "centre_social"
        }

        package init(
            code: String, eligible: Bool, eligibility: String, volume: Double? = nil, intensity: Double, points: Double,
            rank: Int? = nil, low: Int? = nil, high: Int? = nil, topShare: Double? = nil, socialCentre: String
        ) {
            self.code = code
            self.eligible = eligible
            self.eligibility = eligibility
            self.volume = volume
            self.intensity = intensity
            self.points = points
            self.rank = rank
            self.low = low
            self.high = high
            self.topShare = topShare
            self.socialCentre = socialCentre
        }
    }

    package struct Normalised: Sendable, Encodable {
        package var method: String
        package var spearman: Double?
        package var largestChange: Int

        package enum CodingKeys: String, CodingKey {
            case method = "methode"
            case spearman
            case largestChange = "plus_grand_changement"
        }
    }

    package struct Stop: Sendable, Encodable {
        package var service: String
        package var venue: String
        package var kept: Int

        package enum CodingKeys: String, CodingKey {
            case service
            case venue = "lieu"
            case kept = "garde"
        }

        package init(service: String, venue: String, kept: Int) {
            self.service = service
            self.venue = venue
            self.kept = kept
        }
    }

    package var draws: Int
    package var seed: UInt64
    package var services: [Service]
    package var planDraws: Int
    package var stops: [Stop]

    package enum CodingKeys: String, CodingKey {
        case draws = "tirages"
        case seed = "graine"
        case services
        case planDraws = "plan_tirages"
        case stops = "arrets"
    }

    package init(_ report: NeedReport) {
        draws = report.findings.first?.robustness.draws ?? 0
        seed = report.seed
        planDraws = report.trial?.draws ?? 0
        stops = report.trial?.stops.map { Stop(service: $0.service, venue: $0.venue, kept: $0.kept) } ?? []
        services = report.findings.map { findings in
            let needs = findings.needs
            return Service(
                id: needs.service.id, name: needs.service.name, volume: needs.measure.rawValue,
                dimensions: needs.score.usedDimensions.map(\.rawValue),
                indicators: needs.score.usedIndicators.map(\.rawValue),
                omissions: needs.score.omissions.map {
                    Omission(
                        indicator: $0.indicator.rawValue, reason: ReportFigures.plain(ReportWords.omission($0.reason)))
                },
                top: findings.robustness.top,
                communes: needs.communes.indices.map { index in
                    let weight = needs.weights[index]
                    let spread = findings.robustness.byPoints[index]
                    return Commune(
                        code: weight.commune, eligible: weight.eligibility.counts,
                        eligibility: weight.eligibility.rawValue, volume: weight.volume, intensity: weight.intensity,
                        points: weight.points.points, rank: spread?.rank, low: spread?.low, high: spread?.high,
                        topShare: spread?.topShare, socialCentre: weight.socialCentre.rawValue)
                },
                normalisations: findings.normalisations.map {
                    Normalised(
                        method: $0.method.rawValue, spearman: $0.correlation, largestChange: $0.largestChange)
                },
                facilityKinds: findings.isolation.kinds.map(\.rawValue))
        }
    }
}
