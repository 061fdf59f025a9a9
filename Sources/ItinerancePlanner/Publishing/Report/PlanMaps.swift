import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanningModel

/// Maps of a plan: where and how often vans stop, their ways, how far families travel, and where partners are.
package struct PlanMaps: Sendable {
    private let publication: Publication
    private var scenario: Scenario { publication.scenario }
    private var names: ReportNames { publication.names }
    /// Communes of the services.
    private let communes: [Commune]

    package init(_ publication: Publication) {
        self.publication = publication
        let codes = Set(publication.scenario.services.flatMap(\.communes))
        communes = publication.scenario.territory.communes.filter { codes.contains($0.code) }
    }

    private func map(
        _ title: String, _ description: String, _ layers: MapLayers, legend: String, identifier: String, source: String
    ) -> String {
        var map = ChoroplethMap(
            title: title, description: description, legend: legend,
            areas: communes.map {
                ChoroplethMap.Area(code: $0.code, name: $0.name, centre: $0.centre, shade: .plain)
            },
            contours: publication.contours, classes: MapClasses(bounds: []), source: source, identifier: identifier)
        map.layers = layers
        return map.svg()
    }

    // MARK: Stops

    private static let marks: [(visits: Int, mark: MapLayers.Mark)] = [
        (8, .diamond), (4, .disc), (2, .square), (1, .triangle),
    ]

    /// Stops by cadence, one map a service.
    package func stops(_ reach: ServiceReach, identifier: String) -> String {
        let view = reach.outcome.view
        let visits = Dictionary(
            view.visitsByVenue.map { ($0.venue, $0.visits.count) }, uniquingKeysWith: { first, _ in first })
        let turns = scenario.parameters.cyclesInFourWeeks
        var layers = MapLayers()
        var used: [Int: Int] = [:]
        for (index, place) in reach.stops.enumerated() {
            let count = (visits[place.id] ?? 0) * turns
            let sort = Self.marks.first { count >= $0.visits } ?? Self.marks[Self.marks.count - 1]
            used[sort.visits, default: 0] += 1
            layers.spots.append(
                .init(
                    position: place.position, mark: sort.mark, label: String(index + 1),
                    title: "\(reach.numbered(index)) : \(ReportWords.cadence(count))"))
        }
        layers.keys = Self.marks.compactMap { visits, mark in
            used[visits].map { .mark(mark, "\(ReportWords.cadence(visits)) (\($0))") }
        }
        addDepots(of: view.service.teams, &layers)
        return map(
            ReportPageWords.stopMap(view.service.name), ReportPageWords.stopMapDescription(used.values.reduce(0, +)),
            layers,
            legend: ReportPageWords.stopMapLegend, identifier: identifier, source: ReportPageWords.planSource)
    }

    private func addDepots(of teams: [Team], _ layers: inout MapLayers) {
        let depots = Set(teams.map(\.depot)).sorted().compactMap(names.place)
        layers.spots += depots.map { .init(position: $0.position, mark: .ring, title: $0.name) }
        if !depots.isEmpty { layers.keys.append(.mark(.ring, ReportPageWords.depot)) }
    }

    // MARK: Rounds

    /// Ways of a service: by weekday where it has one van, else by van.
    ///
    /// - Parameter vans: those of the service, in the order of their letters.
    package func rounds(_ reach: ServiceReach, vans: [String], identifier: String) -> String {
        let view = reach.outcome.view
        let byVan = vans.count > 1
        let weekdays = Set(view.plan.days.map(\.weekday)).sorted()
        var layers = MapLayers()
        var seen: Set<[String]> = []
        for day in view.plan.days {
            let sort =
                byVan ? vans.firstIndex(of: day.van) ?? 0 : weekdays.firstIndex(of: day.weekday) ?? 0
            let path = [String(sort)] + day.legs.map(\.from) + [day.legs.last?.to ?? ""]
            guard seen.insert(path).inserted else { continue }
            let positions = path.dropFirst().compactMap { names.place($0)?.position }
            layers.ways.append(
                .init(
                    sort: sort,
                    letter: byVan ? PlanLetter.of(sort) : ReportPageWords.initial(day.weekday), positions: positions,
                    title: (byVan ? names.vanName(day.van) : day.weekday.key) + " : "
                        + day.visits.map { names.placeName($0.venue) }.joined(separator: ", ")))
        }
        layers.keys =
            byVan
            ? vans.enumerated().map {
                .way(sort: $0.offset, letter: PlanLetter.of($0.offset), names.vanName($0.element))
            }
            : weekdays.enumerated().map {
                .way(sort: $0.offset, letter: ReportPageWords.initial($0.element), $0.element.key)
            }
        layers.spots = reach.stops.enumerated().map { index, stop in
            .init(position: stop.position, mark: .disc, label: String(index + 1), title: reach.numbered(index))
        }
        layers.keys.append(.mark(.disc, ReportPageWords.stop))
        addDepots(of: view.service.teams, &layers)
        return map(
            ReportPageWords.roundMap(view.service.name), ReportPageWords.roundMapDescription, layers,
            legend: byVan ? ReportPageWords.byVan : ReportPageWords.byWeekday, identifier: identifier,
            source: ReportPageWords.straightLines)
    }

    // MARK: Access

    /// Minutes to the nearest stop, in classes that stand for rings.
    ///
    /// - Parameter meanTravel: minutes of the families reached.
    package func access(_ reach: ServiceReach, meanTravel: Double?, identifier: String) -> String {
        ChoroplethMap(
            title: ReachWords.mapTitle(reach.service.name),
            description: ReachWords.mapDescription(reach.service.name, meanTravel), legend: CoverageWords.mapLegend,
            areas: zip(reach.outcome.communes, reach.nearest).map { entry, way in
                ChoroplethMap.Area(
                    code: entry.commune.code, name: entry.commune.name, centre: entry.commune.centre,
                    shade: way.map { .value(Double($0.leg.duration.count) / 60) } ?? .withheld,
                    note: way.map { reach.numbered($0.stop) } ?? "")
            }, contours: publication.contours, classes: MapClasses(bounds: [5, 10, 20, 30]),
            highlights: reach.stops.enumerated().map { index, stop in
                ChoroplethMap.Highlight(position: stop.position, label: "", title: reach.numbered(index))
            }, highlightLegend: CoverageWords.mapMarks,
            source: ReachWords.mapSource(isRouted: scenario.travelMatrix != nil), places: 0, identifier: identifier
        ).svg()
    }

    // MARK: Partners

    /// Stops with and without a partner in their commune, and the communes of partners.
    ///
    /// - Parameters:
    ///   - stops: of all services.
    ///   - alone: those without a partner, in the order in which their table numbers them.
    package func partners(_ stops: [Place], alone: [Place]) -> String {
        let territory = scenario.territory
        let partners = Dictionary(grouping: territory.partners, by: \.commune)
        func named(_ place: String, _ commune: String) -> String {
            "\(place) : " + (partners[commune] ?? []).map(\.name).joined(separator: ", ")
        }
        let stopCommunes = Set(stops.map(\.commune))
        let lone = Set(alone.map(\.id))
        var layers = MapLayers()
        layers.spots =
            communes.filter { partners[$0.code] != nil && !stopCommunes.contains($0.code) }.map {
                .init(position: $0.centre, mark: .square, title: named($0.name, $0.code))
            }
            + stops.filter { !lone.contains($0.id) }.map {
                .init(position: $0.position, mark: .ring, title: named($0.name, $0.commune))
            }
            + alone.enumerated().map { index, stop in
                .init(position: stop.position, mark: .triangle, label: String(index + 1), title: stop.name)
            }
        layers.keys = [
            .mark(.square, ReportPageWords.partnerHere), .mark(.ring, ReportPageWords.stopWithPartner),
            .mark(.triangle, ReportPageWords.stopWithoutPartner),
        ]
        return map(
            ReportPageWords.partnerMap, ReportPageWords.partnerMapDescription, layers,
            legend: ReportPageWords.partnerLegend, identifier: "partenaires", source: ReportPageWords.partnerSource)
    }
}
