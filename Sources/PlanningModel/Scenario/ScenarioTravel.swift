import GeoModel

/// The ways of a scenario.
extension Scenario {
    /// By the scenario's matrix where it has one, else by straight lines; durations of vans as they were learned, where
    /// they were.
    public var travel: Travel {
        Travel(
            parameters.travel, matrix: travelMatrix, communes: territory.communes,
            learned: Dictionary(
                (learnedLegs ?? []).map { (TravelPair(from: $0.from, to: $0.to), $0.duration) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// Venues that may be stops of a service.
    public func venues(of service: Service) -> [Place] {
        let own = Set(service.communes)
        let known = Set(territory.communes.map(\.code))
        return territory.venues.filter { own.contains($0.commune) && known.contains($0.commune) }
    }

    /// Closures within the cycle of places that a service may stop at.
    public func closures(of service: Service) -> [ClosureCalendar.Exception] {
        let own = Set(venues(of: service).map(\.id))
        return calendar.exceptions.filter {
            own.contains($0.place) && $0.from <= firstCycle.upperBound && firstCycle.lowerBound <= $0.until
        }
    }

    /// Every way the services may need, by the nodes that `travel` gives their places: depot to venue and back, venue
    /// to venue, commune to venue. All communes of a service count, so that other parameters need no other matrix.
    public func travelBlocks(_ travel: Travel) -> [TravelBlock] {
        let known = Set(territory.communes.map(\.code))
        let relays = prisonRelays.flatMap { relay -> [TravelBlock] in
            relay.visits.compactMap { wish in
                let stops = [relay.team.depot] + wish.pickups.map(\.commune) + [wish.prison]
                let nodes = Self.distinct(stops.compactMap(place).map(travel.node))
                return nodes.isEmpty ? nil : TravelBlock(from: nodes, to: nodes)
            }
        }
        return relays
            + services.flatMap { service -> [TravelBlock] in
                let venues = Self.distinct(venues(of: service).map(travel.node))
                let depots = Self.distinct(service.teams.compactMap(depot).map(travel.node))
                return [
                    TravelBlock(from: depots, to: venues), TravelBlock(from: venues, to: depots),
                    TravelBlock(from: venues, to: venues),
                    TravelBlock(from: service.communes.filter(known.contains), to: venues),
                ]
            }
    }

    /// Ways the services need and the matrix does not have; empty without a matrix.
    public func travelHoles() -> [TravelPair] {
        travelMatrix?.holes(in: travelBlocks(travel)) ?? []
    }

    private static func distinct(_ nodes: [String]) -> [String] {
        var seen: Set<String> = []
        return nodes.filter { seen.insert($0).inserted }
    }
}

extension Scenario {
    /// A depot, a venue or a prison by its identifier, or the centre of a commune by its code.
    public func place(_ id: String) -> Place? {
        if let place = (territory.depots + territory.venues).first(where: { $0.id == id }) { return place }
        if let prison = territory.prisons.first(where: { $0.id == id }) {
            return (prison.position ?? territory.commune(prison.commune)?.centre).map {
                Place(id: id, name: prison.name, commune: prison.commune, position: $0)
            }
        }
        return territory.commune(id).map { Place(id: id, name: $0.name, commune: id, position: $0.centre) }
    }
}
