import Foundation
import FrenchText
import GeoModel

/// A map of communes shaded by classes of one figure, as SVG. Stands alone as a file, or inside a page.
package struct ChoroplethMap: Sendable {
    /// What is known of a commune.
    package enum Shade: Hashable, Sendable {
        case value(Double)
        /// Hatched: the producer withholds the figure, or it is unknown.
        case withheld
        /// Dotted: not a target of the service.
        case offTarget
        /// White: the map speaks of something else.
        case plain
    }

    package struct Area: Sendable {
        package var code: String
        package var name: String
        /// Where a dot stands if the commune has no outline.
        package var centre: Position
        package var shade: Shade
        /// What a pointer over the commune shows after its name and figure.
        package var note: String

        package init(code: String, name: String, centre: Position, shade: Shade, note: String = "") {
            self.code = code
            self.name = name
            self.centre = centre
            self.shade = shade
            self.note = note
        }
    }

    /// A mark above the map: a rank, a stop.
    package struct Highlight: Sendable {
        package var position: Position
        /// Two or three characters inside the mark; empty for a plain one.
        package var label: String
        /// What a pointer over it shows.
        package var title: String

        package init(position: Position, label: String, title: String) {
            self.position = position
            self.label = label
            self.title = title
        }
    }

    package var title: String
    /// What the map shows, in a sentence, for those who cannot see it.
    package var description: String
    /// Heading of the legend, with the unit.
    package var legend: String
    package var areas: [Area]
    package var contours: Contours
    package var classes: MapClasses
    package var shading = MapShading.rising
    package var highlights: [Highlight]
    /// What the marks mean; empty for nothing.
    package var highlightLegend: String
    /// Ways and marks above all else.
    package var layers = MapLayers.none
    /// Producers and vintages of the figures; that of the outlines is added.
    package var source: String
    /// Decimal places of the figures.
    package var places: Int
    /// What makes the identifiers inside the drawing unique, where a page holds several maps: letters and digits.
    package var identifier: String

    /// - Parameter classes: `nil` for five classes by quantiles of the values shown; the same classes for two maps
    ///   make them comparable.
    package init(
        title: String, description: String, legend: String, areas: [Area], contours: Contours,
        classes: MapClasses? = nil, highlights: [Highlight] = [], highlightLegend: String = "", source: String,
        places: Int = 1, identifier: String = "carte"
    ) {
        self.title = title
        self.description = description
        self.legend = legend
        self.areas = areas
        self.contours = contours
        self.classes =
            classes
            ?? MapClasses.quantiles(
                areas.compactMap { if case .value(let value) = $0.shade { value } else { nil } }, places: places)
        self.highlights = highlights
        self.highlightLegend = highlightLegend
        self.source = source
        self.places = places
        self.identifier = identifier
    }

    private static let frameWidth = 720.0
    private static let frameHeight = 760.0
    private static let total = 1000.0
    private static let edge = 16.0

    /// The drawing, without an XML declaration.
    package func svg() -> String {
        var canvas = SVGCanvas()
        let titleBottom = canvas.paragraph(
            title, x: Self.edge, y: 34, size: 21, perLine: 64, style: "font-weight:700;fill:#0f4c5c")
        let top = titleBottom + 12
        let positions = areas.flatMap { area in
            contours.outlines[area.code]?.polygons.compactMap(\.first).flatMap { $0 } ?? [area.centre]
        }
        let projection = MapProjection(
            positions + highlights.map(\.position) + layers.positions, width: Self.frameWidth, height: Self.frameHeight,
            margin: 14)
        var bottom = top
        if let projection {
            canvas.add("<g transform=\"translate(\(Self.edge) \(SVGCanvas.number(top)))\">")
            drawFrame(projection, &canvas)
            canvas.add("</g>")
            bottom += projection.height
        } else {
            bottom = canvas.paragraph(MapWords.nothingToShow, x: Self.edge, y: top + 20, size: 14, perLine: 80)
        }
        bottom = max(bottom, drawLegend(top: top, &canvas))
        let sources = [source, contours.outlines.isEmpty ? "" : contours.source].filter { !$0.isEmpty }
        if !sources.isEmpty {
            bottom = canvas.paragraph(
                MapWords.source(sources.joined(separator: " ; ")), x: Self.edge, y: bottom + 24, size: 13.5,
                perLine: 118, style: "fill:#4a5257")
        }
        return wrapped(canvas.text, height: bottom + Self.edge)
    }

    private func wrapped(_ body: String, height: Double) -> String {
        let size = "0 0 \(SVGCanvas.number(Self.total)) \(SVGCanvas.number(height.rounded(.up)))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(size)" role="img" aria-labelledby="\(identifier)-titre \
            \(identifier)-desc" font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
            <title id="\(identifier)-titre">\(SVGCanvas.escape(title))</title>
            <desc id="\(identifier)-desc">\(SVGCanvas.escape(description))</desc>
            <defs>
            <pattern id="\(identifier)-hachures" width="7" height="7" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="2" height="7" \
            fill="#8a8f93"/></pattern>
            <pattern id="\(identifier)-points" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" \
            height="8" fill="#f4f4f2"/><circle cx="4" cy="4" r="1" fill="#8a8f93"/></pattern>
            \(shading.patterns(identifier: identifier))\
            </defs>
            <rect width="100%" height="100%" fill="#fff"/>
            \(body)</svg>

            """
    }

    // MARK: Map

    private func drawFrame(_ projection: MapProjection, _ canvas: inout SVGCanvas) {
        let clip = "\(identifier)-cadre"
        let size = "width=\"\(SVGCanvas.number(projection.width))\" height=\"\(SVGCanvas.number(projection.height))\""
        canvas.add("<clipPath id=\"\(clip)\"><rect \(size)/></clipPath>")
        canvas.add("<g clip-path=\"url(#\(clip))\" stroke-linejoin=\"round\">")
        let own = Set(areas.map(\.code))
        let around = contours.outlines.filter { !own.contains($0.key) && projection.shows($0.value) }
        if !around.isEmpty {
            let paths = around.sorted { $0.key < $1.key }.map { projection.path($0.value) }.joined()
            canvas.add("<path d=\"\(paths)\" fill=\"#fafafa\" stroke=\"#dcdfe1\" stroke-width=\"0.6\"/>")
        }
        let colours = shading.fills(classes, identifier: identifier)
        for area in areas.sorted(by: { $0.code < $1.code }) {
            let look = "fill=\"\(fill(area.shade, colours))\" stroke=\"#5c6469\" stroke-width=\"0.7\""
            let words = "<title>\(SVGCanvas.escape(tooltip(area)))</title>"
            if let outline = contours.outlines[area.code] {
                canvas.add("<path fill-rule=\"evenodd\" d=\"\(projection.path(outline))\" \(look)>\(words)</path>")
            } else {
                let (x, y) = projection.point(area.centre)
                canvas.add(
                    "<circle cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\" r=\"7\" \(look)>\(words)</circle>"
                )
            }
        }
        for highlight in highlights { draw(highlight, projection, &canvas) }
        layers.draw(projection, &canvas)
        canvas.add("</g>")
        canvas.add("<rect \(size) fill=\"none\" stroke=\"#b9c2c6\"/>")
        drawScale(projection, &canvas)
        drawNorth(projection, &canvas)
    }

    private func fill(_ shade: Shade, _ colours: [String]) -> String {
        switch shade {
        case .value(let value): colours[classes.index(of: value)]
        case .withheld: "url(#\(identifier)-hachures)"
        case .offTarget: "url(#\(identifier)-points)"
        case .plain: "#fff"
        }
    }

    private func tooltip(_ area: Area) -> String {
        let figure: String? =
            switch area.shade {
            case .value(let value): ReportFigures.decimal(value, places)
            case .withheld: MapWords.withheld
            case .offTarget: MapWords.offTarget
            case .plain: nil
            }
        return area.name + (figure.map { " : \($0)" } ?? "") + (area.note.isEmpty ? "" : ". \(area.note)")
    }

    private func draw(_ highlight: Highlight, _ projection: MapProjection, _ canvas: inout SVGCanvas) {
        let (x, y) = projection.point(highlight.position)
        let place = "cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\""
        canvas.add("<g><title>\(SVGCanvas.escape(highlight.title))</title>")
        canvas.add(
            "<circle \(place) r=\"\(highlight.label.isEmpty ? 5 : 11)\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"1.4\"/>"
        )
        if !highlight.label.isEmpty {
            canvas.line(
                highlight.label, x: x, y: y + 4.4, size: highlight.label.count > 2 ? 10 : 12.5,
                style: "font-weight:700;text-anchor:middle;fill:#111")
        }
        canvas.add("</g>")
    }

    private func drawScale(_ projection: MapProjection, _ canvas: inout SVGCanvas) {
        let bar = projection.scaleBar
        let y = projection.height - 14
        let right = 14 + bar.points
        let bars =
            "M14 \(SVGCanvas.number(y - 5))V\(SVGCanvas.number(y))H\(SVGCanvas.number(right))"
            + "V\(SVGCanvas.number(y - 5))"
        canvas.add("<path d=\"\(bars)\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4.5\"/>")
        canvas.add("<path d=\"\(bars)\" fill=\"none\" stroke=\"#111\" stroke-width=\"1.6\"/>")
        canvas.haloed("0", x: 14, y: y - 9, size: 14, style: "text-anchor:middle")
        canvas.haloed(
            MapWords.kilometres(bar.kilometres), x: right, y: y - 9, size: 14, style: "text-anchor:middle")
    }

    private func drawNorth(_ projection: MapProjection, _ canvas: inout SVGCanvas) {
        let x = projection.width - 26
        canvas.add(
            "<path d=\"M\(SVGCanvas.number(x)) 12l8 24l-8 -6l-8 6z\" fill=\"#111\" stroke=\"#fff\" stroke-width=\"1.5\"/>"
        )
        canvas.line(MapWords.north, x: x, y: 51, size: 14, style: "font-weight:700;text-anchor:middle")
    }

    // MARK: Legend

    /// Returns where the legend ends.
    private func drawLegend(top: Double, _ canvas: inout SVGCanvas) -> Double {
        let left = Self.edge + Self.frameWidth + 18
        let colours = shading.fills(classes, identifier: identifier)
        var y = canvas.paragraph(legend, x: left, y: top + 14, size: 15, perLine: 26, style: "font-weight:700") + 14
        func entry(_ fill: String, _ text: String, _ count: Int) {
            canvas.add(
                "<rect x=\"\(SVGCanvas.number(left))\" y=\"\(SVGCanvas.number(y))\" width=\"30\" height=\"22\" "
                    + "fill=\"\(fill)\" stroke=\"#5c6469\" stroke-width=\"0.7\"/>")
            y = canvas.paragraph(text, x: left + 38, y: y + 10, size: 14, perLine: 24) + 15
            canvas.line(MapWords.communes(count), x: left + 38, y: y, size: 12.5, style: "fill:#4a5257")
            y += 14
        }
        let values = areas.compactMap { if case .value(let value) = $0.shade { value } else { nil } }
        if !values.isEmpty {
            for index in (0..<classes.count).reversed() {
                entry(
                    colours[index],
                    shading.label(index, classes) { ReportFigures.decimal($0, places) },
                    values.count { classes.index(of: $0) == index })
            }
        }
        for (shade, text) in [(Shade.withheld, MapWords.withheld), (.offTarget, MapWords.offTarget)] {
            let count = areas.count { $0.shade == shade }
            if count > 0 { entry(fill(shade, colours), text, count) }
        }
        if !highlights.isEmpty, !highlightLegend.isEmpty {
            canvas.add(
                "<circle cx=\"\(SVGCanvas.number(left + 15))\" cy=\"\(SVGCanvas.number(y + 10))\" r=\"8\" fill=\"#fff\" "
                    + "stroke=\"#111\" stroke-width=\"1.4\"/>")
            y = canvas.paragraph(highlightLegend, x: left + 38, y: y + 15, size: 14, perLine: 24) + 14
        }
        y = layers.drawKeys(left: left, top: y + 4, &canvas)
        if areas.contains(where: { contours.outlines[$0.code] == nil }) {
            y = canvas.paragraph(MapWords.dots, x: left, y: y + 14, size: 13, perLine: 30, style: "fill:#4a5257")
        }
        return y
    }
}
