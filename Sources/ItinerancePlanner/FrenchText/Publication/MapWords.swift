import Foundation

/// What a map says beside its figures.
package enum MapWords {
    package static var north: String { "N" }
    package static var withheld: String { "non publié" }
    package static var offTarget: String { "hors cible" }
    package static var dots: String { "Un rond remplace une commune sans contour." }
    package static var nothingToShow: String { "Aucune valeur à montrer." }

    package static func kilometres(_ value: Double) -> String {
        ReportFigures.decimal(value, value < 1 ? 1 : 0) + ReportFigures.noBreak + "km"
    }

    package static func source(_ text: String) -> String { "Sources : " + text }

    /// The legend of a class between inner bounds, ascending: `moins de 3,1`, `de 3,1 à moins de 8,4`, `8,4 ou plus`.
    package static func classLabel(_ index: Int, between bounds: [Double], _ format: (Double) -> String) -> String {
        switch (index > 0, index < bounds.count) {
        case (false, false): return "toutes les valeurs"
        case (false, true): return "moins de \(format(bounds[index]))"
        case (true, false): return "\(format(bounds[index - 1])) ou plus"
        case (true, true): return "de \(format(bounds[index - 1])) à moins de \(format(bounds[index]))"
        }
    }

    package static func communes(_ count: Int) -> String { ReportFigures.counted(count, "commune") }
}
