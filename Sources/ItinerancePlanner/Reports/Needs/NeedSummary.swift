import GeoModel
import RoundPlan

/// What `besoins --json` writes.
package struct NeedSummary: Sendable, Encodable {
    package struct Service: Sendable, Encodable {
        var id: String
        var name: String
        var volume: String
        var dimensions: [String]
        var indicators: [String]
        var omissions: [Omission]
        var top: Int
        var communes: [Commune]
        var normalisations: [Normalised]
        var facilityKinds: [String]

        enum CodingKeys: String, CodingKey {
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
    }

    package struct Omission: Sendable, Encodable {
        var indicator: String
        var reason: String

        enum CodingKeys: String, CodingKey {
            case indicator = "indicateur"
            case reason = "raison"
        }
    }

    package struct Commune: Sendable, Encodable {
        var code: String
        var eligible: Bool
        var eligibility: String
        /// Absent where unknown.
        var volume: Double?
        var intensity: Double
        var points: Double
        var rank: Int?
        var low: Int?
        var high: Int?
        var topShare: Double?
        var socialCentre: String

        enum CodingKeys: String, CodingKey {
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
    }

    package struct Normalised: Sendable, Encodable {
        var method: String
        var spearman: Double?
        var largestChange: Int

        enum CodingKeys: String, CodingKey {
            case method = "methode"
            case spearman
            case largestChange = "plus_grand_changement"
        }
    }

    package struct Stop: Sendable, Encodable {
        var service: String
        var venue: String
        var kept: Int

        enum CodingKeys: String, CodingKey {
            case service
            case venue = "lieu"
            case kept = "garde"
        }
    }

    var draws: Int
    var seed: UInt64
    var services: [Service]
    var planDraws: Int
    var stops: [Stop]

    enum CodingKeys: String, CodingKey {
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
