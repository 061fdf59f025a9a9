import FileAccess
import FrenchText
import GeoModel
import PlanningModel

/// What `besoins --json` writes.
package struct NeedSummary: Sendable, Encodable, FrenchKeyed {
    package struct Service: Sendable, Encodable, FrenchKeyed {
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

        package static var frenchKeys: [String: String] {
            ["omissions": "laisses_de_cote", "top": "premiers", "facilityKinds": "types_equipement_donnes"]
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

    package struct Omission: Sendable, Encodable, FrenchKeyed {
        package var indicator: String
        package var reason: String

        package static var frenchKeys: [String: String] {
            ["reason": "raison"]
        }
    }

    package struct Commune: Sendable, Encodable, FrenchKeyed {
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

        package static var frenchKeys: [String: String] {
            [
                "code": "code_insee", "eligibility": "motif", "points": "points", "rank": "rang", "low": "rang_5",
                "high": "rang_95", "topShare": "frequence_premiers",
            ]
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

    package struct Normalised: Sendable, Encodable, FrenchKeyed {
        package var method: String
        package var spearman: Double?
        package var largestChange: Int

        package static var frenchKeys: [String: String] {
            ["method": "methode", "largestChange": "plus_grand_changement"]
        }
    }

    package struct Stop: Sendable, Encodable, FrenchKeyed {
        package var service: String
        package var venue: String
        package var kept: Int

        package static var frenchKeys: [String: String] {
            ["kept": "garde"]
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

    package static var frenchKeys: [String: String] {
        ["draws": "tirages", "planDraws": "plan_tirages"]
    }

    package init(_ report: NeedReport) {
        draws = report.findings.first?.robustness.draws ?? 0
        seed = report.seed
        planDraws = report.trial?.draws ?? 0
        stops = report.trial?.stops.map { Stop(service: $0.service, venue: $0.venue, kept: $0.kept) } ?? []
        services = report.findings.map { findings in
            let needs = findings.needs
            return Service(
                id: needs.service.id, name: needs.service.name, volume: needs.measure.word,
                dimensions: needs.score.usedDimensions.map(\.word),
                indicators: needs.score.usedIndicators.map(\.word),
                omissions: needs.score.omissions.map {
                    Omission(
                        indicator: $0.indicator.word, reason: ReportFigures.plain(ReportWords.omission($0.reason)))
                },
                top: findings.robustness.top,
                communes: needs.communes.indices.map { index in
                    let weight = needs.weights[index]
                    let spread = findings.robustness.byPoints[index]
                    return Commune(
                        code: weight.commune, eligible: weight.eligibility.counts,
                        eligibility: weight.eligibility.word, volume: weight.volume, intensity: weight.intensity,
                        points: weight.points.points, rank: spread?.rank, low: spread?.low, high: spread?.high,
                        topShare: spread?.topShare, socialCentre: weight.socialCentre.word)
                },
                normalisations: findings.normalisations.map {
                    Normalised(
                        method: $0.method.word, spearman: $0.correlation, largestChange: $0.largestChange)
                },
                facilityKinds: findings.isolation.kinds.map(\.word))
        }
    }
}
