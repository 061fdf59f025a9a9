/// Dashes and inks of lines that are drawn together, in their order, so that a photocopy tells them apart.
package enum LineStyle {
    /// As `stroke-dasharray` wants them; empty for a line without gaps.
    package static let dashes = ["", "9 5", "2 4", "14 4 3 4", "20 6", "5 3 1 3"]
    package static let inks = ["#0f4c5c", "#b3541e", "#1b1f23", "#5b7f2b", "#7a3b69", "#4a5257"]
}
