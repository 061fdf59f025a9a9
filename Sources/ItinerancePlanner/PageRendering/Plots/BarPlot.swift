import Foundation

/// Lying bars with their figures, one line each, as SVG; a tick marks a limit. Told in words beside, so that no colour carries
/// meaning.
package struct BarPlot: Sendable {
    package struct Bar: Sendable {
        package var name: String
        /// One bar each, thin ones where there are several: weeks.
        package var values: [Double]
        /// What the bar may not pass; `nil` for none.
        package var limit: Double?
        /// The figure as it is printed.
        package var text: String

        package init(name: String, values: [Double], limit: Double? = nil, text: String) {
            self.name = name
            self.values = values
            self.limit = limit
            self.text = text
        }
    }

    package var title: String
    /// What the plot shows, in a sentence, for those who cannot see it.
    package var description: String
    package var limitLegend: String
    package var bars: [Bar]
    /// Makes the identifiers inside the drawing unique within a page: letters and digits.
    package var identifier: String

    private static let left = 230.0
    private static let right = 730.0
    private static let step = 30.0

    /// The drawing, without an XML declaration.
    package func svg() -> String {
        var canvas = SVGCanvas()
        canvas.line(title, x: 16, y: 32, size: 19, style: "font-weight:700;fill:#0f4c5c")
        let most = max(bars.flatMap { $0.values + [$0.limit ?? 0] }.max() ?? 1, 1e-9)
        func x(_ value: Double) -> Double { Self.left + (Self.right - Self.left) * value / most }
        for (index, bar) in bars.enumerated() {
            let y = 56 + Double(index) * Self.step
            canvas.line(bar.name, x: Self.left - 10, y: y + 15, size: 14, style: "text-anchor:end")
            let tall = 20 / Double(max(1, bar.values.count))
            for (place, value) in bar.values.enumerated() {
                canvas.add(
                    "<rect x=\"\(SVGCanvas.number(Self.left))\" y=\"\(SVGCanvas.number(y + Double(place) * tall))\" "
                        + "width=\"\(SVGCanvas.number(max(0, x(value) - Self.left)))\" "
                        + "height=\"\(SVGCanvas.number(max(1, tall - (bar.values.count > 1 ? 1 : 0))))\" fill=\"#0f4c5c\"/>"
                )
            }
            if let limit = bar.limit {
                canvas.add(
                    "<path d=\"M\(SVGCanvas.number(x(limit))) \(SVGCanvas.number(y - 4))v27\" stroke=\"#b3541e\" "
                        + "stroke-width=\"2.5\"/>")
            }
            canvas.line(bar.text, x: Self.right + 12, y: y + 15, size: 14)
        }
        let bottom = 56 + Double(bars.count) * Self.step
        if !limitLegend.isEmpty {
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(Self.left + 6)) \(SVGCanvas.number(bottom + 2))v18\" stroke=\"#b3541e\" "
                    + "stroke-width=\"2.5\"/>")
            canvas.line(limitLegend, x: Self.left + 16, y: bottom + 17, size: 14)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 \(SVGCanvas.number(bottom + 34))" role="img" \
            aria-labelledby="\(identifier)-titre \(identifier)-desc" \
            font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
            <title id="\(identifier)-titre">\(SVGCanvas.escape(title))</title>
            <desc id="\(identifier)-desc">\(SVGCanvas.escape(description))</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            \(canvas.text)</svg>

            """
    }

    package init(title: String, description: String, limitLegend: String, bars: [Bar], identifier: String) {
        self.title = title
        self.description = description
        self.limitLegend = limitLegend
        self.bars = bars
        self.identifier = identifier
    }
}
