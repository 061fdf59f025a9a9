import GeoModel
import Optimizer
import PlanningModel

/// What the need of one commune is made of, in lines.
package struct CommuneNeedWords {
    private let need: CommuneNeedReading
    private let scenario: Scenario
    private let factor: Double

    package init(_ need: CommuneNeedReading, of service: Service, in scenario: Scenario) {
        self.need = need
        self.scenario = scenario
        factor = service.factor
    }

    package var lines: [String] { [weight] + dimensions + missing }

    private var weight: String {
        let volume =
            need.weight.volume.map { ReportFigures.decimal($0, $0 == $0.rounded() ? 0 : 1) } ?? "nombre inconnu de"
        let count = "\(volume) \(ReportWords.measure(need.measure))\(need.weight.smoothed ? " (lissées)" : "")"
        let parts = count + ", intensité \(ReportFigures.decimal(need.intensity.value, 2)) sur 1" + centre
        guard let rank = need.rank else { return "Besoin : ne compte pas ; \(parts)" }
        return "Besoin : \(ExplanationWords.points(need.weight.points)) sur "
            + "\(ReportFigures.decimal(1000 * factor, 0)), rang \(rank) sur \(need.counted) ; \(parts)"
    }

    private var centre: String {
        switch need.weight.socialCentre {
        case .absent:
            ", sans centre social (× \(ReportFigures.decimal(scenario.parameters.need.noSocialCentrePriority, 1)))"
        case .present: ", a un centre social"
        case .unknown: ", centre social : inconnu"
        }
    }

    /// One line for each dimension that something is known of.
    private var dimensions: [String] {
        NeedDimension.allCases.compactMap { dimension in
            guard let score = need.intensity.score(of: dimension) else { return nil }
            let parts = need.intensity.ingredients.filter { $0.indicator.dimension == dimension }.map {
                "\(ReportWords.indicator($0.indicator)) \(ReportWords.figureWithUnit($0)) "
                    + "(\(ReportFigures.percent($0.share, 0)) de l'intensité)"
            }
            return "  \(ReportWords.dimension(dimension)) \(ReportFigures.decimal(score, 2)) : "
                + parts.joined(separator: " ; ")
        }
    }

    private var missing: [String] {
        let unused = NeedDimension.allCases.filter { !need.usedDimensions.contains($0) }
        var lines: [String] = []
        if need.intensity.ingredients.contains(where: \.imputed) {
            lines.append("  * non publié pour la commune : médiane de l'intercommunalité")
        }
        let unknown = need.omissions.compactMap { omission -> String? in
            switch omission.reason {
            case .notGiven: ReportWords.indicator(omission.indicator)
            case .tooFewPublished(let published, let communes):
                "\(ReportWords.indicator(omission.indicator)) (publié pour \(published) communes sur \(communes))"
            case .replacedBy: nil
            }
        }
        if !unknown.isEmpty {
            lines.append("  Inconnu, donc laissé de côté et non compté zéro : " + unknown.joined(separator: ", "))
        }
        if !unused.isEmpty {
            lines.append(
                "  Rien n'est connu de : " + unused.map(ReportWords.dimension).joined(separator: ", ")
                    + " ; leur poids est partagé entre les autres dimensions")
        }
        return lines
    }
}
