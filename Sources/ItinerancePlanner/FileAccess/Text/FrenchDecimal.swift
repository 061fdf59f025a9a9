/// Numbers as French offices write them.
package enum FrenchDecimal {
    /// With a comma or a point for the decimals; `nil` where it is no number.
    package static func value(_ text: String) -> Double? { Double(text.replacing(",", with: ".")) }
}
