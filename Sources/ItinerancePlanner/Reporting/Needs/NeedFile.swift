import FrenchText
import PlanAnalysis
import TabularData

/// `besoins-<service>.csv`: one line a commune, in the order of their codes. UTF-8 with BOM, `;`, decimal comma.
package struct NeedFile: Sendable {
    private let findings: NeedFindings

    package init(_ findings: NeedFindings) { self.findings = findings }

    private var columns: [String] {
        let indicators = findings.needs.score.usedIndicators
        return [
            "code_insee", "commune", "code_epci", "epci", "eligible", "motif", "volume", "volume_compte",
            "volume_lisse",
            "intensite", "points", "rang", "rang_5", "rang_95", "frequence_premiers", "rang_intensite",
            "rang_intensite_5", "rang_intensite_95", "centre_social",
        ]
            + indicators.flatMap { [$0.word, $0.word + "_donnee", "part_" + $0.word] }
            + findings.normalisations.map { "rang_" + $0.method.word }
            + ["zone_sans_centre_social", "isolement_numerique"]
            + findings.isolation.kinds.flatMap { ["min_" + $0.word, "position_" + $0.word] }
    }

    package var text: String {
        CSVText(.excel, columns, findings.needs.communes.indices.map(row)).text
    }

    private func row(_ index: Int) -> [String] {
        let commune = findings.needs.communes[index]
        let weight = findings.needs.weights[index]
        let points = findings.robustness.byPoints[index]
        let intensity = findings.robustness.byIntensity[index]
        let isolation = findings.isolation.rows[index]
        func rank(_ rank: Int?) -> String { rank.map(String.init) ?? "" }
        var cells = [
            commune.code, commune.name, commune.epci, findings.epciName(commune),
            weight.eligibility.counts ? "oui" : "non", ReportWords.eligibility(weight.eligibility),
            weight.volume.map { ReportFigures.trimmed($0, 1) } ?? "inconnu",
            ReportWords.measure(findings.needs.measure),
            weight.smoothed ? "oui" : "non", ReportFigures.trimmed(weight.intensity, 4),
            ReportFigures.trimmed(weight.points.points, 3),
            rank(points?.rank), rank(points?.low), rank(points?.high),
            points.map { ReportFigures.trimmed($0.topShare, 3) } ?? "",
            rank(intensity?.rank), rank(intensity?.low), rank(intensity?.high), weight.socialCentre.word,
        ]
        cells += findings.needs.score.intensities[index].ingredients.flatMap { ingredient in
            [
                ReportFigures.trimmed(ingredient.figure, 3), NeedWords.origin(ingredient),
                ReportFigures.trimmed(ingredient.share, 4),
            ]
        }
        cells += findings.normalisations.map { rank($0.ranks[index]) }
        cells += [
            NeedWords.noSocialCentre(isolation.socialCentre),
            isolation.digital.map { ReportFigures.trimmed($0, 4) } ?? NeedWords.notGiven,
        ]
        cells += isolation.times.flatMap { [ReportFigures.trimmed($0.minutes, 1), NeedWords.position($0)] }
        return cells
    }
}
