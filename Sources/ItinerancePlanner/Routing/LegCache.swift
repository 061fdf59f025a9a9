import FileAccess
import Foundation
import GeoModel
import PlanStore

/// Keeps what a routing server answered, by server type, profile and coordinates: a place that moved is asked again.
package protocol LegCache {
    /// All that is known from one source.
    func known(from source: RoutingSource) throws -> [RoutingPair: Leg]
    /// Keeps a block, before the next one is asked for.
    func append(_ legs: [(pair: RoutingPair, leg: Leg)], from source: RoutingSource) throws
}

/// A cache in a text file, one line a way, only ever added to. A last line cut short is dropped.
package struct JournalCache: LegCache {
    package let file: URL

    private static let sizeLimit = 1_000_000_000
    private static let newline = UInt8(ascii: "\n")

    package func known(from source: RoutingSource) throws -> [RoutingPair: Leg] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        let data = try FileBytes.read(file, limit: Self.sizeLimit)
        var legs: [RoutingPair: Leg] = [:]
        guard let end = data.lastIndex(of: Self.newline) else { return [:] }
        for line in data[..<end].split(separator: Self.newline) {
            let cells = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            guard cells.count == 8, cells[0].elementsEqual(source.kind.utf8),
                cells[1].elementsEqual(source.profile.utf8)
            else { continue }
            let figures = cells[2...].compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            guard figures.count == 6, (0...TravelMatrix.largestDuration.count).contains(figures[4]),
                (0...TravelMatrix.largestDistance.count).contains(figures[5])
            else { continue }
            let pair = RoutingPair(
                from: RoutingPoint(latitude: figures[0], longitude: figures[1]),
                to: RoutingPoint(latitude: figures[2], longitude: figures[3]))
            legs[pair] = Leg(distance: Metres(figures[5]), duration: Seconds(figures[4]))
        }
        return legs
    }

    package func append(_ legs: [(pair: RoutingPair, leg: Leg)], from source: RoutingSource) throws {
        var text = ""
        for (pair, leg) in legs {
            text +=
                "\(source.kind);\(source.profile);\(pair.from.latitude);\(pair.from.longitude);\(pair.to.latitude);"
                + "\(pair.to.longitude);\(leg.duration.count);\(leg.distance.count)\n"
        }
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        try dropTornLine(handle)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
    }

    private func dropTornLine(_ handle: FileHandle) throws {
        let size = try handle.seekToEnd()
        guard size > 0 else { return }
        try handle.seek(toOffset: size - 1)
        guard try handle.read(upToCount: 1)?.first != Self.newline else { return }
        let reach = min(size, 1024)
        try handle.seek(toOffset: size - reach)
        let tail = try handle.read(upToCount: Int(reach)) ?? Data()
        let kept = tail.lastIndex(of: Self.newline).map { tail.distance(from: tail.startIndex, to: $0) + 1 } ?? 0
        try handle.truncate(atOffset: size - reach + UInt64(kept))
    }

    package init(file: URL) {
        self.file = file
    }
}

extension StoreCache: LegCache {}
