/// Numbers as French offices write them.
package enum FrenchDecimal {
    /// With a comma or a point for the decimals; `nil` where it is no number of decimal figures.
    package static func value(_ text: String) -> Double? {
        guard text.allSatisfy(figures.contains) else { return nil }
        return Double(text.replacing(",", with: "."))
    }

    private static let figures = Set("0123456789+-.,eE")
}
