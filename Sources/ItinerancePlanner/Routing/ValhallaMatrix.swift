import Foundation
import GeoModel
import PlanStore
import TabularData

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Valhalla's `sources_to_targets`. Source: valhalla, docs/api/matrix: seconds, and kilometres unless asked
/// otherwise; cells name their row and column; a way that is not there has `null`.
package struct ValhallaMatrix: RoutingService {
    package static let kind = "valhalla"
    /// 2,500 pairs a request, the default limit of a server.
    package static let blockSize = 50

    package let base: URL
    /// A costing, e.g. `auto`.
    package let profile: String

    private struct Body: Encodable {
        struct Location: Encodable {
            var lat: Double
            var lon: Double
        }

        var sources: [Location]
        var targets: [Location]
        var costing: String
        var units = "kilometers"
    }

    package func request(_ block: RoutingBlock) throws(RoutingFault) -> URLRequest {
        func locations(_ points: [RoutingPoint]) -> [Body.Location] {
            points.map { Body.Location(lat: $0.degrees.latitude, lon: $0.degrees.longitude) }
        }
        return try RoutingRows.post(
            RoutingRows.address(base, "/sources_to_targets"),
            Body(sources: locations(block.sources), targets: locations(block.targets), costing: profile))
    }

    private struct Answer: Decodable {
        struct Cell: Decodable {
            var distance: Double?
            var time: Double?
            var from: Int
            var to: Int

            enum CodingKeys: String, CodingKey {
                case distance
                case time
                case from = "from_index"
                case to = "to_index"
            }
        }

        var rows: [[Cell]]
        var units: String?

        enum CodingKeys: String, CodingKey {
            case rows = "sources_to_targets"
            case units
        }
    }

    package func legs(_ answer: Data, _ block: RoutingBlock) throws(RoutingFault) -> [[Leg?]] {
        let matrix = try RoutingRows.decode(Answer.self, answer)
        guard ["kilometers", "km"].contains(matrix.units ?? "kilometers") else {
            throw .notUnderstood(part: "units: \(matrix.units ?? "")")
        }
        let empty: [[Double?]] = block.sources.map { _ in block.targets.map { _ in nil } }
        var seconds = empty
        var metres = empty
        var seen = 0
        for cell in matrix.rows.joined() {
            guard block.sources.indices.contains(cell.from), block.targets.indices.contains(cell.to) else {
                throw .notUnderstood(part: "from_index \(cell.from), to_index \(cell.to)")
            }
            seconds[cell.from][cell.to] = cell.time
            metres[cell.from][cell.to] = cell.distance.map { $0 * 1000 }
            seen += 1
        }
        guard seen == block.sources.count * block.targets.count else { throw .notUnderstood(part: "\(seen)") }
        return try RoutingRows.legs(seconds: seconds, metres: metres, block)
    }

    package func reason(_ answer: Data) -> String? {
        struct Failure: Decodable { var error: String }
        return try? JSONDecoder().decode(Failure.self, from: answer).error
    }

    package init(base: URL, profile: String) {
        self.base = base
        self.profile = profile
    }
}
