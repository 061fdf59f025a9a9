import GeoModel
import RoundPlan

/// What `besoins --json` writes.
package struct NeedSummary: Sendable, Encodable {
    package struct Service: Sendable, Encodable {
        var id: String
        var nom: String
        var volume: String
        var dimensions: [String]
        var indicateurs: [String]
        var laisses_de_cote: [Omission]
        var premiers: Int
        var communes: [Commune]
        var normalisations: [Normalised]
        var types_equipement_donnes: [String]
    }

    package struct Omission: Sendable, Encodable {
        var indicateur: String
        var raison: String
    }

    package struct Commune: Sendable, Encodable {
        var code_insee: String
        var eligible: Bool
        var motif: String
        /// Absent where unknown.
        var volume: Double?
        var intensite: Double
        var points: Double
        var rang: Int?
        var rang_5: Int?
        var rang_95: Int?
        var frequence_premiers: Double?
        var centre_social: String
    }

    package struct Normalised: Sendable, Encodable {
        var methode: String
        var spearman: Double?
        var plus_grand_changement: Int
    }

    package struct Stop: Sendable, Encodable {
        var service: String
        var lieu: String
        var garde: Int
    }

    var tirages: Int
    var graine: UInt64
    var services: [Service]
    var plan_tirages: Int
    var arrets: [Stop]

    package init(_ report: NeedReport) {
        tirages = report.findings.first?.robustness.draws ?? 0
        graine = report.seed
        plan_tirages = report.trial?.draws ?? 0
        arrets = report.trial?.stops.map { Stop(service: $0.service, lieu: $0.venue, garde: $0.kept) } ?? []
        services = report.findings.map { findings in
            let needs = findings.needs
            return Service(
                id: needs.service.id, nom: needs.service.name, volume: needs.measure.rawValue,
                dimensions: needs.score.usedDimensions.map(\.rawValue),
                indicateurs: needs.score.usedIndicators.map(\.rawValue),
                laisses_de_cote: needs.score.omissions.map {
                    Omission(
                        indicateur: $0.indicator.rawValue, raison: ReportFigures.plain(ReportWords.omission($0.reason)))
                },
                premiers: findings.robustness.top,
                communes: needs.communes.indices.map { index in
                    let weight = needs.weights[index]
                    let spread = findings.robustness.byPoints[index]
                    return Commune(
                        code_insee: weight.commune, eligible: weight.eligibility.counts,
                        motif: weight.eligibility.rawValue, volume: weight.volume, intensite: weight.intensity,
                        points: weight.points.points, rang: spread?.rank, rang_5: spread?.low, rang_95: spread?.high,
                        frequence_premiers: spread?.topShare, centre_social: weight.socialCentre.rawValue)
                },
                normalisations: findings.normalisations.map {
                    Normalised(
                        methode: $0.method.rawValue, spearman: $0.correlation, plus_grand_changement: $0.largestChange)
                },
                types_equipement_donnes: findings.isolation.kinds.map(\.rawValue))
        }
    }
}
