import Foundation
import FrenchText

/// Rising lines over one horizontal axis, as SVG. Each line has a dash and a letter of its own, so that a photocopy tells them
/// apart.
package struct LinePlot: Sendable {
    package struct Series: Sendable {
        package var name: String
        /// Letter inside the mark on the line; empty for a thin reference line.
        package var letter: String
        /// In the order of x.
        package var points: [(x: Double, y: Double)]

        package init(name: String, letter: String, points: [(x: Double, y: Double)]) {
            self.name = name
            self.letter = letter
            self.points = points
        }
    }

    /// An axis with a word at each tick; a line that leaves it is drawn along its end.
    package struct Axis: Sendable {
        package var label: String
        package var minimum: Double
        package var maximum: Double
        package var ticks: [(value: Double, text: String)]

        package init(label: String, minimum: Double = 0, maximum: Double, ticks: [(value: Double, text: String)]) {
            self.label = label
            self.minimum = minimum
            self.maximum = maximum
            self.ticks = ticks
        }

        /// Round numbers along an axis: at most seven, with a decimal where they are close.
        package static func ticks(_ maximum: Double, from minimum: Double = 0) -> [(value: Double, text: String)] {
            let length = maximum - minimum
            let power = pow(10, floor(log10(length)))
            let step = [0.2, 0.5, 1].map { $0 * power }.first { length / $0 <= 6 } ?? power
            return stride(from: (minimum / step).rounded(.up) * step, through: maximum, by: step).map {
                ($0, ReportFigures.ungrouped($0, step < 1 ? 1 : 0))
            }
        }

        /// 0 to 1.
        package func share(_ value: Double) -> Double { min(max((value - minimum) / (maximum - minimum), 0), 1) }
    }

    package var title: String
    /// What the plot shows, in a sentence, for those who cannot see it.
    package var description: String
    package var horizontal: Axis
    package var vertical: Axis
    package var series: [Series]
    /// Whether each point is marked, where it is measured and the line between two points is not.
    package var marksPoints = false
    /// Makes the identifiers inside the drawing unique within a page: letters and digits.
    package var identifier: String

    package init(
        title: String, description: String, horizontal: Axis, vertical: Axis, series: [Series], identifier: String
    ) {
        self.title = title
        self.description = description
        self.horizontal = horizontal
        self.vertical = vertical
        self.series = series
        self.identifier = identifier
    }

    private static let width = 1000.0
    private static let left = 78.0
    private static let right = 700.0
    private static let top = 74.0
    private static let bottom = 462.0

    private func x(_ value: Double) -> Double {
        Self.left + (Self.right - Self.left) * horizontal.share(value)
    }

    private func y(_ value: Double) -> Double {
        Self.bottom - (Self.bottom - Self.top) * vertical.share(value)
    }

    /// The drawing, without an XML declaration.
    package func svg() -> String {
        var canvas = SVGCanvas()
        canvas.line(title, x: 16, y: 32, size: 19, style: "font-weight:700;fill:#0f4c5c")
        drawAxes(&canvas)
        for (index, line) in series.enumerated() { draw(line, index, &canvas) }
        for (index, line) in series.enumerated() { mark(line, index, &canvas) }
        let end = drawLegend(&canvas)
        let height = max(Self.bottom + 62, end + 16)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(SVGCanvas.number(Self.width)) \
            \(SVGCanvas.number(height))" role="img" aria-labelledby="\(identifier)-titre \(identifier)-desc" \
            font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
            <title id="\(identifier)-titre">\(SVGCanvas.escape(title))</title>
            <desc id="\(identifier)-desc">\(SVGCanvas.escape(description))</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            \(canvas.text)</svg>

            """
    }

    private func drawAxes(_ canvas: inout SVGCanvas) {
        for tick in vertical.ticks {
            let level = SVGCanvas.number(y(tick.value))
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(Self.left)) \(level)H\(SVGCanvas.number(Self.right))\" "
                    + "stroke=\"#dcdfe1\" stroke-width=\"1\"/>")
            canvas.line(tick.text, x: Self.left - 8, y: y(tick.value) + 5, size: 14, style: "text-anchor:end")
        }
        for tick in horizontal.ticks {
            let place = SVGCanvas.number(x(tick.value))
            canvas.add(
                "<path d=\"M\(place) \(SVGCanvas.number(Self.bottom))v6\" stroke=\"#1b1f23\" stroke-width=\"1\"/>")
            canvas.line(tick.text, x: x(tick.value), y: Self.bottom + 23, size: 14, style: "text-anchor:middle")
        }
        canvas.add(
            "<path d=\"M\(SVGCanvas.number(Self.left)) \(SVGCanvas.number(Self.top))V\(SVGCanvas.number(Self.bottom))"
                + "H\(SVGCanvas.number(Self.right))\" fill=\"none\" stroke=\"#1b1f23\" stroke-width=\"1.2\"/>")
        canvas.line(
            horizontal.label, x: (Self.left + Self.right) / 2, y: Self.bottom + 48, size: 15,
            style: "text-anchor:middle")
        canvas.line(vertical.label, x: 16, y: Self.top - 14, size: 15)
    }

    private func look(_ line: Series, _ index: Int) -> String {
        guard !line.letter.isEmpty else { return "stroke=\"#8a8f93\" stroke-width=\"1\"" }
        let dash = LineStyle.dashes[index % LineStyle.dashes.count]
        return "stroke=\"\(LineStyle.inks[index % LineStyle.inks.count])\" stroke-width=\"2.4\""
            + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
    }

    private func draw(_ line: Series, _ index: Int, _ canvas: inout SVGCanvas) {
        if marksPoints {
            let ink = line.letter.isEmpty ? "#8a8f93" : LineStyle.inks[index % LineStyle.inks.count]
            for point in line.points {
                canvas.add(
                    "<circle cx=\"\(SVGCanvas.number(x(point.x)))\" cy=\"\(SVGCanvas.number(y(point.y)))\" "
                        + "r=\"\(line.letter.isEmpty ? 2.5 : 4)\" fill=\"\(ink)\"/>")
            }
        }
        guard line.points.count > 1 else { return }
        let path = line.points.map { "\(SVGCanvas.number(x($0.x))) \(SVGCanvas.number(y($0.y)))" }
            .joined(separator: "L")
        canvas.add("<path d=\"M\(path)\" fill=\"none\" stroke-linejoin=\"round\" \(look(line, index))/>")
    }

    /// The letter of a line, where it rises: each line's at another share of its height, so that they stay apart.
    private func mark(_ line: Series, _ index: Int, _ canvas: inout SVGCanvas) {
        guard !line.letter.isEmpty, let last = line.points.last else { return }
        let marked = series.count { !$0.letter.isEmpty }
        let share = 0.2 + 0.6 * (Double(index) + 0.5) / Double(max(marked, 1))
        let point = Self.point(at: vertical.minimum + (last.y - vertical.minimum) * share, on: line.points, else: share)
        let (x, y) = (x(point.x), y(point.y))
        canvas.add(
            "<circle cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\" r=\"10\" fill=\"#fff\" "
                + "stroke=\"\(LineStyle.inks[index % LineStyle.inks.count])\" stroke-width=\"1.6\"/>")
        canvas.line(line.letter, x: x, y: y + 4.2, size: 12, style: "font-weight:700;text-anchor:middle")
    }

    /// Where a line that rises reaches a level; of one that does not, the point at a share of its width.
    private static func point(
        at level: Double, on points: [(x: Double, y: Double)], else share: Double
    ) -> (x: Double, y: Double) {
        for (a, b) in zip(points, points.dropFirst()) where a.y <= level && level <= b.y {
            return (b.y > a.y ? a.x + (b.x - a.x) * (level - a.y) / (b.y - a.y) : b.x, level)
        }
        guard let first = points.first, let last = points.last else { return (0, 0) }
        let x = first.x + (last.x - first.x) * share
        return (x, points.last { $0.x <= x }?.y ?? first.y)
    }

    /// Returns where the legend ends.
    private func drawLegend(_ canvas: inout SVGCanvas) -> Double {
        let left = Self.right + 24
        var level = Self.top + 6
        for (index, line) in series.enumerated() {
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(left)) \(SVGCanvas.number(level))h46\" fill=\"none\" "
                    + "\(look(line, index))/>")
            let words = line.letter.isEmpty ? line.name : "\(line.letter) – \(line.name)"
            level = canvas.paragraph(words, x: left + 56, y: level + 5, size: 14, perLine: 25) + 24
        }
        return level
    }
}

extension LinePlot.Axis {
    /// From nothing to all.
    package static func shares(_ label: String) -> LinePlot.Axis {
        LinePlot.Axis(
            label: label, maximum: 1,
            ticks: [0.0, 0.2, 0.4, 0.6, 0.8, 1].map { ($0, ReportFigures.percent($0, 0)) })
    }

    package static func minutes(_ label: String, upTo last: Int) -> LinePlot.Axis {
        LinePlot.Axis(
            label: label, maximum: Double(last),
            ticks: stride(from: 0, through: last, by: 10).map { (Double($0), "\($0)") })
    }
}
