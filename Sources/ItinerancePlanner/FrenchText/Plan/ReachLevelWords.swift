import PlanAnalysis

/// How near a plan is to households, and how much it brings them, in words. A household is where its commune has its centre, and
/// every way goes by road, on foot too: nothing is known of homes.
package enum ReachLevelWords {
    package static var title: String { "Ménages atteints" }

    /// Every level in one sentence, who is off target with it: « 131 communes atteintes » would hold communes at 5 %.
    package static func sentence(_ reach: ReachLevels) -> String {
        guard reach.households > 0 else { return "nombre de ménages inconnu ; " + offTarget(reach) }
        let unknown =
            reach.communesWithoutHouseholds > 0
            ? ", \(ReportFigures.counted(reach.communesWithoutHouseholds, "commune")) sans chiffre non comptée(s)" : ""
        return "sur \(ReportFigures.counted(reach.households, "ménage")) des communes éligibles\(unknown), "
            + "comptés au centre de leur commune, par la route : en voiture \(percent(reach.within10Minutes)) à 10 min ou "
            + "moins d'un lieu et \(percent(reach.within20Minutes)) à 20 min ; à pied \(percent(reach.within1Kilometre)) à "
            + "1 km ou moins et \(percent(reach.within3Kilometres)) à "
            + "3 km ; " + bands(reach) + " ; " + offTarget(reach)
    }

    private static func bands(_ reach: ReachLevels) -> String {
        "bénéfice "
            + ReachLevels.Band.allCases.map { "\(name($0)) : \(percent(reach.share($0)))" }.joined(separator: ", ")
    }

    package static func name(_ band: ReachLevels.Band) -> String {
        switch band {
        case .threeQuarters: "de 75 % ou plus"
        case .half: "de 50 à 75 %"
        case .quarter: "de 25 à 50 %"
        case .little: "de moins de 25 %"
        case .none: "nul"
        }
    }

    /// `hors cible : 2 communes, 37 406 habitants, non comptés`.
    package static func offTarget(_ reach: ReachLevels) -> String {
        guard reach.communesOffTarget > 0 else { return "aucune commune hors cible" }
        let people = reach.populationOffTarget.map { ReportFigures.counted($0, "habitant") } ?? "population inconnue"
        return "hors cible, non comptés : \(ReportFigures.counted(reach.communesOffTarget, "commune")), \(people)"
    }

    package static func percent(_ share: Double?) -> String { share.map { ReportFigures.percent($0, 0) } ?? "inconnu" }

    /// A tile's figure and what stands below it.
    package static var tile: String { "Ménages à 20 min en voiture" }
    package static func tileDetail(_ reach: ReachLevels) -> String {
        "depuis le centre de leur commune ; à 10 min : \(percent(reach.within10Minutes)) ; " + offTarget(reach)
    }

    // MARK: Rows of a comparison

    package static var within10: String { "Ménages à 10 min en voiture" }
    package static var within20: String { tile }
    package static var within1: String { "Ménages à 1 km à pied, par la route" }
    package static var within3: String { "Ménages à 3 km à pied, par la route" }
    package static func inBand(_ band: ReachLevels.Band) -> String { "Ménages au bénéfice \(name(band))" }
    package static var peopleOffTarget: String { "Habitants hors cible" }
    package static var eligibleHelp: String { "des communes éligibles seulement, comptés au centre de leur commune" }
}
