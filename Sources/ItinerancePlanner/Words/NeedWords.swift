import GeoModel
import RoundPlan

/// What the command `besoins` and its files say.
package enum NeedWords {
    // MARK: Score

    /// How the known dimensions weigh.
    static func weights(_ score: NeedScore) -> String {
        let used = score.usedDimensions
        let total = used.reduce(0) { $0 + score.weights[$1] }
        guard total > 0, let first = used.first, used.contains(where: { score.weights[$0] != score.weights[first] })
        else { return "Chaque dimension connue pèse autant que les autres" }
        let parts = used.map { "\(ReportWords.dimension($0)) \(ReportFigures.percent(score.weights[$0] / total, 0))" }
        return "Poids des dimensions connues : " + ReportWords.enumeration(parts)
    }

    /// Which indicators are lacking, one sentence for each reason.
    static func leftOut(_ score: NeedScore) -> [String] {
        func names(_ fits: (NeedOmission.Reason) -> Bool) -> String {
            score.omissions.filter { fits($0.reason) }.map { ReportWords.indicator($0.indicator) }
                .joined(separator: ", ")
        }
        let few = names { if case .tooFewPublished = $0 { true } else { false } }
        let none = names { $0 == .notGiven }
        return [
            few.isEmpty ? "" : "Laissés de côté, faute de données publiées pour assez de communes : \(few).",
            none.isEmpty ? "" : "Non donnés, donc laissés de côté : \(none).",
        ].filter { !$0.isEmpty }
    }
}
