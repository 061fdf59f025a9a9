import GeoModel

/// What lies above the communes of a map: ways driven and marks of several sorts, told apart by shape, dash and letter so that
/// a photocopy tells them apart too.
package struct MapLayers: Sendable {
    package enum Mark: Hashable, Sendable, CaseIterable {
        case disc, square, triangle, diamond, ring
    }

    package struct Spot: Sendable {
        package var position: Position
        package var mark: Mark
        /// Number or letters beside the mark, by which a table names it; empty for none.
        package var label = ""
        /// What a pointer over it shows.
        package var title: String

        package init(position: Position, mark: Mark, label: String = "", title: String) {
            self.position = position
            self.mark = mark
            self.label = label
            self.title = title
        }
    }

    /// A way there and back, drawn from place to place.
    package struct Way: Sendable {
        /// Index of its sort: dash and ink.
        package var sort: Int
        package var letter: String
        /// All that a map of them must show.
        package var positions: [Position]
        package var title: String

        package init(sort: Int, letter: String, positions: [Position], title: String) {
            self.sort = sort
            self.letter = letter
            self.positions = positions
            self.title = title
        }
    }

    /// A line of the legend.
    package enum Key: Sendable {
        case mark(Mark, String)
        case way(sort: Int, letter: String, String)
    }

    package var ways: [Way] = []
    package var spots: [Spot] = []
    package var keys: [Key] = []

    package static let none = MapLayers()

    package var positions: [Position] { ways.flatMap(\.positions) + spots.map(\.position) }

    // MARK: Drawing

    private static func look(_ sort: Int) -> String {
        let dash = LineStyle.dashes[sort % LineStyle.dashes.count]
        return "stroke=\"\(LineStyle.inks[sort % LineStyle.inks.count])\" stroke-width=\"2.2\""
            + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
    }

    package func draw(_ projection: MapProjection, _ canvas: inout SVGCanvas) {
        for way in ways { draw(way, projection, &canvas) }
        for way in ways { letter(way, projection, &canvas) }
        for spot in spots {
            let (x, y) = projection.point(spot.position)
            canvas.add("<g><title>\(SVGCanvas.escape(spot.title))</title>")
            Self.draw(spot.mark, x, y, &canvas)
            canvas.add("</g>")
        }
        for spot in spots where !spot.label.isEmpty {
            let (x, y) = projection.point(spot.position)
            canvas.haloed(spot.label, x: x + 7, y: y - 6, size: 13, style: "font-weight:700;fill:#111")
        }
    }

    private func draw(_ way: Way, _ projection: MapProjection, _ canvas: inout SVGCanvas) {
        let points = way.positions.map { projection.point($0) }.map {
            "\(SVGCanvas.number($0.x)) \(SVGCanvas.number($0.y))"
        }
        // A leg that is driven there and back is drawn once: dashes of two would fill each other's gaps.
        var driven: Set<Set<String>> = []
        let legs = zip(points, points.dropFirst()).filter { driven.insert([$0, $1]).inserted }
        guard !legs.isEmpty else { return }
        let path = legs.map { "M\($0)L\($1)" }.joined()
        canvas.add("<g><title>\(SVGCanvas.escape(way.title))</title>")
        canvas.add("<path d=\"\(path)\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4.4\" stroke-opacity=\"0.7\"/>")
        canvas.add("<path d=\"\(path)\" fill=\"none\" stroke-linejoin=\"round\" \(Self.look(way.sort))/></g>")
    }

    /// On the longest leg, off its middle by the sort, so that letters of ways that share a leg stay apart.
    private func letter(_ way: Way, _ projection: MapProjection, _ canvas: inout SVGCanvas) {
        guard !way.letter.isEmpty else { return }
        let points = way.positions.map { projection.point($0) }
        func length(_ leg: ((x: Double, y: Double), (x: Double, y: Double))) -> Double {
            let (a, b) = leg
            return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
        }
        guard let (a, b) = zip(points, points.dropFirst()).max(by: { length($0) < length($1) }) else { return }
        let part = 0.35 + 0.3 * Double(way.sort % 5) / 4
        let (x, y) = (a.x + part * (b.x - a.x), a.y + part * (b.y - a.y))
        Self.letter(way.letter, way.sort, x, y, &canvas)
    }

    private static func letter(_ text: String, _ sort: Int, _ x: Double, _ y: Double, _ canvas: inout SVGCanvas) {
        canvas.add(
            "<circle cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\" r=\"10\" fill=\"#fff\" "
                + "stroke=\"\(LineStyle.inks[sort % LineStyle.inks.count])\" stroke-width=\"1.5\"/>")
        canvas.line(
            text, x: x, y: y + 4.2, size: text.count > 1 ? 10 : 12,
            style: "font-weight:700;text-anchor:middle;fill:#111")
    }

    private static func draw(_ mark: Mark, _ x: Double, _ y: Double, _ canvas: inout SVGCanvas) {
        func at(_ dx: Double, _ dy: Double) -> String { "\(SVGCanvas.number(x + dx)) \(SVGCanvas.number(y + dy))" }
        let line = "stroke=\"#fff\" stroke-width=\"1.2\""
        switch mark {
        case .disc:
            canvas.add(
                "<circle cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\" r=\"7\" fill=\"#111\" \(line)/>")
        case .ring:
            canvas.add(
                "<circle cx=\"\(SVGCanvas.number(x))\" cy=\"\(SVGCanvas.number(y))\" r=\"6\" fill=\"#fff\" "
                    + "stroke=\"#111\" stroke-width=\"2.4\"/>")
        case .square: canvas.add("<path d=\"M\(at(-6, -6))h12v12h-12Z\" fill=\"#111\" \(line)/>")
        case .triangle:
            canvas.add("<path d=\"M\(at(0, -8))L\(at(7.5, 6))L\(at(-7.5, 6))Z\" fill=\"#111\" \(line)/>")
        case .diamond:
            canvas.add(
                "<path d=\"M\(at(0, -9))L\(at(8, 0))L\(at(0, 9))L\(at(-8, 0))Z\" fill=\"#111\" \(line)/>")
        }
    }

    /// Returns where the legend ends.
    package func drawKeys(left: Double, top: Double, _ canvas: inout SVGCanvas) -> Double {
        var y = top
        for key in keys {
            switch key {
            case .mark(let mark, let text):
                Self.draw(mark, left + 15, y + 10, &canvas)
                y = canvas.paragraph(text, x: left + 38, y: y + 15, size: 14, perLine: 24) + 14
            case .way(let sort, let letter, let text):
                canvas.add(
                    "<path d=\"M\(SVGCanvas.number(left)) \(SVGCanvas.number(y + 10))h44\" fill=\"none\" "
                        + "\(Self.look(sort))/>")
                if !letter.isEmpty { Self.letter(letter, sort, left + 22, y + 10, &canvas) }
                y = canvas.paragraph(text, x: left + 54, y: y + 15, size: 14, perLine: 22) + 14
            }
        }
        return y
    }

    package init(ways: [Way] = [], spots: [Spot] = [], keys: [Key] = []) {
        self.ways = ways
        self.spots = spots
        self.keys = keys
    }
}
