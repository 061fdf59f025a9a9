import Foundation
import GeoModel
import LinearSolver
import PlanStore
import PlanningModel

/// Asks a routing server for every way the services of a scenario need, in blocks, and keeps each block at once.
package struct MatrixFetch {
    package struct Progress: Sendable {
        package var known: Int
        package var needed: Int
        package var requests: Int
    }

    package struct Outcome {
        package var matrix: TravelMatrix
        package var fromCache: Int
        package var fetched: Int
        package var requests: Int
        /// Needed ways that the server says are not there.
        package var unreachable: [TravelPair]

        package init(matrix: TravelMatrix, fromCache: Int, fetched: Int, requests: Int, unreachable: [TravelPair]) {
            self.matrix = matrix
            self.fromCache = fromCache
            self.fetched = fetched
            self.requests = requests
            self.unreachable = unreachable
        }
    }

    private let blocks: [TravelBlock]
    private let pointOf: [String: RoutingPoint]
    private var matrix: TravelMatrix

    /// - Returns: `nil` for more places than a matrix holds.
    package init?(_ scenario: Scenario) {
        let nodes = Self.points(scenario)
        guard let empty = TravelMatrix(nodes: nodes.keys) else { return nil }
        matrix = empty
        pointOf = nodes
        blocks = scenario.travelBlocks(
            Travel(scenario.parameters.travel, matrix: empty, communes: scenario.territory.communes))
    }

    /// Communes by their centres, and the venues and depots that lie apart from these.
    private static func points(_ scenario: Scenario) -> [String: RoutingPoint] {
        let centres = Dictionary(
            scenario.territory.communes.map { ($0.code, RoutingPoint($0.centre)) },
            uniquingKeysWith: { first, _ in first })
        var points: [String: RoutingPoint] = [:]
        for service in scenario.services {
            for code in service.communes { points[code] = centres[code] }
            for place in scenario.venues(of: service) + service.teams.compactMap(scenario.depot) {
                let point = RoutingPoint(place.position)
                if centres[place.commune] == point {
                    points[place.commune] = point
                } else {
                    points[place.id] = point
                }
            }
        }
        return points
    }

    /// Fetches what the cache does not hold.
    ///
    /// - Throws: `RoutingFault`, or what the cache throws. What was answered before stays in the cache.
    package mutating func run(
        _ service: some RoutingService, _ connection: RoutingConnection, cache: some LegCache,
        progress: (Progress) -> Void
    ) throws -> Outcome {
        let source = RoutingSource(kind: service.kind, profile: service.profile)
        var legs = try cache.known(from: source)
        let needed = neededTargets()
        let total = needed.reduce(0) { $0 + $1.targets.count }
        var known = needed.reduce(0) { sum, row in
            sum + row.targets.count { legs[RoutingPair(from: row.source, to: $0)] != nil }
        }
        let fromCache = known
        for block in Self.requests(needed, size: type(of: service).blockSize, isKnown: { legs[$0] != nil }) {
            let answer = try connection.answer(to: service.request(block), reason: service.reason)
            let rows = try service.legs(answer, block)
            var fresh: [(pair: RoutingPair, leg: Leg)] = []
            for (from, row) in zip(block.sources, rows) {
                for (to, leg) in zip(block.targets, row) where from != to {
                    let pair = RoutingPair(from: from, to: to)
                    guard legs[pair] == nil else { continue }
                    if let leg { fresh.append((pair, leg)) }
                }
            }
            try cache.append(fresh, from: source)
            for (pair, leg) in fresh { legs[pair] = leg }
            known += fresh.count
            progress(Progress(known: min(known, total), needed: total, requests: connection.requests))
        }
        fill(legs)
        return Outcome(
            matrix: matrix, fromCache: fromCache, fetched: total - fromCache, requests: connection.requests,
            unreachable: matrix.holes(in: blocks))
    }

    /// Puts ways between points down as ways between nodes.
    private mutating func fill(_ legs: [RoutingPair: Leg]) {
        for block in blocks {
            for from in block.from {
                for to in block.to where from != to {
                    guard let start = pointOf[from], let end = pointOf[to] else { continue }
                    if start == end {
                        matrix.set(Leg(distance: .zero, duration: .zero), from: from, to: to)
                    } else if let leg = legs[RoutingPair(from: start, to: end)] {
                        matrix.set(leg, from: from, to: to)
                    }
                }
            }
        }
    }

    /// For each point that is driven from, the points it must reach, itself left out; in the order of the blocks.
    private func neededTargets() -> [(source: RoutingPoint, targets: [RoutingPoint])] {
        var order: [RoutingPoint] = []
        var targets: [RoutingPoint: Set<RoutingPoint>] = [:]
        for block in blocks {
            let ends = Set(block.to.compactMap { pointOf[$0] })
            for from in block.from {
                guard let start = pointOf[from] else { continue }
                if targets[start] == nil { order.append(start) }
                targets[start, default: []].formUnion(ends)
            }
        }
        return order.map { start in (start, targets[start, default: []].subtracting([start]).sorted()) }
    }

    /// Blocks of at most `size` sources and targets that hold every needed way not yet known.
    package static func requests(
        _ needed: [(source: RoutingPoint, targets: [RoutingPoint])], size: Int, isKnown: (RoutingPair) -> Bool
    ) -> [RoutingBlock] {
        let open = needed.map { row in
            (source: row.source, targets: row.targets.filter { !isKnown(RoutingPair(from: row.source, to: $0)) })
        }.filter { !$0.targets.isEmpty }
        return stride(from: 0, to: open.count, by: size).flatMap { first -> [RoutingBlock] in
            let rows = open[first..<min(first + size, open.count)]
            let targets = Set(rows.flatMap(\.targets)).sorted()
            return stride(from: 0, to: targets.count, by: size).compactMap { start in
                let part = Array(targets[start..<min(start + size, targets.count)])
                let wanted = Set(part)
                let sources = rows.filter { !wanted.isDisjoint(with: $0.targets) }.map(\.source)
                return sources.isEmpty ? nil : RoutingBlock(sources: sources, targets: part)
            }
        }
    }
}
