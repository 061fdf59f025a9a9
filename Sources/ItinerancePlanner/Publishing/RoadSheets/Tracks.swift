import FileAccess
import Foundation
import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel
import TabularData

/// The days of a van as routes for a telephone, GPX 1.1 and KML 2.2: one for each day of the cycle, since its dates differ
/// in nothing but the date.
package struct Tracks: Sendable {
    private struct Point {
        var name: String
        var words: String
        var position: Position
    }

    private struct Route {
        var file: OutputName
        var name: String
        var dates: [CivilDate]
        var points: [Point]
    }

    private let routes: [Route]
    private let fileByDay: [String: OutputName]

    /// - Parameter days: of one van, in order.
    package init(_ days: [VanDay], van: String, _ book: PlaceIndex) {
        var order: [String] = []
        var turns: [String: [VanDay]] = [:]
        for day in days {
            let key = Self.key(day)
            if turns[key] == nil { order.append(key) }
            turns[key, default: []].append(day)
        }
        var names = UniqueFileNames()
        var files: [String: OutputName] = [:]
        var routes: [Route] = []
        for key in order {
            guard let same = turns[key], let first = same.first else { continue }
            let file = names.unique("semaine-\(first.week)-\(first.weekday.rawValue + 1)-\(first.weekday.key)")
            files[key] = file
            routes.append(
                Route(
                    file: file, name: RoadSheetWords.trackName(van, week: first.week, first.weekday),
                    dates: same.filter { $0.cancelled == nil }.map(\.date), points: Self.points(first, book)))
        }
        self.routes = routes
        fileByDay = files
    }

    private static func key(_ day: VanDay) -> String {
        let owner =
            switch day.content {
            // A week that has a plan of its own may hold other stops on the same day.
            case .round(let round, let service, _, _): ([service] + round.visits.map(\.venue)).joined(separator: "/")
            case .outing(let outing): outing.service + "/" + outing.prison
            }
        return "\(day.week) \(day.weekday.rawValue) \(day.departure.count) \(owner)"
    }

    /// Without its ending.
    package func name(of day: VanDay) -> String { fileByDay[Self.key(day)]?.text ?? "" }

    private static func points(_ day: VanDay, _ book: PlaceIndex) -> [Point] {
        func point(_ id: String, _ words: String) -> Point? {
            book.point(id).map { place in
                let standing = place.standing.isEmpty ? "" : " (\(place.standing))"
                return Point(name: place.name, words: words + standing, position: place.position)
            }
        }
        let legs: [DrivenLeg]
        var visits: [(visit: Visit, leaving: Minutes)] = []
        switch day.content {
        case .round(let round, _, _, _):
            legs = round.legs
            visits = round.visits.enumerated().map { ($0.element, round.leaving($0.offset)) }
        case .outing(let outing): legs = outing.legs
        }
        let start = legs.first.flatMap {
            point($0.from, RoadSheetWords.departure + " " + ReportFigures.time($0.departure))
        }
        return [start].compactMap { $0 }
            + legs.compactMap { leg in
                if let stop = visits.first, stop.visit.venue == leg.to {
                    visits.removeFirst()
                    return point(leg.to, RoadSheetWords.waypoint(stop.visit, leaving: stop.leaving))
                }
                return point(leg.to, RoadSheetWords.passing(leg.arrival))
            }
    }

    package func files(in folder: OutputName) -> [PublishedFile] {
        routes.flatMap { route in
            [
                PublishedFile("\(folder)/\(route.file).gpx", Self.gpx(route), label: route.name),
                PublishedFile("\(folder)/\(route.file).kml", Self.kml(route), label: route.name),
            ]
        }
    }

    // MARK: Text. The two formats are lists of points; `SVGCanvas.escape` keeps every name well-formed XML.

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private static func degrees(_ value: Double) -> String { DataNumber.printed(value, 6) }

    private static func named(_ name: String, _ words: String, _ tag: String) -> String {
        "<name>\(SVGCanvas.escape(name))</name><\(tag)>\(SVGCanvas.escape(ReportFigures.plain(words)))</\(tag)>"
    }

    private static func gpx(_ route: Route) -> String {
        func points(_ tag: String) -> String {
            route.points.map {
                "  <\(tag) lat=\"\(degrees($0.position.latitude))\" lon=\"\(degrees($0.position.longitude))\">"
                    + named($0.name, $0.words, "desc") + "</\(tag)>\n"
            }.joined()
        }
        return head + "<gpx version=\"1.1\" creator=\"itinerance\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
            + "  <metadata>" + named(route.name, RoadSheetWords.trackDates(route.dates), "desc") + "</metadata>\n"
            + points("wpt") + "  <rte>" + named(route.name, RoadSheetWords.trackDates(route.dates), "desc") + "\n"
            + points("rtept") + "  </rte>\n</gpx>\n"
    }

    private static func kml(_ route: Route) -> String {
        func coordinates(_ position: Position) -> String {
            degrees(position.longitude) + "," + degrees(position.latitude)
        }
        let marks = route.points.map {
            "  <Placemark>" + named($0.name, $0.words, "description")
                + "<Point><coordinates>\(coordinates($0.position))</coordinates></Point></Placemark>\n"
        }.joined()
        let way = route.points.map { coordinates($0.position) }.joined(separator: " ")
        return head + "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>"
            + named(route.name, RoadSheetWords.trackDates(route.dates), "description") + "\n" + marks
            + "  <Placemark><name>\(SVGCanvas.escape(route.name))</name><LineString><tessellate>1</tessellate>"
            + "<coordinates>\(way)</coordinates></LineString></Placemark>\n</Document>\n</kml>\n"
    }
}
