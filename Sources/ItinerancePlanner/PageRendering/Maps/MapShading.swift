import FrenchText

/// How the classes of a map are told apart.
package enum MapShading: Sendable {
    /// From least to most.
    case rising
    /// Two losses, no change, two gains: ColorBrewer 2.0 "PuOr", safe for colour-blind readers. Losses are hatched besides, the
    /// larger more densely, and gains are not, so that a photocopy keeps the sign. The legend says each class in words.
    case change(labels: [String])

    private static let change = ["#e66101", "#fdb863", "#f7f7f7", "#b2abd2", "#5e3c99"]

    /// What fills each class.
    package func fills(_ classes: MapClasses, identifier: String) -> [String] {
        switch self {
        case .rising: MapPalette.colours(classes.count)
        case .change: ["url(#\(identifier)-perte2)", "url(#\(identifier)-perte1)"] + Self.change.dropFirst(2)
        }
    }

    /// Patterns that the fills name.
    package func patterns(identifier: String) -> String {
        guard case .change = self else { return "" }
        return [(name: "perte2", step: 5), (name: "perte1", step: 11)].enumerated().map { index, pattern in
            "<pattern id=\"\(identifier)-\(pattern.name)\" width=\"\(pattern.step)\" height=\"\(pattern.step)\" "
                + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(135)\"><rect width=\"\(pattern.step)\" "
                + "height=\"\(pattern.step)\" fill=\"\(Self.change[index])\"/><rect width=\"1.6\" "
                + "height=\"\(pattern.step)\" fill=\"#1b1f23\"/></pattern>\n"
        }.joined()
    }

    package func label(_ index: Int, _ classes: MapClasses, _ format: (Double) -> String) -> String {
        if case .change(let labels) = self, labels.indices.contains(index) { return labels[index] }
        return MapWords.classLabel(index, between: classes.bounds, format)
    }
}
