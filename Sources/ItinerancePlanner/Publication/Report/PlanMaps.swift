import GeoModel
import RoundPlan

/// Maps of a plan: where and how often vans stop, their ways, how far families travel, and where partners are.
struct PlanMaps: Sendable {
    private let publication: Publication
    private let checked: CheckedPlan
    private var scenario: Scenario { publication.scenario }
    private var names: ReportNames { publication.names }
    /// Communes of the services.
    private let communes: [Commune]

    init(_ publication: Publication, _ checked: CheckedPlan) {
        self.publication = publication
        self.checked = checked
        let codes = Set(publication.scenario.services.flatMap(\.communes))
        communes = publication.scenario.territory.communes.filter { codes.contains($0.code) }
    }

    private func plainAreas(_ shade: (Commune) -> ChoroplethMap.Shade = { _ in .plain }) -> [ChoroplethMap.Area] {
        communes.map {
            ChoroplethMap.Area(code: $0.code, name: $0.name, centre: $0.centre, shade: shade($0), note: "")
        }
    }

    private func map(
        _ title: String, _ description: String, _ layers: MapLayers, legend: String = "", identifier: String,
        areas: [ChoroplethMap.Area]? = nil, source: String
    ) -> String {
        var map = ChoroplethMap(
            title: title, description: description, legend: legend, areas: areas ?? plainAreas(),
            contours: publication.contours, classes: MapClasses(bounds: []), source: source, identifier: identifier)
        map.layers = layers
        return map.svg()
    }

    // MARK: Stops

    private static let marks: [(visits: Int, mark: MapLayers.Mark)] = [
        (8, .diamond), (4, .disc), (2, .square), (1, .triangle),
    ]

    /// Stops by cadence, one map a service.
    func stops(_ view: CheckedPlan.ServiceView, identifier: String) -> String {
        let turns = scenario.parameters.cyclesInFourWeeks
        var layers = MapLayers()
        var used: [Int: Int] = [:]
        for (venue, visits) in view.visitsByVenue {
            guard let place = names.place(venue) else { continue }
            let count = visits.count * turns
            let sort = Self.marks.first { count >= $0.visits } ?? Self.marks[Self.marks.count - 1]
            used[sort.visits, default: 0] += 1
            layers.spots.append(
                .init(
                    position: place.position, mark: sort.mark,
                    title: "\(place.name) : \(ReportWords.cadence(count))"))
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
    func rounds(_ view: CheckedPlan.ServiceView, identifier: String) -> String {
        let byVan = Set(view.plan.days.map(\.van)).count > 1
        let vans = Set(view.plan.days.map(\.van)).sorted()
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
                    letter: byVan ? Self.letter(sort) : ReportPageWords.initial(day.weekday), positions: positions,
                    title: (byVan ? names.vanName(day.van) : day.weekday.key) + " : "
                        + day.visits.map { names.placeName($0.venue) }.joined(separator: ", ")))
        }
        layers.keys =
            byVan
            ? vans.enumerated().map { .way(sort: $0.offset, letter: Self.letter($0.offset), names.vanName($0.element)) }
            : weekdays.enumerated().map {
                .way(sort: $0.offset, letter: ReportPageWords.initial($0.element), $0.element.key)
            }
        let stops = Set(view.plan.days.flatMap { $0.visits.map(\.venue) }).sorted().compactMap(names.place)
        layers.spots = stops.map { .init(position: $0.position, mark: .disc, title: $0.name) }
        layers.keys.append(.mark(.disc, ReportPageWords.stop))
        addDepots(of: view.service.teams, &layers)
        return map(
            ReportPageWords.roundMap(view.service.name), ReportPageWords.roundMapDescription, layers,
            legend: byVan ? ReportPageWords.byVan : ReportPageWords.byWeekday, identifier: identifier,
            source: ReportPageWords.straightLines)
    }

    private static func letter(_ index: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return index < letters.count ? String(letters[index]) : String(index + 1)
    }

    // MARK: Access

    /// Minutes to the nearest stop, in classes that stand for rings.
    func access(_ entry: CoverageComparison.Entry) -> String {
        ChoroplethMap(
            title: ReportPageWords.accessMap, description: CoverageWords.mapDescription(scenario.name),
            legend: CoverageWords.mapLegend,
            areas: entry.coverage.communes.map { row in
                ChoroplethMap.Area(
                    code: row.demand.commune.code, name: row.demand.commune.name, centre: row.demand.commune.centre,
                    shade: row.nearest.map { .value($0.minutes) } ?? .withheld,
                    note: row.nearest.map { entry.coverage.places[$0.place].name } ?? "")
            }, contours: publication.contours, classes: MapClasses(bounds: [5, 10, 20, 30]),
            highlights: entry.coverage.places.map {
                ChoroplethMap.Highlight(position: $0.position, label: "", title: $0.name)
            }, highlightLegend: CoverageWords.mapMarks, source: CoverageWords.mapSource, places: 0,
            identifier: "acces"
        ).svg()
    }

    // MARK: Partners

    /// Stops with and without a partner in their commune, and the communes of partners.
    func partners() -> String {
        let territory = scenario.territory
        let partnered = Set(territory.partners.map(\.commune))
        let stops = Set(checked.services.flatMap { $0.plan.days.flatMap { $0.visits.map(\.venue) } }).sorted()
        var layers = MapLayers()
        for commune in communes where partnered.contains(commune.code) {
            let own = territory.partners.filter { $0.commune == commune.code }
            layers.spots.append(
                .init(
                    position: commune.centre, mark: .square,
                    title: "\(commune.name) : " + own.map(\.name).joined(separator: ", ")))
        }
        for stop in stops.compactMap(names.place) {
            layers.spots.append(
                .init(
                    position: stop.position, mark: partnered.contains(stop.commune) ? .ring : .triangle,
                    title: stop.name))
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
