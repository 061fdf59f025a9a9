import Foundation
import FrenchText
import Optimizer
import PageRendering
import PlanAnalysis

/// Need against cost as SVG: one line for each floor of equity, a mark for each point, and above it a band up to what is proven.
///
/// Lines differ in dash, marks in shape, so that a photocopy tells them apart.
package struct FrontPlot {
    private let report: FrontReport
    private let horizontal: (low: Double, high: Double, step: Double)
    private let vertical: (low: Double, high: Double, step: Double)

    package init(_ report: FrontReport) {
        self.report = report
        let points = report.front.kept.map { report.front.points[$0] }
        horizontal = Self.axis(points.map(\.figures.euros))
        vertical = Self.axis(points.map(\.figures.need.points) + points.map(\.bound.points))
    }

    private static let (width, left, right, top, bottom) = (1000.0, 78.0, 690.0, 74.0, 500.0)

    /// Ends and steps of 1, 2 or 5 times a power of ten, about six of them.
    private static func axis(_ values: [Double]) -> (low: Double, high: Double, step: Double) {
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let span = max(high - low, max(abs(high), 1) * 1e-3)
        let power = pow(10, log10(span / 6).rounded(.down))
        let step = [1.0, 2, 5, 10].map { $0 * power }.first { span / $0 <= 6 } ?? 10 * power
        return (
            (low / step).rounded(.down) * step, max((high / step).rounded(.up), (low / step).rounded(.down) + 1) * step,
            step
        )
    }

    private func x(_ euros: Double) -> Double {
        let share = (euros - horizontal.low) / (horizontal.high - horizontal.low)
        return Self.left + (Self.right - Self.left) * min(max(share, 0), 1)
    }

    private func y(_ need: Double) -> Double {
        let share = (need - vertical.low) / (vertical.high - vertical.low)
        return Self.bottom - (Self.bottom - Self.top) * min(max(share, 0), 1)
    }

    /// The drawing, without an XML declaration.
    package func svg() -> String {
        var canvas = SVGCanvas()
        canvas.line(FrontPageWords.plotTitle, x: 16, y: 32, size: 19, style: "font-weight:700;fill:#0f4c5c")
        drawAxes(&canvas)
        let lines = report.lines
        for (index, floor) in lines.enumerated() { drawBand(floor, index, &canvas) }
        for (index, floor) in lines.enumerated() { drawLine(floor, index, &canvas) }
        var marked: Set<Int> = []
        // A point of several lines has the mark of the one that asks most.
        for (index, floor) in lines.enumerated().reversed() {
            for point in report.points(ofLine: floor) where marked.insert(point).inserted {
                mark(point, index, &canvas)
            }
        }
        drawLegend(lines, &canvas)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(SVGCanvas.number(Self.width)) \
            \(SVGCanvas.number(Self.bottom + 62))" role="img" aria-labelledby="front-titre front-desc" \
            font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
            <title id="front-titre">\(SVGCanvas.escape(FrontPageWords.plotTitle))</title>
            <desc id="front-desc">\(SVGCanvas.escape(FrontPageWords.plotDescription))</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            \(canvas.text)</svg>

            """
    }

    private func drawAxes(_ canvas: inout SVGCanvas) {
        func places(_ step: Double) -> Int { step >= 1 ? 0 : Int((-log10(step)).rounded(.up)) }
        for value in stride(from: vertical.low, through: vertical.high + vertical.step / 2, by: vertical.step) {
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(Self.left)) \(SVGCanvas.number(y(value)))H\(SVGCanvas.number(Self.right))\" "
                    + "stroke=\"#dcdfe1\" stroke-width=\"1\"/>")
            canvas.line(
                ReportFigures.decimal(value, places(vertical.step)), x: Self.left - 8, y: y(value) + 5, size: 14,
                style: "text-anchor:end")
        }
        for value in stride(from: horizontal.low, through: horizontal.high + horizontal.step / 2, by: horizontal.step) {
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(x(value))) \(SVGCanvas.number(Self.bottom))v6\" stroke=\"#1b1f23\" "
                    + "stroke-width=\"1\"/>")
            canvas.line(
                ReportFigures.decimal(value, places(horizontal.step)), x: x(value), y: Self.bottom + 23, size: 14,
                style: "text-anchor:middle")
        }
        canvas.add(
            "<path d=\"M\(SVGCanvas.number(Self.left)) \(SVGCanvas.number(Self.top))V\(SVGCanvas.number(Self.bottom))"
                + "H\(SVGCanvas.number(Self.right))\" fill=\"none\" stroke=\"#1b1f23\" stroke-width=\"1.2\"/>")
        canvas.line(
            FrontPageWords.plotHorizontal, x: (Self.left + Self.right) / 2, y: Self.bottom + 48, size: 15,
            style: "text-anchor:middle")
        canvas.line(FrontPageWords.plotVertical, x: 16, y: Self.top - 14, size: 15)
    }

    private func ink(_ line: Int) -> String { LineStyle.inks[line % LineStyle.inks.count] }

    /// Places at which the upper edge of a band is worked out.
    private static let bandSteps = 200

    /// Where the true front of a line passes: for each cost between the plans that are no dearer and what is proven of all
    /// that are.
    private func drawBand(_ floor: Double?, _ line: Int, _ canvas: inout SVGCanvas) {
        let points = report.points(ofLine: floor).map { report.front.points[$0].figures }
        guard let first = points.first, let last = points.last else { return }
        let upper = (0...Self.bandSteps).map { step -> (Double, Double) in
            let euros = first.euros + (last.euros - first.euros) * Double(step) / Double(Self.bandSteps)
            let cell = EpsilonCell(mostEuros: euros, leastEquity: floor)
            return (euros, report.front.ceiling(cell).points)
        }
        var lower: [(Double, Double)] = []
        for (point, next) in zip(points, points.dropFirst().map(\.euros) + [last.euros]) {
            lower += [(point.euros, point.need.points), (next, point.need.points)]
        }
        lower.append((last.euros, last.need.points))
        let path = (upper + lower.reversed()).map { "\(SVGCanvas.number(x($0.0))) \(SVGCanvas.number(y($0.1)))" }
            .joined(separator: "L")
        canvas.add("<path d=\"M\(path)Z\" fill=\"\(ink(line))\" fill-opacity=\"0.12\"/>")
    }

    private func look(_ line: Int) -> String {
        let dash = LineStyle.dashes[line % LineStyle.dashes.count]
        return "fill=\"none\" stroke=\"\(ink(line))\" stroke-width=\"2\""
            + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
    }

    private func drawLine(_ floor: Double?, _ line: Int, _ canvas: inout SVGCanvas) {
        let points = report.points(ofLine: floor).map { report.front.points[$0] }
        for point in points {
            let place = SVGCanvas.number(x(point.figures.euros))
            canvas.add(
                "<path d=\"M\(place) \(SVGCanvas.number(y(point.figures.need.points)))V\(SVGCanvas.number(y(point.bound.points)))"
                    + "m-6 0h12\" fill=\"none\" stroke=\"\(ink(line))\" stroke-width=\"1.2\"/>")
        }
        guard points.count > 1 else { return }
        let path = points.map {
            "\(SVGCanvas.number(x($0.figures.euros))) \(SVGCanvas.number(y($0.figures.need.points)))"
        }.joined(separator: "L")
        canvas.add("<path d=\"M\(path)\" stroke-linejoin=\"round\" \(look(line))/>")
    }

    private func mark(_ index: Int, _ line: Int, _ canvas: inout SVGCanvas) {
        let point = report.front.points[index].figures
        shape(x(point.euros), y(point.need.points), line, &canvas)
        canvas.line(
            String(report.number(index)), x: x(point.euros), y: y(point.need.points) + 4.2, size: 12,
            style: "font-weight:700;text-anchor:middle")
    }

    /// A circle, a square, a lozenge: one for each line.
    private func shape(_ x: Double, _ y: Double, _ line: Int, _ canvas: inout SVGCanvas) {
        let (x, y) = (SVGCanvas.number(x), SVGCanvas.number(y))
        let paint = "fill=\"#fff\" stroke=\"\(ink(line))\" stroke-width=\"1.6\""
        switch line % 3 {
        case 0: canvas.add("<circle cx=\"\(x)\" cy=\"\(y)\" r=\"10\" \(paint)/>")
        case 1: canvas.add("<path d=\"M\(x) \(y)m-9.5 -9.5h19v19h-19z\" \(paint)/>")
        default: canvas.add("<path d=\"M\(x) \(y)m0 -13l13 13l-13 13l-13 -13z\" \(paint)/>")
        }
    }

    private func drawLegend(_ lines: [Double?], _ canvas: inout SVGCanvas) {
        var level = Self.top + 6
        for (index, floor) in lines.enumerated() {
            canvas.add(
                "<path d=\"M\(SVGCanvas.number(Self.right + 24)) \(SVGCanvas.number(level))h46\" \(look(index))/>")
            shape(Self.right + 47, level, index, &canvas)
            level =
                canvas.paragraph(
                    FrontPageWords.line(floor), x: Self.right + 84, y: level + 5, size: 14, perLine: 24) + 28
        }
        canvas.add(
            "<rect x=\"\(SVGCanvas.number(Self.right + 24))\" y=\"\(SVGCanvas.number(level - 9))\" width=\"46\" height=\"18\" "
                + "fill=\"#0f4c5c\" fill-opacity=\"0.12\"/>")
        _ = canvas.paragraph(
            FrontPageWords.bandLegend, x: Self.right + 84, y: level + 5, size: 14, perLine: 24)
    }
}
